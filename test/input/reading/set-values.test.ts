import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, SMALLSHIRE } from '../smallshire.ts'

const withSets = (...sets: string[]) => parseScenario(SMALLSHIRE, 's.yaml', sets)

function messageOf(...sets: string[]): string {
  try {
    withSets(...sets)
    return 'no problem'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.message
  }
}

describe('parseScenario with sets', () => {
  it('puts numbers, texts and dates in place of those in the file', () => {
    const { scenario, sets } = withSets(
      'entries.perYear=300',
      'placements.ifa.weeklyPrice.value=8.5e2',
      'end=2026-03-31',
      'council=2',
      'unknown.1=nothing else',
    )
    expect(sets).toHaveLength(5)
    expect(scenario.entries.perYear).toBe(300)
    expect(scenario.placements.ifa.weeklyPrice).toBe(850)
    expect(scenario).toMatchObject({ end: '2026-03-31', council: '2' })
  })

  it('leaves the other values as they are', () => {
    const { scenario } = withSets('entries.perYear=300')
    const unchanged = parseScenario(SMALLSHIRE, 's.yaml').scenario
    expect({ ...scenario, entries: { ...scenario.entries, perYear: 45 } }).toEqual(unchanged)
  })

  it('adds a value that the file leaves out', () => {
    const { scenario, figures } = withSets('exits.adoption.byPlacement.ifa=2', 'entries.firstMonthShare=0.3')
    expect(scenario.exits.adoption?.byPlacement).toMatchObject({ ifa: 2, kinship: 0 })
    expect(figures.find(({ path }) => path === 'entries.firstMonthShare')).toMatchObject({
      kind: 'assumed',
      text: 'set on the command line (was not given)',
    })
  })

  it('says of a number that it was set, and of the others what they said', () => {
    const { figures } = withSets(
      'entries.perYear=300',
      'history.children.2023-03-31=99',
      'entries.ages.under 1=0.16',
    )
    const textOf = (wanted: string) => figures.find(({ path }) => path === wanted)?.text
    expect(textOf('entries.perYear')).toBe(
      'set on the command line (was 45, invented; a little above the national 40 entries a year for 100 children in care)',
    )
    expect(textOf('history.children.2023-03-31')).toMatch(/^set on the command line \(was 97, invented; /)
    expect(textOf('history.children.2024-03-31')).toMatch(/^invented; a small council/)
    expect(textOf('entries.ages.1 to 4')).toMatch(/^near DfE/)
  })

  it('lists what changed, and not what was set to what it was', () => {
    expect(withSets('entries.perYear=300', 'name=Other', 'openingStock.children=100').changes).toEqual([
      { by: 'set', path: 'name', from: 'Smallshire, three years ahead', to: 'Other' },
      { by: 'set', path: 'entries.perYear', from: '45 (39 to 51)', to: 300 },
    ])
  })

  it('sets one place of a block that is written once and named twice', () => {
    const text = changedSmallshire(
      ['byPlacement: { kinship: 2.5,', 'byPlacement: &ways { kinship: 2.5,'],
      ['childArrangements:\n', 'childArrangements:\n    byPlacement: *ways\n'],
    )
    const { exits } = parseScenario(text, 's.yaml', [
      'exits.specialGuardianship.byPlacement.kinship=3',
    ]).scenario
    expect(exits.specialGuardianship?.byPlacement?.kinship).toBe(3)
    expect(exits.childArrangements?.byPlacement?.kinship).toBe(2.5)
  })

  it.each([
    ['entries.perYear=abc', "entries.perYear: found 'abc'; must be a number from 0 to 200000"],
    [
      'entries.perYear=1,000',
      "entries.perYear: found '1,000'; must be a number from 0 to 200000; write it as 1000",
    ],
    ['end=2019-03-31', 'end: 2019-03-31 is not after the start, 2024-03-31'],
    ['entries.peryear=3', 'entries.peryear: is not in the scenario; did you mean entries.perYear?'],
    ['perYear=3', 'perYear: is not in the scenario; did you mean entries.perYear?'],
    [
      'placements.ifaa.weeklyPrice=3',
      'placements.ifaa.weeklyPrice: is not in the scenario; did you mean placements.ifa.weeklyPrice?',
    ],
    [
      'openingStock.children.x=3',
      'openingStock.children.x: is not in the scenario; did you mean openingStock.children?',
    ],
    [
      'entries.colour=3',
      'entries.colour: is not in the scenario; entries has perYear, trendPerYear, ages, placements, siblings, stockGrowth, monthProfile, firstMonthShare',
    ],
    [
      'facts.0.exits=3',
      'facts.0.exits: is not in the scenario, which has no facts; a set changes values and adds no blocks',
    ],
    [
      'entries=3',
      'entries: is a block of keys; set one of perYear, trendPerYear, ages, placements, siblings, stockGrowth, monthProfile, firstMonthShare',
    ],
    ['unknown=x', 'unknown: is a list; set one of its items by its number, the first is 0'],
    [
      'entries.perYear.assumed=x',
      'entries.perYear.assumed: says where a figure comes from; what is set says so by itself',
    ],
    [
      'exits.adoption.byPlacement.ifaa=1',
      'exits.adoption.byPlacement.ifaa: is not one of the placements (kinship, inHouseFoster, ifa, externalResidential, supported); did you mean ifa?',
    ],
  ])('refuses %s', (set, message) => {
    expect(messageOf(set)).toBe(`--set ${set} ${message}`)
  })

  it.each(['__proto__=1', 'exits.adoption.byPlacement.__proto__=1', 'entries.constructor=1'])(
    'refuses %s, which no scenario has',
    (set) => {
      expect(messageOf(set)).toContain('is not in the scenario')
    },
  )

  it('refuses to set a value twice, and lists all sets that lead nowhere', () => {
    expect(messageOf('entries.perYear=3', 'entries.perYear.value=4', 'ends=x')).toBe(
      '--set entries.perYear.value=4 sets the same value a second time\n' +
        '--set ends=x ends: is not in the scenario; did you mean end?',
    )
  })

  it('lists problems of sets before those of the file, which stay where they are', () => {
    const lines = SMALLSHIRE.split('\n')
    const children = lines.findIndex((text) => text.startsWith('  children: { 2021')) + 1
    const placements = lines.indexOf('  placements:') + 1
    expect(messageOf('openingStock.children=101', 'priceBase=2023')).toBe(
      "--set priceBase=2023 priceBase: found '2023'; must be a financial year like 2017/18; write 2022/23 or 2023/24, whichever is meant",
    )
    expect(messageOf('openingStock.children=101', 'end=2000-01-01')).toBe(
      '--set end=2000-01-01 end: 2000-01-01 is not after the start, 2024-03-31\n' +
        `s.yaml:${children}:75 history.children.2024-03-31: 100 is not the 101 of openingStock.children on the same day; one of them is wrong\n` +
        `s.yaml:${placements}:3 openingStock.placements: the placements hold 100 children; openingStock.children says 101`,
    )
  })
})
