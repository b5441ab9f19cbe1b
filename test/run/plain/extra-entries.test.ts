// More entries than in the baseline, whose entrants stay what they are.
import { describe, expect, test } from 'vitest'
import { compileModel, type Model } from '../../../src/model/compile-model.ts'
import { compileHomes } from '../../../src/model/effects/eligible.ts'
import { compileEntryPairs } from '../../../src/model/entries.ts'
import type { PlainChild } from '../../../src/run/plain/child.ts'
import type { Choice } from '../../../src/run/plain/programme.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import {
  extraEntries,
  homesOf,
  perYear,
  reached,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from '../simple-programme.ts'

const simple = simpleScenario({ end: '2022-03-31', exits: { other: constantHazard(26) } })

/** [run] the children whom a package has and the baseline has not. */
function joining(model: Model, choice: Choice, runs: number): PlainChild[][] {
  const before = runPlainly(
    model,
    undefined,
    runs,
    ({ children }) => new Set(children.map(({ number }) => number)),
  )
  return runPlainly(model, choice, runs, ({ children }) => children).map((children, run) =>
    children.filter(({ number }) => !before[run].has(number)),
  )
}

describe('extra entries', () => {
  test('are half as many as the others from the start on where the factor is 1.5, and join these', () => {
    const entries = {
      ...simple.entries,
      trendPerYear: 0.1,
      siblings: { groupSizes: { 1: 0.5, 2: 0.5 } },
      monthProfile: { factors: [1, 1, 1, 2, 2, 1, 1, 0.5, 0.5, 0.5, 0.5, 1], published: 'none' },
    }
    const model = compileModel({ ...simple, entries, shocks: { entries: { local: 0.2, national: 0 } } })
    const choice = simpleChoice(model, [
      { strength: strengthFrom(model, 100), effects: [extraEntries(model, { extra: 0.5 })] },
    ])
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

  test('by number are so many a year whatever the rate of entries, of those whom they are for', () => {
    const placements = { foster: { label: 'A', weeklyPrice: 1 }, home: { label: 'B', weeklyPrice: 1 } }
    const shares = everyAge({ foster: 0.75, home: 0.25 })
    const scenario = { ...simple, placements, entries: { ...simple.entries, placements: shares } }
    const model = compileModel(scenario)
    const pairs = compileEntryPairs(scenario, homesOf(model, 'home'))
    const effect = extraEntries(model, { perDay: perYear(model, 15), pairs, eligibleShare: 0.25 })
    const choice = simpleChoice(model, [{ effects: [effect] }])
    const runs = joining(model, choice, 150)
    const many = runs.map(({ length }) => length)
    expect(standardErrorsFrom((15 * 365) / 365.25, many)).toBeLessThan(STANDARD_ERRORS)
    for (const { placements: homes } of runs.flat()) expect(homes[0].placement).toBe(1)
  })

  test('by family bring one child whom they are for and its brothers and sisters, on one day', () => {
    const entries = {
      ...simple.entries,
      ages: { ...onlyAge('1 to 4'), '1 to 4': 0.5, '10 to 15': 0.5 },
      siblings: { groupSizes: { 1: 0.5, 3: 0.5 } },
    }
    const model = compileModel({ ...simple, entries })
    const whom = compileHomes(simple, { ages: ['1 to 4'] })
    const pairs = compileEntryPairs({ ...simple, entries }, whom)
    const effect = extraEntries(model, { perDay: perYear(model, 15), pairs, byFamily: true })
    const choice = simpleChoice(model, [{ effects: [effect] }])
    const runs = joining(model, choice, 150)
    const many = runs.map(({ length }) => length)
    expect(standardErrorsFrom((2 * 15 * 365) / 365.25, many)).toBeLessThan(STANDARD_ERRORS)
    for (const children of runs)
      for (const first of children.filter(({ number }) => number % 8 === 0)) {
        const family = children.filter(({ number }) => number >> 3 === first.number >> 3)
        expect([1, 3]).toContain(family.length)
        expect(new Set(family.map(({ periods }) => periods[0].fromDay)).size).toBe(1)
        expect(first.turns18 - first.periods[0].fromDay).toBeGreaterThan(13 * 365)
      }
    const young = runs.map(
      (children) => children.filter((child) => child.turns18 - child.periods[0].fromDay > 13 * 365).length,
    )
    expect(standardErrorsFrom((1.5 * 15 * 365) / 365.25, young)).toBeLessThan(STANDARD_ERRORS)
  })
})
