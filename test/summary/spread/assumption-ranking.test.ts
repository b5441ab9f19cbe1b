// The ranking against functions whose shares are known. Tolerances are in standard errors.
import { sampleRankCorrelation, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { influence, midranks, rankAssumptions } from '../../../src/summary/spread/assumption-ranking.ts'
import { normalStream } from '../../normal-stream.ts'
import { uniformStream } from '../../uniform-stream.ts'
import { emptyTable, setCount, smallTable } from '../small-table.ts'

const RUNS = 10_000

function column(draw: () => number, runs = RUNS): Float64Array {
  return Float64Array.from({ length: runs }, draw)
}

/** Distance of the first-order share of an input from a known one, in its standard errors. */
function standardErrorsFrom(known: number, input: Float64Array, output: Float64Array): number {
  const { first_order_share, mc_error } = influence(input, output)
  return Math.abs(first_order_share - known) / mc_error
}

describe('influence', () => {
  test.each([
    ['uniform', uniformStream],
    ['normal', normalStream],
  ])('finds shares of 0.8 and 0.2 in 2 A + B, for %s inputs', (_, stream) => {
    const [a, b] = [column(stream('a')), column(stream('b'))]
    const output = a.map((value, run) => 2 * value + b[run])
    expect(standardErrorsFrom(0.8, a, output)).toBeLessThan(4)
    expect(standardErrorsFrom(0.2, b, output)).toBeLessThan(4)
  })

  test('finds no share of either alone in A x B with means of 0', () => {
    const [a, b] = [column(normalStream('a')), column(normalStream('b'))]
    const output = a.map((value, run) => value * b[run])
    for (const input of [a, b]) expect(standardErrorsFrom(0, input, output)).toBeLessThan(3)
  })

  test('finds a share that the rank correlation does not see: A squared of A with a mean of 0', () => {
    const a = column(normalStream('a'))
    const { rank_correlation, first_order_share } = influence(
      a,
      a.map((value) => value * value),
    )
    expect(Math.abs(rank_correlation) * Math.sqrt(RUNS)).toBeLessThan(4)
    expect(first_order_share).toBeGreaterThan(0.95)
  })

  test.each([100, 2_000])(
    'leaves an input without influence within 3 errors of 0, on average at 0, in %i runs',
    (runs) => {
      const shares = Array.from({ length: 200 }, (_, index) => {
        const stream = normalStream(`idle ${index}`)
        const [input, output] = [column(stream, runs), column(stream, runs)]
        return { ...influence(input, output), errors: standardErrorsFrom(0, input, output) }
      })
      const values = shares.map(({ first_order_share }) => first_order_share)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(Math.abs(mean) / Math.sqrt(sampleVariance(values) / values.length)).toBeLessThan(4)
      expect(shares.filter(({ errors }) => errors > 3).length).toBeLessThanOrEqual(4)
    },
  )

  test('states errors that are the spread of shares over many sets of runs', () => {
    const sets = Array.from({ length: 300 }, (_, index) => {
      const stream = normalStream(`set ${index}`)
      const [a, b] = [column(stream, 500), column(stream, 500)]
      return influence(
        a,
        a.map((value, run) => value + b[run]),
      )
    })
    const meanSquare = sets.reduce((sum, { mc_error }) => sum + mc_error ** 2, 0) / sets.length
    const ratio = Math.sqrt(meanSquare / sampleVariance(sets.map((set) => set.first_order_share)))
    // The spread is known to 1 / sqrt(2 x 300) = 4.1 %.
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * 0.041)
  })

  test('gives 1 or -1 as rank correlation of a monotone function, however curved', () => {
    const a = column(normalStream('a'), 1_000)
    const curved = a.map((value) => Math.exp(5 * value))
    expect(influence(a, curved).rank_correlation).toBeCloseTo(1, 12)
    expect(
      influence(
        a,
        curved.map((value) => -value),
      ).rank_correlation,
    ).toBeCloseTo(-1, 12)
  })

  test('gives nothing to a constant input, and knows nothing of a constant output', () => {
    const [constant, varied] = [new Float64Array(50).fill(1 / 3), column(normalStream('a'), 50)]
    expect(influence(constant, varied)).toEqual({ rank_correlation: 0, first_order_share: 0, mc_error: 0 })
    expect(influence(varied, constant).first_order_share).toBeNaN()
  })

  test('has all of the variance between the values of an input of two values that decides the output', () => {
    const input = column(uniformStream('coin'), 400).map(Math.round)
    expect(influence(input, input).first_order_share).toBeCloseTo(1, 12)
  })
})

describe('midranks', () => {
  test('gives equal values the mean of their places, wherever they stand', () => {
    expect([...midranks(Float64Array.of(7, 3, 7, -1, 7))]).toEqual([3, 1, 3, 0, 3])
  })

  test('gives the rank correlation of simple-statistics, ties and all', () => {
    const stream = normalStream('ties')
    const a = column(stream, 300).map((value) => Math.round(2 * value))
    const b = column(stream, 300).map((value, run) => Math.round(value + a[run]))
    expect(influence(a, b).rank_correlation).toBeCloseTo(sampleRankCorrelation([...a], [...b]), 12)
  })
})

describe('rankAssumptions', () => {
  /** Forty runs whose children at the end are 10 times the first assumption and a little of the second. */
  function drawnTable() {
    const stream = uniformStream('table')
    const draws = { paths: ['second', 'first', 'idle', 'also idle'], values: new Float64Array(160), runs: 40 }
    const table = emptyTable(40)
    for (let run = 0; run < 40; run++) {
      draws.values[run] = Math.floor(10 * stream())
      draws.values[40 + run] = Math.floor(10 * stream())
      const children = 10 * draws.values[40 + run] + draws.values[run]
      setCount(table, run, 'children', 2, 0, children)
      setCount(table, run, 'care_days', 2, 0, 1_000 - 7 * children)
    }
    return { table, draws }
  }

  test('puts the largest share first for the children of the last year and for all cost, then sorts by path', () => {
    const { table, draws } = drawnTable()
    const ranking = rankAssumptions(table, draws)
    expect(
      ranking.map(({ line, financial_year, assumption }) => `${line} ${financial_year} ${assumption}`),
    ).toEqual([
      'children_end 2018/19 first',
      'children_end 2018/19 second',
      'children_end 2018/19 also idle',
      'children_end 2018/19 idle',
      'total all first',
      'total all second',
      'total all also idle',
      'total all idle',
    ])
    expect(ranking[0].rank_correlation).toBeGreaterThan(0.9)
    expect(ranking[4].rank_correlation).toBeCloseTo(-ranking[0].rank_correlation, 12)
  })

  test('is empty without assumptions', () => {
    expect(rankAssumptions(smallTable(), { paths: [], values: new Float64Array(), runs: 5 })).toEqual([])
  })
})
