// The split against numbers whose parts are known, among them a product of shocks and assumptions. Tolerances are in
// standard errors.
import { sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { splitVariance, type Varied } from '../../../src/summary/spread/variance-split.ts'
import { normalStream } from '../../normal-stream.ts'

const BOTH = { assumptions: true, shocks: true }

/** Values of runs and of their repeats, of a number made from an assumption, a shock and chance, all normal. */
function columnsOf(
  runs: number,
  seed: string,
  value: (a: number, s: number, c: number) => number,
): Float64Array[] {
  const draw = normalStream(seed)
  const columns = [0, 1, 2].map(() => new Float64Array(runs))
  for (let run = 0; run < runs; run++) {
    const [a, s, c, freshS, freshC] = [draw(), draw(), draw(), draw(), draw()]
    columns[0][run] = value(a, s, c)
    columns[1][run] = value(a, s, freshC)
    columns[2][run] = value(a, freshS, freshC)
  }
  return columns
}

/** Distances of the shares from known ones, in their standard errors; 0 where both are the same. */
function standardErrorsFrom(known: number[], varied: Varied, columns: Float64Array[]): number[] {
  return splitVariance(varied, columns).parts.map(({ share, mc_error }, part) =>
    share === known[part] ? 0 : Math.abs(share - known[part]) / mc_error,
  )
}

describe('splitVariance', () => {
  test('finds the parts of a sum, and counts what shocks and assumptions do together as shocks', () => {
    // Var a = 4, Var s + Var as = 1 + 4, Var c = 1.
    const columns = columnsOf(20_000, 'both', (a, s, c) => 2 * a + s + 2 * a * s + c)
    for (const errors of standardErrorsFrom([4 / 10, 5 / 10, 1 / 10], BOTH, columns))
      expect(errors).toBeLessThan(4)
  })

  test('counts what shocks and chance do together as chance', () => {
    const columns = columnsOf(20_000, 'chance', (a, s, c) => a + s + 3 * s * c)
    for (const errors of standardErrorsFrom([1 / 11, 1 / 11, 9 / 11], BOTH, columns))
      expect(errors).toBeLessThan(4)
  })

  test.each([
    ['assumptions', { assumptions: true, shocks: false }, [0.8, 0, 0.2]],
    ['shocks', { assumptions: false, shocks: true }, [0, 0.8, 0.2]],
  ] as const)(
    'takes one repeat where chance and %s alone vary, and the part that is off is exactly 0',
    (_, varied, known) => {
      const columns = columnsOf(20_000, 'one', (a, _s, c) => 2 * a + c).slice(0, 2)
      for (const errors of standardErrorsFrom([...known], varied, columns)) expect(errors).toBeLessThan(4)
      const off = splitVariance(varied, columns).parts.filter(({ share }) => share === 0)
      expect(off).toEqual([{ part: varied.shocks ? 'assumptions' : 'shocks', share: 0, mc_error: 0 }])
    },
  )

  test('gives all to chance where nothing else varies, and needs no repeats', () => {
    const [own] = columnsOf(50, 'alone', (_a, _s, c) => c)
    const { total_variance, parts } = splitVariance({ assumptions: false, shocks: false }, [own])
    expect(total_variance).toBeCloseTo(sampleVariance([...own]), 12)
    expect(parts.map(({ share, mc_error }) => [share, mc_error])).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
    ])
  })

  test('has parts that add up to the mean of the variances of the runs and of their last repeats', () => {
    const columns = columnsOf(30, 'sum', (a, s, c) => 1e6 + a + s * c)
    const { total_variance, parts } = splitVariance(BOTH, columns)
    const variances = columns.map((column) => sampleVariance([...column]))
    expect(total_variance / ((variances[0] + variances[2]) / 2)).toBeCloseTo(1, 9)
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  test('states errors that are the spread of shares over many splits', () => {
    const splits = Array.from(
      { length: 1_000 },
      (_, index) =>
        splitVariance(
          BOTH,
          columnsOf(200, `split ${index}`, (a, s, c) => a + s + a * s + c),
        ).parts,
    )
    for (const part of [0, 1, 2]) {
      const shares = splits.map((parts) => parts[part].share)
      const meanSquare = splits.reduce((sum, parts) => sum + parts[part].mc_error ** 2, 0) / splits.length
      const ratio = Math.sqrt(meanSquare / sampleVariance(shares))
      // The spread is known to 1 / sqrt(2 x 1,000) = 2.2 %; the linearised error may be as much too small.
      expect(Math.abs(ratio - 1)).toBeLessThan(5 * 0.022)
    }
  })

  test('has unknown shares where all runs are the same, or there is only one', () => {
    const same = [0, 1, 2].map(() => new Float64Array(7).fill(1 / 3))
    for (const columns of [same, same.map((column) => column.subarray(0, 1))])
      for (const { share } of splitVariance(BOTH, columns).parts) expect(share).toBeNaN()
    expect(splitVariance(BOTH, same).total_variance).toBe(0)
  })
})
