// The lines of a financial year: what money was spent on, what it adds up to, and the counts behind it.
// years.ts summarises them over the runs, run-values.ts lists them run by run.
import type { Axes } from '../model/axes.ts'
import { reachedInYear } from '../money/intervention-cost.ts'
import { moneyLines, totalsOf } from '../money/ledger.ts'
import { monthsOfYear } from '../money/placement-cost.ts'
import { joinSums, type RowSum, sumOfColumns } from '../money/row-sum.ts'
import type { CountedMeasure, RunTable } from '../run/run-row.ts'
import type { Series } from './numbers/series.ts'

/** What the lines mean, for the description of the column `line`. */
export const LINE_DEFINITIONS = [
  'the key of a placement: its cost',
  'allowance:<reason> and after_care:<service>: what is paid for children who have left',
  'other:<key>: another line of the budget',
  'contribution:<key>: what somebody else pays, below 0',
  'gross and contributions: what is spent, and what others pay of it, below 0, where they do',
  'total: all lines in £ above added up; gross and contributions add up to it',
  'total_in_base_prices: the total in prices of the price base, by the uplift at its central value',
  'entries: children starting to be looked after',
  'exits:<reason>: children ceasing to be looked after',
  'moves: changes of placement within care',
  'children_end and children_end:<placement>: children looked after at the end of the last simulated month of the year, in all placements and in one',
  'care_days and care_days:<placement>: days of care, in all placements and in one',
  're_entries: of the entries, children who had left before',
  'published_starts and published_ceases: children counted once a year, as the Department for Education does',
].join('; ')

/** What the further lines of packages mean. */
export const INTERVENTION_LINE_DEFINITIONS = [
  'intervention:<key>: what an intervention costs, whoever pays; contribution:<key> is what others pay of it, or because of it',
  'cases:<key>: children whom the intervention reached: who did not enter, left, moved or came because of it',
  'lapsed:<key>: events of the intervention that found no child, or no room',
].join('; ')

/** A line of a financial year as a series over the runs. */
export interface YearLine extends Series {
  line: string
  /** The lines whose sum it is; absent where it is not a sum of lines. */
  parts?: readonly { line: string; sum: RowSum }[]
}

const CHILDREN_END = 'children_end'

/** Tells whether a line is a number of children at an instant, so that years do not add up: that of all years is the last's. */
export function isAtYearEnd(line: string): boolean {
  return line.split(':', 1)[0] === CHILDREN_END
}

/** [year] of axes: the lines follow from them alone, and are asked for again and again. */
const listed = new WeakMap<Axes, YearLine[][]>()

/** Returns the lines of a financial year in the order of the tables; every year has the same lines. */
export function yearLines(table: RunTable, year: number): readonly YearLine[] {
  const years = listed.get(table.axes) ?? []
  listed.set(table.axes, years)
  years[year] ??= listLines(table, year)
  return years[year]
}

function listLines(table: RunTable, year: number): YearLine[] {
  const months = monthsOfYear(table, year)
  const money = moneyLines(table, year)
  const placements = [...table.axes.placements.keys()]
  return [
    ...[...money, ...totalsOf(table, year, money)].map((line): YearLine => ({ ...line, unit: '£' })),
    { line: 'entries', unit: 'children', sum: countIn(table, months, 'entries', placements) },
    ...table.axes.reasons.map((reason, index): YearLine => {
      return { line: `exits:${reason}`, unit: 'children', sum: exitsIn(table, months, index) }
    }),
    { line: 'moves', unit: 'moves', sum: countIn(table, months, 'moves', placements) },
    ...countedByPlacement(table, { line: CHILDREN_END, unit: 'children' }, months.slice(-1), 'children'),
    ...countedByPlacement(table, { line: 'care_days', unit: 'days' }, months, 'care_days'),
    ...publishedFlows(table, year),
    ...reachedLines(table, year),
  ]
}

/** A count over all placements, and then that of each, with the placement behind a colon. */
function countedByPlacement(
  table: RunTable,
  { line, unit }: Pick<YearLine, 'line' | 'unit'>,
  months: number[],
  measure: CountedMeasure,
): YearLine[] {
  const parts = table.axes.placements.map((key, placement): YearLine => {
    return { line: `${line}:${key}`, unit, sum: countIn(table, months, measure, [placement]) }
  })
  return [{ line, unit, sum: joinSums(parts.map(({ sum }) => sum)), parts }, ...parts]
}

/** What the interventions of a package came to; none in the baseline. */
function reachedLines(table: RunTable, year: number): YearLine[] {
  return (['cases', 'lapsed'] as const).flatMap((measure) =>
    table.axes.interventions.map(({ key }, intervention): YearLine => {
      const sum = reachedInYear(table, year, intervention, measure)
      return { line: `${measure}:${key}`, unit: 'children', sum }
    }),
  )
}

/** Where children come back, a year has more starts and ceases than statistics count: these once a child and year. */
function publishedFlows({ layout }: RunTable, year: number): YearLine[] {
  const { reentries, publishedStarts, publishedCeases } = layout
  return Object.entries({
    re_entries: reentries,
    published_starts: publishedStarts,
    published_ceases: publishedCeases,
  }).flatMap(([line, block]): YearLine[] =>
    block === undefined ? [] : [{ line, unit: 'children', sum: sumOfColumns([block + year]) }],
  )
}

function countIn(
  { layout }: RunTable,
  months: number[],
  measure: CountedMeasure,
  placements: number[],
): RowSum {
  const columnsOf = (month: number) => {
    return placements.map((placement) => layout.offset[measure] + month * layout.placements + placement)
  }
  return sumOfColumns(months.flatMap(columnsOf))
}

function exitsIn({ layout }: RunTable, months: number[], reason: number): RowSum {
  return sumOfColumns(months.map((month) => layout.exitsByReason + month * layout.reasons + reason))
}
