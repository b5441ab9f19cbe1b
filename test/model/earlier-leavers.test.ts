import { describe, expect, test } from 'vitest'
import { splitEntries } from '../../src/estimate/reentry-split.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { earlierLeaversReturning } from '../../src/model/earlier-leavers.ts'
import { compileReentry } from '../../src/model/reentry.ts'
import { everyAge, simpleScenario } from '../simple-scenario.ts'

const leaversAged = (band: string) => ({ reunification: { ...everyAge(0), [band]: 100 } })
const scenarioWith = (band: string, perYear = 100) => {
  const scenario = simpleScenario({
    afterCare: { reentry: { reunification: { 12: 0.2, 72: 0.35 } }, earlierLeavers: leaversAged(band) },
  })
  return { ...scenario, entries: { ...scenario.entries, perYear } }
}
const returning = (band: string, days: number) => {
  const scenario = scenarioWith(band)
  return earlierLeaversReturning(scenario, compileReentry(scenario), days)
}

describe('earlierLeaversReturning', () => {
  test('is the whole share of those who leave in a year before the start, for children far from 18', () => {
    expect(returning('under 1', 0)[0] * 365.25).toBeCloseTo(35, 9)
  })

  test('falls to nothing when even the last of them have been away for the longest time', () => {
    const perDay = returning('under 1', 2_400)
    expect(perDay[1]).toBe(perDay[0])
    for (let day = 2; day <= 2_191; day++) expect(perDay[day]).toBeLessThan(perDay[day - 1])
    expect(perDay[2_191]).toBeGreaterThan(0)
    expect(perDay[2_192]).toBe(0)
  })

  test('adds up to the leavers of each past day times the chance that they are yet to come back', () => {
    const perDay = returning('under 1', 2_191)
    const all = perDay.subarray(1).reduce((sum, value) => sum + value, 0)
    // Who left s days before the start comes back later with S(s) - S(the end); piecewise exponential S.
    const survival = (day: number) =>
      day <= 365 ? 0.8 ** (day / 365) : 0.8 * (0.65 / 0.8) ** ((day - 365) / (2_191 - 365))
    let known = 0
    for (let away = 0; away < 2_191; away++) known += (100 / 365.25) * (survival(away) - 0.65)
    expect(all).toBeCloseTo(known, 6)
  })

  test('leaves out those who turn 18 first', () => {
    // Leavers aged 16 and 17 have on average a year left, in which few of the 20 % can come back.
    const teenagers = returning('16 to 17', 0)[0] * 365.25
    expect(teenagers).toBeGreaterThan(10)
    expect(teenagers).toBeLessThan(20)
  })
})

describe('splitEntries', () => {
  test('says how many of the entries a year are returns', () => {
    const { entries_per_year, returning_per_year } = splitEntries(scenarioWith('under 1'))!
    expect(entries_per_year).toBe(100)
    expect(returning_per_year).toBeCloseTo(35, 9)
  })
})

describe('compileModel', () => {
  test('has those enter for the first time whom published entries leave beside the returns, and at least none', () => {
    const perYear = (published: number) => {
      return compileModel(scenarioWith('under 1', published)).entries.perDay[1] * 365.25
    }
    expect(perYear(100)).toBeCloseTo(100, 6)
    expect(perYear(20)).toBeCloseTo(35, 6)
  })
})
