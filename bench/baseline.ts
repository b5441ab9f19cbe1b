// The recorded baseline that later timings are held to: baseline.json, written by record-baseline.ts and read by
// compare-with-baseline.ts. Only ratios to the reference kernel are compared, so that another machine may compare too.
import { z } from 'zod'
import { benchmarkResultSchema, type Timing } from './benchmark-result.ts'

export const BASELINE_PATH = 'bench/baseline.json'

/** The two forms time different work and are recorded one by one. */
export const baselineSchema = z.strictObject({ short: benchmarkResultSchema, full: benchmarkResultSchema })

/** A benchmark counts as slower where its ratio is this many times the recorded one. */
export const SLOWER = 1.25
/**
 * ... and this many times that of the slowest recorded process: the compiler of the JavaScript engine makes one of two codes
 * of some benchmarks, by chance, and who meets the slower one has not become slower.
 */
const SLOWER_THAN_SLOWEST = 1.15

/**
 * Shown and not held: its two codes are one half apart, and which one is made is chance. What it does is held within
 * simulateRun, where it is written out.
 */
const UNHELD = ['Threefry-2x32-13 block']

/** Some two standard deviations between processes below the limit: what has become slower is rarely seen below that. */
const NEAR = 0.92

/** One benchmark beside what was recorded of it. */
export interface Change {
  name: string
  /** Absent where only the other side has the benchmark. */
  recorded?: number
  measured?: number
  /** The ratio from which on it counts as slower; absent where nothing was recorded, or what was is not held. */
  limit?: number
}

/** Ratios travel between processors, but not to the last quarter: on another one than was recorded a limit is so many times as high. */
export const ELSEWHERE = 1.4

/**
 * Puts timings beside the recorded ones, in the order of the timings; what was recorded alone comes last. `slack` is a
 * multiple of the limits.
 */
export function changesOf(recorded: readonly Timing[], measured: readonly Timing[], slack = 1): Change[] {
  const find = (timings: readonly Timing[], name: string) => timings.find((timing) => timing.name === name)
  const names = new Set([...measured, ...recorded].map(({ name }) => name))
  return [...names].map((name) => {
    const [before, now] = [find(recorded, name), find(measured, name)]
    return {
      name,
      recorded: before?.ratio.median,
      measured: now?.ratio.median,
      limit:
        before === undefined || UNHELD.includes(name)
          ? undefined
          : slack *
            Math.max(SLOWER * before.ratio.median, SLOWER_THAN_SLOWEST * before.processRatios.at(-1)!),
    }
  })
}

/** Tells whether a benchmark has become slower than is allowed. */
export function isSlower({ measured, limit }: Change): boolean {
  return measured !== undefined && limit !== undefined && measured >= limit
}

/** Tells whether a benchmark is near the limit or above it in one process, so that more of them must say. */
export function seemsSlow({ measured, limit }: Change): boolean {
  return measured !== undefined && limit !== undefined && measured >= NEAR * limit
}

/** Tells whether a change fails a comparison: slower, not recorded yet, or recorded and gone. */
export function fails(change: Change): boolean {
  return change.recorded === undefined || change.measured === undefined || isSlower(change)
}

/** Returns the timing with the middle ratio of each benchmark in an odd number of rounds, with the ratios of all rounds. */
export function middleOf(rounds: readonly Timing[][]): Timing[] {
  return rounds[0].map(({ name }) => {
    const timings = rounds
      .flatMap((round) => round.filter((timing) => timing.name === name))
      .toSorted((one, other) => one.ratio.median - other.ratio.median)
    return { ...timings[timings.length >> 1], processRatios: timings.map(({ ratio }) => ratio.median) }
  })
}
