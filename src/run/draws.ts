// The values that the assumptions take in each run. run-model.ts compiles them, draws.arrow lists them.

import { hash32 } from '../domain/hash32.ts'
import { InputError } from '../input/input-error.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import { type RunKeys, runKeys, type SeedKey } from './addresses.ts'
import { assumptionValue } from './assumption-value.ts'

/** The values of all assumptions in all runs. */
export interface Draws {
  paths: string[]
  /** [path * runs + run] */
  values: Float64Array
  runs: number
}

/** Returns [assumption] the values of one run; a national one has the same in all councils of the seed. */
export function valuesOfRun(
  assumptions: readonly Assumption[],
  { assumptions: own, national }: Pick<RunKeys, 'assumptions' | 'national'>,
): Float64Array {
  return Float64Array.from(assumptions, ({ range, path, least, most, isWhole, isNational }) => {
    const drawn = assumptionValue(range, path, isNational ? national.assumptions : own)
    return Math.min(most, Math.max(least, isWhole ? Math.round(drawn) : drawn))
  })
}

/** Draws the values of the runs from 0 on again, as the threads drew them. */
export function drawAssumptions(assumptions: readonly Assumption[], seed: SeedKey, runs: number): Draws {
  const values = new Float64Array(assumptions.length * runs)
  for (let run = 0; run < runs; run++)
    valuesOfRun(assumptions, runKeys(seed, run)).forEach((value, index) => {
      values[index * runs + run] = value
    })
  return { paths: assumptions.map(({ path }) => path), values, runs }
}

/** Finds two paths that would draw the same numbers, since they have one hash; undefined where there are none. */
export function sameStream(paths: readonly string[]): [string, string] | undefined {
  const byHash = new Map<number, string>()
  for (const path of paths) {
    const earlier = byHash.get(hash32(path))
    if (earlier !== undefined) return [earlier, path]
    byHash.set(hash32(path), path)
  }
  return undefined
}

/** Throws InputError where two paths would take their values from the same random numbers. */
export function refuseSameStreams(assumptions: Assumption[], file: string): void {
  const same = sameStream(assumptions.map(({ path }) => path))
  if (!same) return
  const message = `${same.join(' and ')} would draw the same random numbers, since their names have one hash; give a placement or a kind of move in one of them another name`
  throw new InputError([{ file, message }])
}
