import { describe, expect, test } from 'vitest'
import { packageResults } from '../../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import { comparePeaks } from '../../../src/summary/peak.ts'
import {
  fewerInFosterCare,
  interventionLine,
  interventionModel,
  packageLike,
  programmeOf,
} from '../package-table.ts'
import { setCount, smallTable } from '../small-table.ts'

const baseline = smallTable()
const packages = [fewerInFosterCare([interventionLine('review')])]
const programme = programmeOf(interventionModel('review'))
const resultsOf = (isIllustration = false) =>
  packageResults(
    summarisePaired(baseline, packages, isIllustration),
    { ...baseline, packages },
    programme,
    isIllustration,
  )

describe('the result of a package', () => {
  const [result] = resultsOf()

  test('has children and cost of every year, and of all', () => {
    expect(result).toMatchObject({ package: 'all', label: 'Package all', interventions: ['review'] })
    expect(result.years.map(({ financial_year }) => financial_year)).toEqual(['2017/18', '2018/19', 'all'])
    expect(result.years.map(({ children_end }) => children_end.mean)).toEqual([0, -2, -2])
    expect(result.total.mean).toBe((-60 * 707) / 7)
  })

  test('has the probability of fewer and cheaper, with its error', () => {
    for (const { p_below_zero, p_error } of [result.children_end, result.total]) {
      expect(p_below_zero).toBe(0.8)
      expect(p_error).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 5), 12)
    }
  })

  test('saves what it costs less, whose P90 is the P10 of the difference', () => {
    expect(result.saving.mean).toBe((60 * 707) / 7)
    expect(result.saving.q90).toBe(-result.total.q10)
  })

  test('has no probabilities for an illustration', () => {
    const [illustration] = resultsOf(true)
    expect(illustration.children_end).toMatchObject({ p_below_zero: null, p_error: null })
    expect(illustration.peak).toMatchObject({ p_lower: null, mc_error: null })
  })
})

describe('the peak of children', () => {
  test('is the month with the largest mean, which a package can bring forward', () => {
    // The baseline grows by a child a month, 12 + r to 14 + r; the package falls back to 14 in the last month.
    const { table } = fewerInFosterCare()
    for (let run = 0; run < 5; run++) setCount(table, run, 'children', 2, 1, 0)
    expect(comparePeaks(baseline, table)).toEqual({
      baseline: { month: '2018-04', children: 16 },
      own: { month: '2018-03', children: 15 },
      p_lower: 1,
      mc_error: 0,
    })
  })

  test('is no lower in runs where it is the same', () => {
    const { p_lower } = comparePeaks(baseline, packageLike(baseline).table)
    expect(p_lower).toBe(0)
    expect(comparePeaks(baseline, fewerInFosterCare().table).p_lower).toBe(0.8)
  })
})
