import { describe, expect, test } from 'vitest'
import { compareResults, type LineValues } from '../../src/summary/comparison.ts'

const cost = (financial_year: string, ...pounds: number[]): LineValues => ({
  variant: 'baseline',
  financial_year,
  line: 'total',
  values: Float64Array.from(pounds),
})
const children = (variant: string, ...values: number[]): LineValues => ({
  variant,
  financial_year: '2017/18',
  line: 'children_end',
  values: Float64Array.from(values),
})
const SAME = { isPaired: true, hasSameHorizon: true }

describe('a comparison of two results', () => {
  const first = [cost('2017/18', 100, 300), cost('2018/19', 10.01, 30.03)]
  const second = [cost('2017/18', 90, 290), cost('2018/19', 10.01, 30.03)]

  test('has the statistics of both and the difference of their means, for every year and for all', () => {
    const lines = compareResults(first, second, SAME)
    expect(lines.map(({ financial_year }) => financial_year)).toEqual(['2017/18', '2018/19', 'all'])
    expect(lines[0]).toMatchObject({ first: { mean: 200, q50: 200 }, second: { mean: 190 }, unit: '£' })
    expect(lines[2].first?.mean).toBeCloseTo(220.02, 12)
    expect(lines[2].difference).toEqual({ mean: -10, mc_error: 0 })
  })

  test('pairs runs of the same chance, and adds up the errors of others', () => {
    const [paired] = compareResults(first, second, SAME)
    const [unpaired] = compareResults(first, second, { ...SAME, isPaired: false })
    expect(paired.difference?.mc_error).toBe(0)
    expect(unpaired.difference?.mean).toBe(-10)
    expect(unpaired.difference?.mc_error).toBeCloseTo(Math.hypot(100, 100), 9)
  })

  test('has no sum of all years where the horizons differ', () => {
    const lines = compareResults(first, second.slice(0, 1), { ...SAME, hasSameHorizon: false })
    expect(lines.map(({ financial_year }) => financial_year)).toEqual(['2017/18', '2018/19'])
    expect(lines[1]).not.toHaveProperty('second')
    expect(lines[1]).not.toHaveProperty('difference')
  })

  test('lists variants that one result lacks, those of the second last', () => {
    const relation = { ...SAME, hasSameHorizon: false }
    const lines = compareResults(
      [children('a', 1), children('b', 2)],
      [children('c', 3), children('b', 4)],
      relation,
    )
    expect(lines.map(({ variant }) => variant)).toEqual(['a', 'b', 'c'])
    expect(lines.map(({ difference }) => difference?.mean)).toEqual([undefined, 2, undefined])
  })
})
