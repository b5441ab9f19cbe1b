// The counts that facts speak of, averaged over runs of a replay.
import { AGE_BANDS } from '../../domain/age-band.ts'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { compileModel } from '../../model/compile-model.ts'
import { runKeys, seedKey } from '../../run/addresses.ts'
import { memory } from '../../run/memory.ts'
import { simulateRun } from '../../run/simulate-run.ts'
import { createWorkspace, NEVER_CEASED, STILL_IN_CARE, type Workspace } from '../../run/workspace.ts'

/**
 * Counts of a period as statistics have them: a child once, at its first start and its last cease. Exits by reason end with
 * the 18th birthday.
 */
export interface HindcastCounts {
  entries: number
  exits: number[]
  earlyExits: number
  childrenWith3Placements: number
  childrenEnd: number
  /** Of them, those who entered within the last year of the period. */
  newcomersEnd: number
  /** [reason][age] exits, each counted, of those who may come back; empty without re-entry. */
  leavers: number[][]
}

/** The mean of the counts over runs, and the Monte Carlo standard error of each. */
export interface AveragedCounts {
  mean: HindcastCounts
  error: HindcastCounts
}

/** An exit counts as early before this many days in care. */
const EARLY_DAYS = 365
const YEAR_DAYS = 366

const SEED = seedKey('the fit to facts')

/** Simulates a replay and averages its counts over the runs from `firstRun` on. */
export function simulatedCounts(hindcast: Scenario, firstRun: number, runs: number): AveragedCounts {
  const model = compileModel(hindcast)
  const space = createWorkspace(model)
  const row = new Int32Array(space.layout.length)
  const sums = new Float64Array(EXIT_REASONS.length + 6 + space.leaversByAge.length)
  const squares = new Float64Array(sums.length)
  for (let run = firstRun; run < firstRun + runs; run++) {
    simulateRun(space, runKeys(SEED, run), row, 0)
    countsOfRun(space).forEach((count, index) => {
      sums[index] += count
      squares[index] += count * count
    })
  }
  const mean = sums.map((sum) => sum / runs)
  const error = squares.map((square, index) =>
    Math.sqrt(Math.max(0, square / runs - mean[index] ** 2) / runs),
  )
  return { mean: named(mean), error: named(error) }
}

function named(counts: Float64Array): HindcastCounts {
  const reasons = EXIT_REASONS.length + 1
  const [entries, earlyExits, childrenWith3Placements, childrenEnd, newcomersEnd, ...leavers] =
    counts.subarray(reasons)
  const ages = AGE_BANDS.length
  return {
    entries,
    exits: [...counts.subarray(0, reasons)],
    earlyExits,
    childrenWith3Placements,
    childrenEnd,
    newcomersEnd,
    leavers: EXIT_REASONS.map((_, reason) => leavers.slice(reason * ages, (reason + 1) * ages)),
  }
}

/** Of the run that is in the memory: exits by reason, then entries, early exits, children with three placements, children at the end, newcomers among them, leavers by age. */
function countsOfRun({ model, cohort, leaversByAge }: Workspace): number[] {
  const { entryDay, exitDay, exitReason, moves, ceasedDay, ceasedPeriod } = memory
  const opening = model.openingStock.placement.length
  // Day 0 is the close of the day before: who is there then has entered before.
  const lastYear = Math.max(0, model.axes.days - YEAR_DAYS)
  const exits = new Array<number>(EXIT_REASONS.length + 1).fill(0)
  let [entries, early, threePlacements, atEnd, newcomers] = [0, 0, 0, 0, 0]
  for (let child = 0; child < cohort; child++) {
    if (child >= opening || entryDay[child] > 0) entries++
    if (exitDay[child] === STILL_IN_CARE) {
      atEnd++
      if (entryDay[child] > lastYear) newcomers++
      if (moves[child] >= 2) threePlacements++
      if (!model.axes.hasReentry || ceasedDay[child] === NEVER_CEASED) continue
      exits[exitReason[child]]++
      if (ceasedPeriod[child] < EARLY_DAYS) early++
    } else {
      exits[exitReason[child]]++
      if (exitDay[child] - entryDay[child] < EARLY_DAYS) early++
    }
  }
  return [...exits, entries, early, threePlacements, atEnd, newcomers, ...leaversByAge]
}
