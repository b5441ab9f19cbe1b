// The axes of every table: placements, reasons, months and financial years. Scenario -> axes, shared by model and results.
import { monthOf, parseDate, startOfNextMonth } from '../domain/calendar.ts'
import { compoundGrowth } from '../domain/exact-math.ts'
import { EXIT_REASONS, TURNED_18 } from '../domain/exit-reason.ts'
import { financialYearName, financialYearOf, parseFinancialYear } from '../domain/financial-year.ts'
import { paymentsOf } from '../input/payments-after-care.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type LedgerLine, ledgerLinesOf } from './ledger-lines.ts'

/** What the rows and columns of all results stand for; months and years are those that the simulated days touch. */
export interface Axes {
  /** Day number of the scenario's start date: day 0, whose close has the opening stock. */
  startDay: number
  /** Simulated days; events fall on days 1 to `days`, the last being the scenario's end date. */
  days: number
  /** Keys of the placements, in the scenario's order. */
  placements: string[]
  placementLabels: string[]
  /** Indices of the placements whose places foster carers give, so that they change by the day. */
  carerPlacements: number[]
  /** Keys of the exit reasons; the 18th birthday is the last. */
  reasons: string[]
  /** Names of the months, like '2017-04'. */
  months: string[]
  /** [month] last simulated day of the month. */
  monthEnd: number[]
  /** Names of the financial years, like '2017/18'. */
  years: string[]
  /** [month] index of its financial year. */
  yearOfMonth: number[]
  /** [year] last simulated day of the financial year. */
  yearEnd: number[]
  /** Lines of what is paid for children who have left. */
  payments: string[]
  /** Placements whose children differ in price. */
  spreadPlacements: number[]
  /** Placements with a share of the price that is paid empty or full, and their children on the first day. */
  fixedPlacements: { placement: number; children: number }[]
  /** What others pay and other lines of the budget: £ by year, or a share of the cost of placements. */
  ledgerLines: LedgerLine[]
  /** Prices of a year of the price base, for each year: 1 + uplift to the power of the years between. */
  deflators: number[]
  priceBase: string
  /** Whether children come back after they left. */
  hasReentry: boolean
  /** Interventions of the package, in its order; none in the baseline. */
  interventions: InterventionLine[]
  /** Gates of the package's reviews, intervention by intervention, like 'sgo-review: assessment'. */
  gates: string[]
}

/** What the ledger and the tables know of an intervention. */
export interface InterventionLine {
  key: string
  label: string
  /** Whether the council pays for it; somebody else's payment stands against it as a contribution. */
  isPaidByCouncil: boolean
  saving: 'cashable' | 'avoided' | 'mitigation'
  /** £ that the council paid for it before the start, in no cost of a run but in its payback; absent where nothing. */
  paidBeforeStart?: number
}

/** Derives the axes of a scenario whose dates have been checked. */
export function axesOf(scenario: Scenario): Axes {
  const startDay = parseDate(scenario.start)!
  const endDay = parseDate(scenario.end)!
  const placements = Object.keys(scenario.placements)
  const axes: Axes = {
    startDay,
    days: endDay - startDay,
    placements,
    placementLabels: placements.map((key) => scenario.placements[key].label),
    carerPlacements: placements.flatMap((key, index) => (scenario.placements[key].carers ? [index] : [])),
    reasons: [...EXIT_REASONS, TURNED_18],
    months: [],
    monthEnd: [],
    years: [],
    yearOfMonth: [],
    yearEnd: [],
    payments: paymentsOf(scenario).map(({ line }) => line),
    spreadPlacements: indicesOf(scenario, ({ priceSpread }) => (priceSpread ?? 0) > 0),
    fixedPlacements: indicesOf(scenario, ({ fixedShare }) => (fixedShare ?? 0) > 0).map((placement) => ({
      placement,
      children: scenario.openingStock.placements[placements[placement]] ?? 0,
    })),
    ledgerLines: [],
    deflators: [],
    priceBase: scenario.priceBase,
    hasReentry: Object.keys(scenario.afterCare?.reentry ?? {}).length > 0,
    interventions: [],
    gates: [],
  }
  for (let day = startDay + 1; day <= endDay; day = startOfNextMonth(day)) {
    const year = financialYearName(financialYearOf(day))
    if (axes.years.at(-1) !== year) axes.years.push(year)
    axes.months.push(monthOf(day))
    axes.monthEnd.push(Math.min(startOfNextMonth(day) - 1, endDay) - startDay)
    axes.yearOfMonth.push(axes.years.length - 1)
    axes.yearEnd[axes.years.length - 1] = axes.monthEnd.at(-1)!
  }
  axes.ledgerLines = ledgerLinesOf(scenario, axes)
  axes.deflators = axes.years.map((name) =>
    compoundGrowth(
      scenario.upliftPerYear,
      parseFinancialYear(name)! - parseFinancialYear(scenario.priceBase)!,
    ),
  )
  return axes
}

function indicesOf(
  { placements }: Scenario,
  is: (placement: Scenario['placements'][string]) => boolean,
): number[] {
  return Object.values(placements).flatMap((placement, index) => (is(placement) ? [index] : []))
}
