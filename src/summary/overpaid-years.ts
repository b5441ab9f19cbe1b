// Financial years in which others pay more than is spent, on average over all runs, or in which the total is below 0 otherwise.
import { sum } from '../domain/sum.ts'
import { TOTAL_LINE } from '../input/money-lines.ts'
import { TOTALS } from '../money/ledger.ts'
import { poundsOf } from '../money/placement-cost.ts'
import type { RunTable } from '../run/run-row.ts'
import type { NamedRuns } from './variants.ts'
import type { YearValues } from './year-values.ts'

/** Means over the runs, in £. */
export interface OverpaidYear {
  variant: string
  financial_year: string
  /** What is spent, on all or on the placements that an amount is for. */
  spent: number
  /** What others pay of it; 0 where nobody does. */
  contributed: number
  /** The contribution that is more than the cost of its own placements; undefined where all together are more than all. */
  line?: string
}

/** Lists the years of the baseline with too much money from others, and those that packages have beside them. */
export function overpaidYears(
  variants: readonly NamedRuns[],
  yearsOf: (table: RunTable) => YearValues,
): OverpaidYear[] {
  const found = new Set<string>()
  return variants.flatMap(({ variant, table }) =>
    overpaidIn(table, variant, yearsOf(table)).filter(({ financial_year, line }) => {
      const name = `${financial_year} ${line ?? ''}`
      const isNew = !found.has(name)
      found.add(name)
      return isNew
    }),
  )
}

function overpaidIn(table: RunTable, variant: string, years: YearValues): OverpaidYear[] {
  const { axes } = table
  return years.flatMap((lines, year) => {
    const financial_year = axes.years[year]
    const meanOf = (name: string) => meanPounds(lines.find(({ line }) => line === name)?.values)
    const total = meanOf(TOTAL_LINE)!
    const spent = meanOf(TOTALS.gross) ?? total
    const all = { variant, financial_year, spent, contributed: spent - total }
    // Whatever is paid of some placements alone is at most what they cost.
    const ofPlacements = axes.ledgerLines.flatMap(({ line, isContribution, share, pounds, placements }) => {
      if (!isContribution || share > 0 || placements.length === axes.placements.length) return []
      const cost = placements.reduce((sum, placement) => sum + meanOf(axes.placements[placement])!, 0)
      return pounds[year] > cost
        ? [{ variant, financial_year, spent: cost, contributed: pounds[year], line }]
        : []
    })
    return total < 0 ? [all] : ofPlacements
  })
}

function meanPounds(values: Float64Array | undefined): number | undefined {
  return values && poundsOf(sum(values) / values.length)
}
