// monthly.arrow as columns: every measure of every month, for each placement and for all of them.
import { costInMonth } from '../money/placement-cost.ts'
import { joinSums, type RowSum, sumOfColumns } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import type { Series, Unit } from './series.ts'
import type { MonthlySummary } from './statistics.ts'
import { summariseSeries } from './summarise-series.ts'

/** The measures of a month in the order of the table, each with its unit and its definition. */
export const MEASURES = {
  children: { unit: 'children', definition: 'looked after at the end of the month' },
  care_days: { unit: 'days', definition: 'days of care in the month' },
  cost: {
    unit: '£',
    definition: "care days at the weekly price of the month's financial year, a seventh a day",
  },
  entries: { unit: 'children', definition: 'starting to be looked after, by the placement they entered' },
  exits: { unit: 'children', definition: 'ceasing to be looked after, by the placement they left' },
  moves: { unit: 'moves', definition: 'changes of placement within care, by the placement moved into' },
  over_places: { unit: 'children', definition: 'who needed this placement and found it full' },
} as const satisfies Record<string, { unit: Unit; definition: string }>

/** The measure of placements with foster carers alone; it has no row for all placements, since others have no limit. */
export const PLACES = {
  measure: 'places',
  unit: 'places',
  definition: 'that can be used at the end of the month, where foster carers give them',
} as const satisfies { measure: string; unit: Unit; definition: string }

export type Measure = keyof typeof MEASURES

const ALL_MEASURES = Object.keys(MEASURES) as Measure[]

/**
 * Summarises every month and measure, for each placement in the scenario's order and then for all (null); last in each
 * month the places of those that have foster carers.
 */
export function summariseMonths(table: RunTable, variant: string): MonthlySummary {
  const summary = { variant: [], month: [], measure: [], placement: [], unit: [] } as Omit<
    MonthlySummary,
    'statistics'
  >
  const series: Series[] = []
  const { months, placements, carerPlacements } = table.axes
  const add = (month: string, measure: string, placement: string | null, one: Series) => {
    series.push(one)
    summary.variant.push(variant)
    summary.month.push(month)
    summary.measure.push(measure)
    summary.placement.push(placement)
    summary.unit.push(one.unit)
  }
  months.forEach((name, month) => {
    for (const measure of ALL_MEASURES)
      seriesOfMonth(table, month, measure).forEach((one, placement) => {
        add(name, measure, placements[placement] ?? null, one)
      })
    carerPlacements.forEach((placement, stock) => {
      add(name, PLACES.measure, placements[placement], placesInMonth(table, month, stock))
    })
  })
  return { ...summary, statistics: summariseSeries(table, series) }
}

/** Returns a measure of a month for each placement, and last for all placements. */
export function seriesOfMonth(table: RunTable, month: number, measure: Measure): Series[] {
  const sums = table.axes.placements.map((_, placement) => sumInMonth(table, month, measure, placement))
  return [...sums, joinSums(sums)].map((sum) => ({ unit: MEASURES[measure].unit, sum }))
}

function sumInMonth(table: RunTable, month: number, measure: Measure, placement: number): RowSum {
  if (measure === 'cost') return costInMonth(table, month, placement)
  return sumOfColumns([table.layout.offset[measure] + month * table.layout.placements + placement])
}

function placesInMonth({ layout }: RunTable, month: number, stock: number): Series {
  const column = layout.usablePlaces + month * layout.carerPlacements + stock
  return { unit: PLACES.unit, sum: sumOfColumns([column]) }
}
