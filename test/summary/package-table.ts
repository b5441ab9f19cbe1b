// A small table of a package beside the small baseline, for tests: answers can be worked out on paper.
import { PENCE_SEVENTHS_PER_POUND } from '../../src/domain/pence-sevenths.ts'
import type { InterventionLine } from '../../src/model/axes.ts'
import type { InterventionModel, Programme } from '../../src/model/packages/programme.ts'
import {
  type InterventionMeasure,
  type PackageRuns,
  type RunTable,
  writeWide,
} from '../../src/run/run-row.ts'
import { emptyTable, setCount, smallTable } from './small-table.ts'

/** An intervention and [year] £ that it costs, nothing where missing. */
type PaidLine = InterventionLine & { pounds?: number[] }

/** Describes an intervention that costs nothing. */
export function interventionLine(key: string, more: Partial<PaidLine> = {}): PaidLine {
  return {
    key,
    label: `The ${key}`,
    isPaidByCouncil: true,
    saving: 'avoided',
    ...more,
  }
}

/** Says what an intervention without effects is to the engine, over the 89 days of the small axes. */
export function interventionModel(key: string, more: Partial<InterventionModel> = {}): InterventionModel {
  return {
    key,
    address: 0,
    strength: new Float64Array(90).fill(1),
    startDay: 1,
    noEffectShare: 0,
    effects: [],
    ...more,
  }
}

/** A programme whose one package, 'all', has all interventions. */
export function programmeOf(...interventions: InterventionModel[]): Programme {
  return {
    interventions,
    packages: [{ key: 'all', interventions: interventions.map((_, index) => index), cap: 0.4 }],
  }
}

/** Copies a baseline into the rows of a package with the given interventions and gates. */
export function packageLike(
  baseline: RunTable,
  interventions: PaidLine[] = [],
  gates: string[] = [],
  key = 'all',
): PackageRuns {
  const table = emptyTable(baseline.runs, { ...baseline.axes, interventions, gates })
  for (let run = 0; run < baseline.runs; run++) {
    const row = baseline.rows.subarray(run * baseline.layout.length, (run + 1) * baseline.layout.length)
    table.rows.set(row, run * table.layout.length)
    interventions.forEach(({ pounds = [] }, position) => {
      pounds.forEach((amount, year) => {
        setCost(table, run, year, position, amount)
      })
    })
  }
  return { key, label: `Package ${key}`, table }
}

/** The small table, where run r has r fewer children in foster care in the last month, and 30 r fewer days of care. */
export function fewerInFosterCare(interventions: PaidLine[] = []): PackageRuns {
  const made = packageLike(smallTable(), interventions)
  for (let run = 0; run < made.table.runs; run++) {
    setCount(made.table, run, 'children', 2, 0, 10)
    setCount(made.table, run, 'care_days', 2, 0, 300)
  }
  return made
}

/** Writes what was counted of an intervention into a run. */
export function setReached(
  { layout, rows }: RunTable,
  run: number,
  measure: InterventionMeasure,
  year: number,
  intervention: number,
  count: number,
): void {
  rows[run * layout.length + layout.reached[measure] + year * layout.interventions + intervention] = count
}

/** Writes what an intervention costs into a run, in £. */
export function setCost(
  { layout, rows }: RunTable,
  run: number,
  year: number,
  intervention: number,
  pounds: number,
): void {
  const column = layout.interventionCost + 2 * (year * layout.interventions + intervention)
  writeWide(rows, run * layout.length + column, Math.round(pounds * PENCE_SEVENTHS_PER_POUND))
}

/** Writes what was counted at a gate into a run. */
export function setGate(
  { layout, rows }: RunTable,
  run: number,
  year: number,
  gate: number,
  decided: number,
  waitedDays: number,
): void {
  const at = run * layout.length + year * layout.gates + gate
  rows[at + layout.decided] = decided
  rows[at + layout.waitedDays] = waitedDays
}
