// monthly.arrow as columns: every measure of every month, for each placement and for all of them.
import { costInMonth } from '../money/placement-cost.ts'
import { joinSums, type RowSum, sumOfColumns } from '../money/row-sum.ts'
import type { CountedMeasure, RunTable } from '../run/run-row.ts'
import { receivedRows, sentRows } from '../run/shared-rows.ts'
import type { Series, Unit } from './numbers/series.ts'
import { joinStatistics, type MonthlySummary, type StatisticsColumns } from './numbers/statistics.ts'
import { summariseSeries } from './numbers/summarise-series.ts'
import type { NamedRuns } from './variants.ts'

/** The measures of a month in the order of the table: what a run counts and what that costs, each with its unit and its definition. */
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
} as const satisfies Record<CountedMeasure | 'cost', { unit: Unit; definition: string }>

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
  const months = { first: 0, end: table.axes.months.length }
  return monthlySummary(table, variant, [describeMonths({ table, ...months })])
}

/** Some months of a variant: from `first` up to, not including, `end`. */
export interface MonthsTask {
  /** Its rows are shared by the threads. */
  table: RunTable
  first: number
  end: number
}

/** The same on its way to a thread. */
export interface SentMonthsTask extends Omit<MonthsTask, 'table'> {
  table: Omit<RunTable, 'rows'> & { rows: SharedArrayBuffer }
}

/** Makes a task ready to be sent; throws a TypeError where its rows are not shared. */
export function sentTask({ table, ...months }: MonthsTask): SentMonthsTask {
  return { ...months, table: { ...table, rows: sentRows(table.rows) } }
}

/** Returns the task that was sent. */
export function receivedTask({ table, ...months }: SentMonthsTask): MonthsTask {
  return { ...months, table: { ...table, rows: receivedRows(table.rows) } }
}

/** Describes some months: a row for each of monthly.arrow. */
export function describeMonths({ table, first, end }: MonthsTask): StatisticsColumns {
  const months = Array.from({ length: end - first }, (_, index) => first + index)
  return summariseSeries(
    table,
    months.flatMap((month) => seriesOfRows(table, month)),
  )
}

/** Long enough to be worth its memory, and to read a good part of a row at a time. */
const MONTHS_A_TASK = 12

/** Summarises variants as summariseMonths does, a few months to a task; `describe` does all tasks, on other threads perhaps. */
export async function summariseMonthsInTasks(
  variants: NamedRuns[],
  describe: (tasks: MonthsTask[]) => Promise<StatisticsColumns[]>,
  monthsATask = MONTHS_A_TASK,
): Promise<MonthlySummary[]> {
  const tasks = variants.map(({ table }) => tasksOf(table, monthsATask))
  const described = (await describe(tasks.flat())).values()
  return variants.map(({ variant, table }, index) =>
    monthlySummary(
      table,
      variant,
      tasks[index].map(() => described.next().value!),
    ),
  )
}

/** Without what the table may have beside its own rows, since tasks travel. */
function tasksOf({ axes, layout, runs, rows }: RunTable, monthsATask: number): MonthsTask[] {
  const months = axes.months.length
  return Array.from({ length: Math.ceil(months / monthsATask) }, (_, task) => ({
    table: { axes, layout, runs, rows },
    first: task * monthsATask,
    end: Math.min(months, (task + 1) * monthsATask),
  }))
}

/** Puts the statistics of months that follow each other beside what they are of. */
function monthlySummary(table: RunTable, variant: string, parts: StatisticsColumns[]): MonthlySummary {
  const { months } = table.axes
  const labels = labelsOfMonth(table)
  const everyMonth = <Text>(of: (label: RowLabel) => Text) => months.flatMap(() => labels.map(of))
  return {
    variant: everyMonth(() => variant),
    month: months.flatMap((name) => labels.map(() => name)),
    measure: everyMonth(({ measure }) => measure),
    placement: everyMonth(({ placement }) => placement),
    unit: everyMonth(({ unit }) => unit),
    statistics: joinStatistics(parts),
  }
}

interface RowLabel {
  measure: string
  placement: string | null
  unit: Unit
}

/** What the rows of a month are of; every month has the same, in the order of seriesOfRows. */
function labelsOfMonth({ axes: { placements, carerPlacements } }: RunTable): RowLabel[] {
  return [
    ...ALL_MEASURES.flatMap((measure) =>
      [...placements, null].map((placement) => ({ measure, placement, unit: MEASURES[measure].unit })),
    ),
    ...carerPlacements.map((placement) => ({
      measure: PLACES.measure,
      placement: placements[placement],
      unit: PLACES.unit,
    })),
  ]
}

function seriesOfRows(table: RunTable, month: number): Series[] {
  return [
    ...ALL_MEASURES.flatMap((measure) => seriesOfMonth(table, month, measure)),
    ...table.axes.carerPlacements.map((_, stock) => placesInMonth(table, month, stock)),
  ]
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
