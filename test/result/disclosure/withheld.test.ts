// What is withheld of Smallshire with counts of child-level data, and of Rotherham's counts as if they were.
import { describe, expect, test } from 'vitest'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import {
  isLineWithheld,
  isPartly,
  isPathWithheld,
  withheldOf,
} from '../../../src/result/disclosure/withheld.ts'

const rotherham = await readScenario('scenarios/rotherham-2017.yaml')
const DISCLOSURE = { source: 'the return', below: 6 }

/** What is withheld of Rotherham with other facts. */
function withheldWith(facts: Partial<NonNullable<Scenario['facts']>[number]>) {
  const scenario = { ...rotherham.scenario, disclosure: DISCLOSURE }
  const [first] = scenario.facts!
  return withheldOf({ ...scenario, facts: [{ ...first, ...facts }] }, rotherham.figures)!
}

describe('what is withheld', () => {
  test('is nothing without the block', () => {
    expect(withheldOf(rotherham.scenario, rotherham.figures)).toBeUndefined()
  })

  test('is the placement of 1 and the next smallest, of 9, with their prices', () => {
    const withheld = withheldWith({})
    expect([...withheld.placements]).toEqual(['secure', 'other'])
    for (const path of ['openingStock.placements.secure', 'placements.other.weeklyPrice'])
      expect(isPathWithheld(path, withheld)).toBe(true)
    expect(isPathWithheld('openingStock.placements.inHouseResidential', withheld)).toBe(false)
    expect(isPathWithheld('openingStock.children', withheld)).toBe(false)
    expect(isLineWithheld('secure', withheld, {})).toBe(true)
    for (const kind of ['children_end', 'care_days', 'any_other']) {
      expect(isLineWithheld(`${kind}:secure`, withheld, {})).toBe(true)
      expect(isLineWithheld(`${kind}:ifa`, withheld, {})).toBe(false)
    }
    expect(isLineWithheld('children_end', withheld, {})).toBe(false)
    expect(isLineWithheld('ifa', withheld, {})).toBe(false)
    expect(isLineWithheld('total', withheld, {})).toBe(false)
  })

  test('is of sums what has one of them without the other', () => {
    const withheld = withheldWith({})
    expect(isPartly(['ifa', 'secure'], withheld)).toBe(true)
    expect(isPartly(['ifa', 'secure', 'other'], withheld)).toBe(false)
    expect(isPartly(['ifa'], withheld)).toBe(false)
    const contributions = { health: { of: ['secure'], share: 0.3 } } as unknown as Scenario['contributions']
    expect(isLineWithheld('contribution:health', withheld, { contributions })).toBe(true)
  })

  test('is a small number of exits, and the reasons that it could be told from', () => {
    const [first] = rotherham.scenario.facts!
    const byReason = first.exitsByReason!.map((one, index) => (index === 0 ? { ...one, children: 4 } : one))
    const withheld = withheldWith({ exitsByReason: byReason })
    expect(isPathWithheld('facts.0.exitsByReason.0', withheld)).toBe(true)
    const named = byReason.flatMap(({ reasons }) => reasons)
    // What the named reasons leave of all exits was of the others, so that their lines would tell it.
    expect([...withheld.reasons]).toEqual(expect.arrayContaining(byReason[0].reasons))
    expect(withheld.reasons.size).toBeGreaterThan(byReason[0].reasons.length)
    expect(isLineWithheld(`exits:${byReason[0].reasons[0]}`, withheld, {})).toBe(true)
    expect(named.some((reason) => !withheld.reasons.has(reason))).toBe(true)
  })

  test('is no exit where none is small', () => {
    expect(withheldWith({}).reasons.size).toBe(0)
  })

  test('is both flows where one is small, with all their lines', () => {
    const withheld = withheldWith({ entries: 4 })
    expect(isPathWithheld('facts.0.entries', withheld)).toBe(true)
    expect(isPathWithheld('facts.0.exits', withheld)).toBe(true)
    expect(isLineWithheld('entries', withheld, {})).toBe(true)
    expect(isLineWithheld('exits:turned18', withheld, {})).toBe(true)
  })

  test('is of entrants only what is counted', () => {
    const withheld = withheldWith({})
    const assumed = rotherham.figures.filter(({ kind }) => kind === 'assumed').map(({ path }) => path)
    const ofEntrants = [...withheld.paths].filter((path) => path.startsWith('entries.'))
    expect(ofEntrants.filter((path) => assumed.includes(path))).toEqual([])
  })
})
