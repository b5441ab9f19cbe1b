// The conditions of a run, which all its children share: what each financial year does to entries, exits and prices, and
// what dated shifts do to entries and exits. Drawn before the first child (Domain.shocks); without shocks and shifts all
// multipliers stay 1 and nothing is drawn.
import { limitedDeviate } from '../domain/distribution/limited-deviate.ts'
import { exponentialOf } from '../domain/exact-math.ts'
import { SHOCKED, type ShockSizes } from '../model/shocks.ts'
import { block, type RunKeys } from './addresses.ts'
import { writeEntryClock, writeExitClock } from './clocks.ts'
import { memory } from './memory.ts'
import { makeRoom, type Workspace } from './workspace.ts'

const { exitFactor } = memory

type ShockKeys = Pick<RunKeys, 'shocks' | 'national'>
type YearMultipliers = Pick<Workspace, 'entryShocks' | 'exitShocks' | 'priceShocks'>

/**
 * Draws the multipliers of each financial year into the workspace: e^(local + national), the local part anew each year and
 * the council's own, the national part a random walk from the start that all councils share, both normal and scaled so that the multiplier is 1 on average. A day
 * has the multiplier of its year times that of its shifts, and the clocks of the run follow them.
 */
export function drawConditions(space: Workspace, keys: ShockKeys): void {
  const { model } = space
  if (!model.shocks.areOn && !model.shifts.areOn) return
  if (model.shocks.areOn) drawMultipliers(model.shocks, keys, space)
  spreadOverDays(space)
  writeExitClock(model)
  makeRoom(space, writeEntryClock(model, space.entryFactor))
}

function spreadOverDays(space: Workspace): void {
  const { axes, shifts } = space.model
  const { entryFactor, entryShocks, exitShocks } = space
  let from = 0
  for (let month = 0; month < axes.monthEnd.length; month++) {
    const year = axes.yearOfMonth[month]
    const end = axes.monthEnd[month] + 1
    entryFactor.fill(entryShocks[year], from, end)
    exitFactor.fill(exitShocks[year], from, end)
    from = end
  }
  if (!shifts.areOn) return
  for (let day = 0; day < entryFactor.length; day++) {
    entryFactor[day] *= shifts.entries[day]
    exitFactor[day] *= shifts.exits[day]
  }
}

/** Draws the multipliers of all years. */
export function drawMultipliers(sizes: ShockSizes, keys: ShockKeys, multipliers: YearMultipliers): void {
  const { entryShocks, exitShocks, priceShocks } = multipliers
  const inOrder = [entryShocks, exitShocks, priceShocks]
  SHOCKED.forEach((_, process) => {
    drawYears(sizes, process, keys, inOrder[process])
  })
}

function drawYears(
  { local, national }: ShockSizes,
  process: number,
  keys: ShockKeys,
  multipliers: Float64Array,
): void {
  let level = 0
  for (let year = 0; year < multipliers.length; year++) {
    level += national[process] * limitedDeviate(block(keys.national.shocks, process, year).second)
    const variance = local[process] * local[process] + (year + 1) * national[process] * national[process]
    multipliers[year] = exponentialOf(
      local[process] * limitedDeviate(block(keys.shocks, process, year).first) + level - variance / 2,
    )
  }
}
