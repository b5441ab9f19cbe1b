import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/input/input-error.ts'
import { type PackageChoice, packagePlans, withChoice } from '../../src/input/packages.ts'
import type { Effect, Intervention } from '../../src/input/schema/intervention-schema.ts'

const CHILDREN: Effect = { preventEntries: { prevents: 5, overlap: 'disjoint' } }
const FAMILIES: Effect = { preventEntries: { prevents: 5, overlap: 'disjoint', unit: 'family' } }

const intervention = (...effects: Effect[]): Intervention => ({
  label: 'It',
  start: { date: '2024-04-01' },
  effects,
})

const SCENARIO = {
  interventions: {
    'edge-of-care': intervention(CHILDREN),
    mockingbird: intervention(),
    tracker: intervention(),
    pause: intervention(FAMILIES),
  },
  packages: {
    'do-more': { extends: 'core', interventions: ['tracker', 'edge-of-care'], cap: 0.6 },
    core: { label: 'The core', interventions: ['mockingbird', 'edge-of-care'] },
    most: { extends: 'do-more', interventions: ['tracker'] },
  },
}
const PLANS = packagePlans(SCENARIO)

const chosen = (choice: PackageChoice) =>
  withChoice(PLANS, SCENARIO, choice).map(({ key, interventions }) => `${key}: ${interventions.join(' ')}`)

function messageOf(choice: PackageChoice, scenario: Parameters<typeof packagePlans>[0] = SCENARIO): string {
  try {
    withChoice(packagePlans(scenario), scenario, choice)
    return 'no problem'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.message
  }
}

describe('packagePlans', () => {
  test('puts the interventions of a package behind those that it extends, each once', () => {
    expect(PLANS).toEqual([
      {
        key: 'do-more',
        label: 'Do more',
        interventions: ['mockingbird', 'edge-of-care', 'tracker'],
        cap: 0.6,
      },
      { key: 'core', label: 'The core', interventions: ['mockingbird', 'edge-of-care'], cap: 0.4 },
      { key: 'most', label: 'Most', interventions: ['mockingbird', 'edge-of-care', 'tracker'], cap: 0.4 },
    ])
  })

  test('makes one package of all interventions where there is none, and none without interventions', () => {
    expect(packagePlans({ interventions: SCENARIO.interventions })).toEqual([
      {
        key: 'all-interventions',
        label: 'All interventions',
        interventions: ['edge-of-care', 'mockingbird', 'tracker', 'pause'],
        cap: 0.4,
      },
    ])
    expect(packagePlans({})).toEqual([])
  })
})

describe('withChoice', () => {
  test('keeps all packages where nothing is asked for', () => {
    expect(withChoice(PLANS, SCENARIO, {})).toEqual(PLANS)
  })

  test('keeps the packages that are named, in the order of the scenario', () => {
    expect(chosen({ packages: ['core', 'do-more'] })).toEqual([
      'do-more: mockingbird edge-of-care tracker',
      'core: mockingbird edge-of-care',
    ])
  })

  test('adds interventions to packages that are named, each once', () => {
    expect(chosen({ packages: ['core'], with: ['tracker', 'mockingbird'] })).toEqual([
      'core: mockingbird edge-of-care tracker',
    ])
  })

  test('makes one package of interventions where no package is named', () => {
    expect(withChoice(PLANS, SCENARIO, { with: ['tracker', 'mockingbird', 'tracker'] })).toEqual([
      { key: 'chosen', label: 'Chosen', interventions: ['tracker', 'mockingbird'], cap: 0.4 },
    ])
  })

  test('leaves interventions out of every package', () => {
    expect(chosen({ without: ['edge-of-care', 'tracker'] })).toEqual([
      'do-more: mockingbird',
      'core: mockingbird',
      'most: mockingbird',
    ])
  })

  test('refuses all names that there are not at once, with the nearest', () => {
    expect(messageOf({ packages: ['cores'], with: ['tracer'], without: ['no\nsuch'] })).toBe(
      [
        '--package cores is not one of the packages (do-more, core, most); did you mean core?',
        '--with tracer is not one of the interventions (edge-of-care, mockingbird, tracker, pause); did you mean tracker?',
        '--without no\\nsuch is not one of the interventions (edge-of-care, mockingbird, tracker, pause)',
      ].join('\n'),
    )
    expect(messageOf({ packages: ['core'] }, {})).toBe(
      '--package core names nothing: the scenario has no packages',
    )
  })

  test('refuses to leave out what no package has, and to leave nothing of a package', () => {
    expect(messageOf({ packages: ['core'], without: ['tracker'] })).toBe(
      '--without tracker is in none of the packages',
    )
    expect(messageOf({ packages: ['core'], without: ['edge-of-care', 'mockingbird'] })).toBe(
      '--without edge-of-care,mockingbird leaves the package core without interventions',
    )
  })

  test('refuses disjoint services of several units in one package', () => {
    expect(messageOf({ packages: ['core'], with: ['pause'] })).toBe(
      '--with pause the package core has disjoint services of which edge-of-care counts by child and pause by family; all must have one unit',
    )
  })
})
