// More entries than in the baseline, whose entrants stay what they are.
import { describe, expect, test } from 'vitest'
import { compileModel } from '../../src/model/compile-model.ts'
import { constantHazard, simpleScenario } from '../simple-scenario.ts'
import {
  extraEntries,
  reached,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from './simple-programme.ts'

const simple = simpleScenario({ end: '2022-03-31', exits: { other: constantHazard(26) } })

describe('extra entries', () => {
  test('are half as many as the others from the start on where the factor is 1.5, and join these', () => {
    const entries = {
      ...simple.entries,
      trendPerYear: 0.1,
      siblings: { groupSizes: { 1: 0.5, 2: 0.5 } },
      monthProfile: { factors: [1, 1, 1, 2, 2, 1, 1, 0.5, 0.5, 0.5, 0.5, 1], published: 'none' },
    }
    const model = compileModel({ ...simple, entries, shocks: { entries: { local: 0.2, national: 0 } } })
    const choice = simpleChoice(model, [{ strength: strengthFrom(model, 100), effects: [extraEntries(0.5)] }])
    const baseline = runPlainly(model, undefined, 150, ({ children }) => children)
    const surplus = runPlainly(model, choice, 150, ({ children, row }, layout) => ({
      children,
      cases: reached(row, layout, 'cases'),
    })).map(({ children, cases }, run) => {
      const numbers = new Set(baseline[run].map(({ number }) => number))
      expect(children.filter(({ number }) => numbers.has(number))).toEqual(baseline[run])
      const joining = children.filter(({ number }) => !numbers.has(number))
      expect(joining.length).toBe(cases)
      expect(new Set(joining.map(({ number }) => number)).size).toBe(cases)
      const late = baseline[run].filter(({ periods }) => periods[0].fromDay >= 100)
      return cases - 0.5 * late.length
    })
    expect(standardErrorsFrom(0, surplus)).toBeLessThan(STANDARD_ERRORS)
  })
})
