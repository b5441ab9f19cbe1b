import { describe, expect, test } from 'vitest'
import { lastingPaybackYears, paybackResults } from '../../../src/summary/packages/payback.ts'
import { fewerInFosterCare, interventionLine } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const baseline = smallTable()
const withReview = (pounds: number[]) => fewerInFosterCare([interventionLine('review', { pounds })]).table

describe('The year of payback', () => {
  // Run r saves 3,030 r in the second year.
  test('is by each definition the first year whose saving, or all so far, is above 0', () => {
    const own = withReview([5_000, 2_000])
    expect([...lastingPaybackYears(baseline, own, 'annual')]).toEqual([Infinity, 1, 1, 1, 1])
    expect([...lastingPaybackYears(baseline, own, 'cumulative')]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      1,
      1,
    ])
  })

  test('with what was paid before the start comes later by all years so far, and no later by a year of its own', () => {
    // Run r saves 3,030 r in the second year: 7,000 before the start are paid back by the runs from 3 on.
    const before = (pounds: number) =>
      fewerInFosterCare([interventionLine('review', { pounds: [0, 0], paidBeforeStart: pounds })]).table
    expect([...lastingPaybackYears(baseline, before(7_000), 'cumulative')]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      1,
      1,
    ])
    expect([...lastingPaybackYears(baseline, before(7_000), 'annual')]).toEqual([Infinity, 1, 1, 1, 1])
    expect([...lastingPaybackYears(baseline, before(0), 'cumulative')]).toEqual([Infinity, 1, 1, 1, 1])
  })

  test('can be the first year, also where a later one costs more', () => {
    const own = withReview([-1, 100_000])
    for (const { by_year, still_at_end, still_at_end_error } of paybackResults(baseline, own)) {
      expect(by_year.map(({ probability }) => probability)).toEqual([1, 1])
      expect([still_at_end, still_at_end_error]).toEqual([0, 0])
    }
  })

  test('lasts only where the last year still has it', () => {
    // Run r saves 10,000 in the first year, and 3,030 r less 15,000 in the second.
    const own = withReview([-10_000, 15_000])
    expect([...lastingPaybackYears(baseline, own, 'cumulative')]).toEqual([Infinity, Infinity, 0, 0, 0])
    expect([...lastingPaybackYears(baseline, own, 'annual')]).toEqual(Array(5).fill(Infinity))
    const [annual, cumulative] = paybackResults(baseline, own)
    expect([annual.never, cumulative.never]).toEqual([0, 0])
    expect([annual.still_at_end, cumulative.still_at_end]).toEqual([0, 0.6])
    expect(cumulative.still_at_end_error).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 5), 12)
  })

  test('never comes where a package changes nothing', () => {
    expect([...lastingPaybackYears(baseline, baseline, 'annual')]).toEqual(Array(5).fill(Infinity))
  })

  test('has a distribution that adds up to 1 with never, with errors', () => {
    const [annual, cumulative] = paybackResults(baseline, withReview([5_000, 2_000]))
    const error = (share: number) => Math.sqrt((share * (1 - share)) / 5)
    expect(annual).toMatchObject({ definition: 'annual', first_year: '2017/18' })
    expect(annual.by_year.map(({ probability }) => probability)).toEqual([0, 0.8])
    expect(annual.by_year[1].mc_error).toBeCloseTo(error(0.8), 12)
    expect([annual.never, cumulative.never]).toEqual([0.2, 0.6])
    expect(cumulative.never_error).toBeCloseTo(error(0.6), 12)
  })

  test('has no probabilities in an illustration', () => {
    for (const { by_year, never, still_at_end } of paybackResults(baseline, withReview([0, 0]), true))
      expect([never, still_at_end, ...by_year.map(({ probability }) => probability)]).toEqual([
        null,
        null,
        null,
        null,
      ])
  })
})
