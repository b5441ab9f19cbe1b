// Exits and moves that happen more often or less often: by a number, or by a hazard ratio.
import { EXIT_REASONS, type ExitReason } from '../../domain/exit-reason.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { EffectModel, Eligible } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { type ByYear, countPerDay } from './per-day.ts'

/** How often an effect acts: a number or a ratio, and the share of the children to whom the ratio applies; all where missing. */
export interface Rate extends ByYear {
  hazardRatio?: number
  reach?: number
}

/** What happens more or less often, and to whom. */
export interface Happening {
  /** [outcome] of Cells. */
  outcomes: Uint8Array
  eligible: Eligible
}

/** Compiles a rate: more than happens anyway is a process of its own, less refuses some of it, a ratio of 1, or that reaches nobody, is nothing. */
export function compileEvents(
  rate: Rate,
  { outcomes, eligible }: Happening,
  frame: EffectFrame,
): EffectModel[] {
  const { axes, address } = frame
  const { hazardRatio, reach = 1 } = rate
  const common = { address, outcomes, eligible, reach }
  if (hazardRatio === undefined) {
    const perDay = countPerDay(rate, axes)
    return perDay.some((count) => count > 0) ? [{ kind: 'extra', ...common, perDay, extraRatio: 0 }] : []
  }
  if (hazardRatio === 1 || reach === 0) return []
  return hazardRatio > 1
    ? [{ kind: 'extra', ...common, perDay: new Float64Array(0), extraRatio: hazardRatio - 1 }]
    : [{ kind: 'fewer', ...common, ratio: hazardRatio }]
}

/** Returns the number of the outcome of Cells that leaving for a reason is. */
export function exitOutcome(reason: ExitReason): number {
  return EXIT_REASONS.indexOf(reason)
}

/** Returns the number of the outcome of Cells that a move to a placement is. */
export function moveOutcome({ placements }: Pick<Scenario, 'placements'>, to: string): number {
  return EXIT_REASONS.length + Object.keys(placements).indexOf(to)
}

/** Returns [outcome] 1 for the outcomes whose numbers are given. */
export function outcomeSet({ placements }: Pick<Scenario, 'placements'>, numbers: number[]): Uint8Array {
  const set = new Uint8Array(EXIT_REASONS.length + Object.keys(placements).length)
  for (const number of numbers) set[number] = 1
  return set
}
