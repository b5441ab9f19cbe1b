// What of a result's tables is passed on: months, years, and the opening stock by placement. -> pass-on.ts
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import {
  type MonthlySummary,
  STATISTICS,
  type StatisticsColumns,
  type YearsSummary,
} from '../../summary/numbers/statistics.ts'
import type { OpeningBill } from '../opening-bill.ts'
import { isLineWithheld, type Withheld } from './withheld.ts'

/** Withholds what is of a placement alone, but for its places, which are no children; and flows of all where they are small. */
export function monthsToPassOn(
  monthly: MonthlySummary,
  { placements, areFlowsSmall }: Withheld,
): MonthlySummary {
  const isHidden = (row: number) => {
    const placement = monthly.placement[row]
    const measure = monthly.measure[row]
    if (placement === null) return areFlowsSmall && (measure === 'entries' || measure === 'exits')
    return placements.has(placement) && measure !== 'places'
  }
  return { ...monthly, statistics: withoutRows(monthly.statistics, isHidden) }
}

/** Withholds the lines of the years that tell of few children. */
export function yearsToPassOn(years: YearsSummary, withheld: Withheld, scenario: Scenario): YearsSummary {
  const isHidden = (row: number) => isLineWithheld(years.line[row], withheld, scenario)
  return { ...years, statistics: withoutRows(years.statistics, isHidden) }
}

function withoutRows(columns: StatisticsColumns, isHidden: (row: number) => boolean): StatisticsColumns {
  const hidden = (column: Float64Array) => column.map((value, row) => (isHidden(row) ? Number.NaN : value))
  return Object.fromEntries(STATISTICS.map((name) => [name, hidden(columns[name])])) as StatisticsColumns
}

/** Withholds children and bills of placements; their totals are no small counts. */
export function billToPassOn(bill: OpeningBill, { placements }: Withheld): OpeningBill {
  const without = (numbers: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(numbers).map(([key, number]) => [key, placements.has(key) ? Number.NaN : number]),
    )
  return {
    ...bill,
    byPlacement: without(bill.byPlacement),
    weeklyBill: { ...bill.weeklyBill, byPlacement: without(bill.weeklyBill.byPlacement) },
  }
}
