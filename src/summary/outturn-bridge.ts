// The bridge from the last outturn to the first whole financial year of the forecast, by the mean over the runs.
import { compoundGrowth } from '../domain/exact-math.ts'
import { firstWholeFinancialYear, parseFinancialYear } from '../domain/financial-year.ts'
import { linesCovered } from '../input/money-lines.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { Axes } from '../model/axes.ts'
import { type BridgePart, bridgeParts, penceOf } from '../money/bridge.ts'
import { monthsOfYear } from '../money/placement-cost.ts'
import { joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import { costOfLines } from './line-costs.ts'
import { seriesOfMonth } from './months.ts'
import type { Series } from './numbers/series.ts'
import { type Statistics, statisticsAt } from './numbers/statistics.ts'
import { summariseSeries } from './numbers/summarise-series.ts'

/** The way from one year's cost to another's, in £; from, parts and to add up to the penny. */
export interface Bridge {
  from: { financial_year: string; amount: number }
  parts: BridgePart[]
  /** The mean over the runs, rounded to the penny, and its Monte Carlo standard error. */
  to: { financial_year: string; amount: number; mc_error: number }
  /** Lines of the results that both amounts are for. */
  lines: readonly string[]
}

/** Returns the bridge of a scenario that states an outturn; undefined where it states none. */
export function bridgeFromOutturn(scenario: Scenario, table: RunTable): Bridge | undefined {
  const { outturn, upliftPerYear } = scenario
  if (outturn === undefined) return undefined
  const { axes } = table
  const lines = linesCovered(outturn.lines, axes.placements)
  const year = firstWholeYear(axes)
  const { mean, mc_error } = describeOne(table, costOfLines(table, year, lines))
  const forecast = penceOf(mean) / 100
  const years = parseFinancialYear(axes.years[year])! - parseFinancialYear(outturn.financialYear)!
  return {
    from: { financial_year: outturn.financialYear, amount: penceOf(outturn.amount) / 100 },
    parts: bridgeParts({
      outturn: outturn.amount,
      careDays: outturn.careDays,
      uplift: compoundGrowth(upliftPerYear, years),
      forecast,
      forecastCareDays: describeOne(table, careDaysOfLines(table, year, lines)).mean,
    }),
    to: { financial_year: axes.years[year], amount: forecast, mc_error },
    lines,
  }
}

function firstWholeYear({ startDay, days, years }: Axes): number {
  return years.indexOf(firstWholeFinancialYear(startDay + 1, startDay + days)!)
}

/** Days of care in the placements among the lines; in all of them where the lines are the total or have none. */
function careDaysOfLines(table: RunTable, year: number, lines: readonly string[]): Series {
  const { placements } = table.axes
  const named = [...placements.keys()].filter((placement) => lines.includes(placements[placement]))
  const covered = named.length > 0 ? named : [...placements.keys()]
  const months = monthsOfYear(table, year).map((month) => seriesOfMonth(table, month, 'care_days'))
  return {
    unit: 'days',
    sum: joinSums(months.flatMap((series) => covered.map((placement) => series[placement].sum))),
  }
}

function describeOne(table: RunTable, series: Series): Statistics {
  return statisticsAt(summariseSeries(table, [series]), 0)
}
