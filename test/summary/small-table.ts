// Tables of runs built by hand, for tests: small enough to work out the answers on paper.
import type { Axes } from '../../src/model/axes.ts'
import { type CountedMeasure, type RunTable, rowLayout } from '../../src/run/run-row.ts'

/** Months on both sides of 1 April 2018, two placements and two reasons. */
const SMALL_AXES: Axes = {
  startDay: 17562,
  days: 89,
  placements: ['foster', 'residential'],
  placementLabels: ['Foster care', 'Residential care'],
  carerPlacements: [],
  reasons: ['reunification', 'turned18'],
  months: ['2018-02', '2018-03', '2018-04'],
  monthEnd: [28, 59, 89],
  years: ['2017/18', '2018/19'],
  yearOfMonth: [0, 0, 1],
  yearEnd: [59, 89],
  payments: [],
  spreadPlacements: [],
  fixedPlacements: [],
  ledgerLines: [],
  deflators: [1, 1.01],
  priceBase: '2017/18',
  hasReentry: false,
  interventions: [],
  gates: [],
}

/** £700.00 and £3,500.00 a week, from April £707.00 and £3,535.07. */
const SMALL_PRICES = Float64Array.of(70_000, 350_000, 70_700, 353_507)

/** An empty table over the small axes. */
export function emptyTable(runs: number, axes = SMALL_AXES, weeklyPence = SMALL_PRICES): RunTable {
  const layout = rowLayout(axes)
  const rows = new Int32Array(runs * layout.length)
  for (let run = 0; run < runs; run++) rows.set(weeklyPence, run * layout.length + layout.weeklyPence)
  return { axes, layout, runs, rows }
}

/** Writes a count into a run of a table. */
export function setCount(
  table: RunTable,
  run: number,
  measure: CountedMeasure,
  month: number,
  placement: number,
  count: number,
): void {
  const { layout, rows } = table
  rows[run * layout.length + layout.offset[measure] + month * layout.placements + placement] = count
}

/** Writes a number of exits for a reason into a run of a table. */
function setExits(table: RunTable, run: number, month: number, reason: number, count: number): void {
  const { layout, rows } = table
  rows[run * layout.length + layout.exitsByReason + month * layout.reasons + reason] = count
}

/** Three runs over the small axes, where carers give residential care 20 places less its months and the run's number. */
export function tableWithCarers(): RunTable {
  const table = emptyTable(3, { ...SMALL_AXES, carerPlacements: [1] })
  const { layout, rows } = table
  for (let run = 0; run < 3; run++)
    for (let month = 0; month < 3; month++)
      rows[run * layout.length + layout.usablePlaces + month] = 20 - month - run
  return table
}

/** Five runs: run r has r extra children in foster care throughout, who cost 30 days each a month. */
export function smallTable(): RunTable {
  const table = emptyTable(5)
  for (let run = 0; run < 5; run++)
    for (let month = 0; month < 3; month++) {
      setCount(table, run, 'children', month, 0, 10 + run)
      setCount(table, run, 'children', month, 1, 2 + month)
      setCount(table, run, 'care_days', month, 0, 30 * (10 + run))
      setCount(table, run, 'care_days', month, 1, 7)
      setCount(table, run, 'entries', month, 0, 3)
      setCount(table, run, 'exits', month, 1, run)
      setCount(table, run, 'moves', month, 1, 4)
      setCount(table, run, 'over_places', month, 1, run % 2)
      setExits(table, run, month, 0, run)
      setExits(table, run, month, 1, month)
    }
  return table
}
