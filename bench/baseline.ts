// The recorded baseline that later timings are held to: baseline.json, written by record-baseline.ts and read by
// compare-with-baseline.ts. Only ratios to the reference kernel are compared, so that another machine may compare too.
import { z } from 'zod'
import { benchmarkResultSchema, type Timing } from './benchmark-result.ts'

export const BASELINE_PATH = 'bench/baseline.json'

/** The two forms time different work and are recorded one by one. */
export const baselineSchema = z.strictObject({ short: benchmarkResultSchema, full: benchmarkResultSchema })

/** A benchmark counts as slower where its ratio is this many times the recorded one. */
export const SLOWER = 1.25

/** One benchmark beside what was recorded of it. */
export interface Change {
  name: string
  /** Absent where only the other side has the benchmark. */
  recorded?: number
  measured?: number
  /** Measured / recorded; absent with either. */
  change?: number
}

/** Puts timings beside the recorded ones, in the order of the timings; what was recorded alone comes last. */
export function changesOf(recorded: readonly Timing[], measured: readonly Timing[]): Change[] {
  const ratioIn = (timings: readonly Timing[], name: string) =>
    timings.find((timing) => timing.name === name)?.ratio.median
  const names = new Set([...measured, ...recorded].map(({ name }) => name))
  return [...names].map((name) => {
    const [before, now] = [ratioIn(recorded, name), ratioIn(measured, name)]
    return {
      name,
      recorded: before,
      measured: now,
      ...(before !== undefined && now !== undefined && { change: now / before }),
    }
  })
}

/** Tells whether a benchmark has become slower than is allowed. */
export function isSlower({ change }: Change): boolean {
  return change !== undefined && change >= SLOWER
}

/** Tells whether a change fails a comparison: slower, not recorded yet, or recorded and gone. */
export function fails(change: Change): boolean {
  return change.change === undefined || isSlower(change)
}

/** Keeps, of two rounds of the same benchmarks, the timing with the lower ratio of each; those of one round stay. */
export function lowerOf(one: readonly Timing[], other: readonly Timing[]): Timing[] {
  return one.map((timing) => {
    const again = other.find(({ name }) => name === timing.name)
    return again !== undefined && again.ratio.median < timing.ratio.median ? again : timing
  })
}

/** Returns, of an odd number of rounds of the same benchmarks, the timing with the middle ratio of each. */
export function middleOf(rounds: readonly Timing[][]): Timing[] {
  return rounds[0].map(({ name }) => {
    const timings = rounds.flatMap((round) => round.filter((timing) => timing.name === name))
    return timings.toSorted((one, other) => one.ratio.median - other.ratio.median)[timings.length >> 1]
  })
}
