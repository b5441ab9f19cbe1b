import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { checkRules } from '../../../src/input/rules/scenario-rules.ts'
import type { Effect, Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { problemsOf, SMALLSHIRE } from '../smallshire.ts'

const { scenario: SMALL } = parseScenario(SMALLSHIRE, 's.yaml')
const PLACEMENTS = '(kinship, inHouseFoster, ifa, externalResidential, supported)'

const intervention = (changes: Partial<Intervention> = {}): Intervention => ({
  label: 'It',
  start: { date: '2025-04-01' },
  effects: [{ preventEntries: { prevents: 5 } }],
  ...changes,
})

/** Writes each problem of Smallshire with these blocks as `path: message`. */
function problemsWith(changes: Partial<Scenario>): string[] {
  return checkRules({ ...SMALL, ...changes }).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const problemsOfOne = (changes: Partial<Intervention>, others: Partial<Scenario> = {}) =>
  problemsWith({ ...others, interventions: { it: intervention(changes) } })

const gates = [{ name: 'assessment', probability: 0.5, months: 1 }]

type EffectCase = [title: string, effect: Effect, problems: string[]]

const effectCases: EffectCase[] = [
  [
    'placements that there are not, with the nearest name',
    { preventEntries: { prevents: 5, placements: ['ifa', 'kinshp'] } },
    [
      `preventEntries.placements.1: 'kinshp' is not one of the placements ${PLACEMENTS}; did you mean kinship?`,
    ],
  ],
  [
    'months in care from which on nobody is left',
    { raiseExits: { reason: 'adoption', perYear: 1, monthsInCare: { from: 12, to: 12 } } },
    ['raiseExits.monthsInCare: reaches nobody: from 12 is not below to 12'],
  ],
  [
    'no fault in months in care from or to which it reaches children',
    { raiseExits: { reason: 'adoption', perYear: 1, monthsInCare: { to: 12 } } },
    [],
  ],
  [
    'years that are none, and years behind the end, but not those before the start',
    {
      preventEntries: { perFinancialYear: { '2010/11': 1, '2025/27': 1, '2026/27': 1, '2027/28': 1 } },
    },
    [
      'preventEntries.perFinancialYear.2025/27: must be a financial year like 2017/18',
      'preventEntries.perFinancialYear.2027/28: is after the last year of this scenario, 2026/27',
    ],
  ],
  [
    'a placement to move to that there is not',
    { reviewCohort: { children: 5, gates, moveTo: 'ifb' } },
    [`reviewCohort.moveTo: 'ifb' is not one of the placements ${PLACEMENTS}; did you mean ifa?`],
  ],
  [
    'a placement to move to that is one to move from',
    { reviewCohort: { children: 5, gates, moveTo: 'ifa', placements: ['kinship', 'ifa'] } },
    ['reviewCohort.moveTo: ifa is one of the placements to move from'],
  ],
  [
    'a placement to move to that takes none of the ages',
    { reviewCohort: { children: 5, gates, moveTo: 'supported', ages: ['10 to 15'] } },
    ['reviewCohort.moveTo: supported takes only 16 to 17, none of the ages that it is for'],
  ],
  [
    'a gate that posts limit, without posts, and a name that two gates have',
    {
      reviewCohort: {
        children: 5,
        gates: [...gates, { ...gates[0], perPostMonth: 4 }],
        leaveFor: 'adoption',
      },
    },
    [
      'reviewCohort.gates.1.name: is the name of another gate of the intervention',
      'reviewCohort.gates.1.perPostMonth: needs posts; say how many the intervention has',
    ],
  ],
  [
    'places in a placement that there is not',
    { addPlaces: { placement: 'ifb', places: 2, lagMonths: 3 } },
    [`addPlaces.placement: 'ifb' is not one of the placements ${PLACEMENTS}; did you mean ifa?`],
  ],
  [
    'places where there is no limit',
    { addPlaces: { placement: 'ifa', places: 2 } },
    ['addPlaces.placement: ifa has no limit of places, so that more would change nothing'],
  ],
  ['no fault in places beside those of carers', { addPlaces: { placement: 'inHouseFoster', places: 2 } }, []],
  [
    'households where there are no carers',
    { addPlaces: { placement: 'ifa', householdsPerYear: 2 } },
    ['addPlaces.placement: ifa has no carers, whom the households could join'],
  ],
  [
    'no fault in households of carers',
    { addPlaces: { placement: 'inHouseFoster', householdsPerYear: 2 } },
    [],
  ],
  [
    'steps down from and to placements that there are not',
    { stepDown: { from: ['homes'], to: 'fostr', perYear: 1 } },
    [
      `stepDown.from.0: 'homes' is not one of the placements ${PLACEMENTS}`,
      `stepDown.to: 'fostr' is not one of the placements ${PLACEMENTS}`,
    ],
  ],
  [
    'a step down to where the children are',
    { stepDown: { from: ['ifa', 'kinship'], to: 'kinship', perYear: 1 } },
    ['stepDown.to: kinship is one of the placements to move from'],
  ],
  [
    'carers kept where there are none',
    { stabilise: { carerAttrition: 0.8, placements: ['ifa'] } },
    ['stabilise.carerAttrition: needs carers, and none of its placements has any'],
  ],
  ['no fault in carers kept in all placements', { stabilise: { carerAttrition: 0.8, reentry: 0.9 } }, []],
  [
    'a shift of entrants to a placement that there is not',
    { shiftDemand: { on: 'entries', factor: 0.9, placements: ['ifb'] } },
    [`shiftDemand.placements.0: 'ifb' is not one of the placements ${PLACEMENTS}; did you mean ifa?`],
  ],
  [
    'prices and contributions of placements that there are not',
    { changePrice: { contribution: { payer: 'NHS', share: 0.1, of: ['ifb'] } } },
    [`changePrice.contribution.of.0: 'ifb' is not one of the placements ${PLACEMENTS}; did you mean ifa?`],
  ],
  [
    'a service that there is not',
    { extendStay: { service: 'stayPut', share: 0.5 } },
    [
      `extendStay.service: 'stayPut' is not one of the services after care (stayingPut); did you mean stayingPut?`,
    ],
  ],
]

describe('checkRules finds in an effect', () => {
  test.each(effectCases)('%s', (_, effect, problems) => {
    expect(problemsOfOne({ effects: [effect] })).toEqual(
      problems.map((problem) => `interventions.it.effects.0.${problem}`),
    )
  })

  test('children who come back less often where nobody comes back, and services where there are none', () => {
    const effects: Effect[] = [
      { stabilise: { reentry: 0.5 } },
      { extendStay: { service: 'stayingPut', share: 1 } },
    ]
    expect(problemsOfOne({ effects }, { afterCare: undefined })).toEqual([
      'interventions.it.effects.0.stabilise.reentry: needs children who come back; state afterCare.reentry',
      "interventions.it.effects.1.extendStay.service: 'stayingPut' names nothing: the scenario has no services after care",
    ])
  })

  test('places behind the others of a placement with places', () => {
    const placements = {
      ...SMALL.placements,
      supported: { ...SMALL.placements.supported, places: 9, overflow: ['ifa'] },
    }
    const effects: Effect[] = [{ addPlaces: { placement: 'supported', places: 2 } }]
    expect(problemsOfOne({ effects }, { placements })).toEqual([])
  })
})

describe('checkRules finds in an intervention', () => {
  test('a start behind the end of the scenario, but none before its start where it still runs then', () => {
    expect(problemsOfOne({ start: { date: '2027-04-01' } })).toEqual([
      'interventions.it.start.date: 2027-04-01 is after the end, 2027-03-31; the intervention would change nothing',
    ])
    expect(problemsOfOne({ start: { date: '2019-04-01' } })).toEqual([])
    expect(problemsOfOne({ start: { date: '2019-04-01' }, end: '2024-04-01' })).toEqual([])
  })

  test('an end before the start of the scenario, unless what it did persists or is still to come', () => {
    const over: Partial<Intervention> = { start: { date: '2019-04-01' }, end: '2023-04-01' }
    const adding = (addPlaces: Effect['addPlaces']) => ({ ...over, effects: [{ addPlaces }] })
    const placement = 'inHouseFoster'
    const message =
      'interventions.it.end: 2023-04-01 is not after the start of the scenario, 2024-03-31; the intervention would change nothing'
    expect(problemsOfOne(over)).toEqual([message])
    expect(problemsOfOne({ ...over, persistMonths: 0 })).toEqual([message])
    expect(problemsOfOne({ ...over, persistMonths: 24 })).toEqual([])
    // Places close with the intervention; households who were recruited are approved after the lag.
    expect(problemsOfOne(adding({ placement, places: 2, lagMonths: 18 }))).toEqual([message])
    expect(problemsOfOne(adding({ placement, householdsPerYear: 2 }))).toEqual([message])
    expect(problemsOfOne(adding({ placement, householdsPerYear: 2, lagMonths: 18 }))).toEqual([])
  })

  test('an end that is not after its start', () => {
    expect(problemsOfOne({ end: '2025-04-01' })).toEqual([
      'interventions.it.end: 2025-04-01 is not after the start of the intervention, 2025-04-01',
    ])
  })

  test('more vacant posts than there are', () => {
    expect(problemsOfOne({ posts: { number: 2, vacant: 3 } })).toEqual([
      'interventions.it.posts.vacant: 3 posts are vacant, but there are only 2',
    ])
    expect(problemsOfOne({ posts: { number: 2, vacant: 2 } })).toEqual([])
  })

  test('money for posts and places that it does not have, and in years behind the end', () => {
    expect(
      problemsOfOne({ investment: { perPostYear: 1, perPlaceYear: 1, perFinancialYear: { '2030/31': 1 } } }),
    ).toEqual([
      'interventions.it.investment.perPostYear: needs posts; say how many there are',
      'interventions.it.investment.perPlaceYear: needs places; none of the effects is addPlaces',
      'interventions.it.investment.perFinancialYear.2030/31: is after the last year of this scenario, 2026/27',
    ])
  })

  test('a name that a contribution has too, where others pay for it', () => {
    const contributions = { it: { label: 'Grant', payer: 'DfE', share: 0.1 } }
    expect(problemsOfOne({ investment: { payer: 'DfE', perCase: 1 } }, { contributions })).toEqual([
      'interventions.it: is a contribution too, and what others pay of both would be one line; give one another name',
    ])
    expect(problemsOfOne({}, { contributions })).toEqual([])
  })

  test('more children than a run can hold, by a change of entries', () => {
    const effects: Effect[] = [{ shiftDemand: { on: 'entries', factor: 20 } }]
    const entries = { ...SMALL.entries, perYear: 100_000, trendPerYear: 0 }
    expect(problemsOfOne({ effects }, { entries })).toEqual([
      'entries.perYear: brings about 6.0 million children into one run; the limit is 1.5 million; shorten the horizon or lower the entries',
    ])
  })
})

describe('checkRules finds', () => {
  test('more children than a run can hold where services bring that many', () => {
    const effects: Effect[] = Array.from({ length: 6 }, () => ({
      preventEntries: { serves: 100_000, targeting: 1, success: -1 },
    }))
    expect(problemsOfOne({ effects })).toEqual([
      'entries.perYear: brings about 1.8 million children into one run; the limit is 1.5 million; shorten the horizon or lower the entries',
    ])
    expect(problemsOfOne({ effects: effects.slice(0, 4) })).toEqual([])
  })
})

describe('checkRules finds in packages', () => {
  const interventions = {
    a: intervention(),
    b: intervention({
      label: 'By child',
      effects: [{ preventEntries: { prevents: 5, overlap: 'disjoint' } }],
    }),
    c: intervention({
      label: 'By family',
      effects: [{ preventEntries: { prevents: 5, overlap: 'disjoint', unit: 'family' } }],
    }),
  }

  test('interventions and parents that there are not, and interventions named twice', () => {
    const packages = { core: { extends: 'cora', interventions: ['a', 'd', 'a'] } }
    expect(problemsWith({ interventions, packages })).toEqual([
      "packages.core.extends: 'cora' is not one of the packages (core); did you mean core?",
      "packages.core.interventions.1: 'd' is not one of the interventions (a, b, c); did you mean a?",
      'packages.core.interventions.2: names a a second time',
    ])
    expect(problemsWith({ packages: { core: { interventions: ['a'] } } })).toEqual([
      "packages.core.interventions.0: 'a' names nothing: the scenario has no interventions",
    ])
  })

  test('a circle of packages once, at the first of them', () => {
    const packages = {
      outside: { extends: 'one', interventions: ['a'] },
      one: { extends: 'two', interventions: ['a'] },
      two: { extends: 'one', interventions: ['b'] },
      self: { extends: 'self', interventions: ['a'] },
    }
    expect(problemsWith({ interventions, packages })).toEqual([
      'packages.one.extends: goes in a circle: one -> two -> one',
      'packages.self.extends: goes in a circle: self -> self',
    ])
  })

  test('one that is called like the variant without interventions', () => {
    const packages = { baseline: { interventions: ['a'] } }
    expect(problemsWith({ interventions, packages })).toEqual([
      'packages.baseline: is the name of what packages are compared with; give the package another name',
    ])
  })

  test('disjoint services of one package that count by several units, those that it extends too', () => {
    const message = 'has disjoint services of which b counts by child and c by family; all must have one unit'
    const packages = { core: { interventions: ['b', 'a'] }, more: { extends: 'core', interventions: ['c'] } }
    expect(problemsWith({ interventions, packages })).toEqual([`packages.more: ${message}`])
    expect(problemsWith({ interventions })).toEqual([`interventions: ${message}`])
  })
})

const WRITTEN = `${SMALLSHIRE}
interventions:
  fgc:
    label: Family group conferences
    start: { date: 2024-06-01, slipMonths: { central: 2, low: 1, high: 4 } }
    assumed: invented
    effects:
      - shiftDemand: { on: exits, factor: 1.1 }
      - preventEntries: { prevents: { central: 15, low: 10, high: 20, source: ¶7 }, ages: [10 to 15], delayMonths: 6 }
      - reviewCohort:
          children: 10
          gates: [{ name: court, probability: { central: 0.5, low: 0.3, high: 0.7 }, months: 2 }]
          leaveFor: specialGuardianship
packages:
  core: { interventions: [fgc], cap: 0.5, assumed: invented }
budgets:
  fgc: { label: Conferences, lines: ['intervention:fgc'], perFinancialYear: { 2024/25: 1 }, source: ¶8 }
`
const EFFECTS = 'interventions.fgc.effects'

describe('parseScenario with interventions', () => {
  test('lists their ranges by paths with the positions of lists', () => {
    const { assumptions } = parseScenario(WRITTEN, 's.yaml')
    const ranges = assumptions.filter(({ path }) => path.startsWith('interventions.'))
    expect(ranges.map(({ path, range: { shape } }) => [path, shape])).toEqual([
      ['interventions.fgc.start.slipMonths', 'gamma'],
      [`${EFFECTS}.1.preventEntries.prevents`, 'gamma'],
      [`${EFFECTS}.2.reviewCohort.gates.0.probability`, 'beta'],
    ])
  })

  test('knows where their figures come from', () => {
    const { figures } = parseScenario(WRITTEN, 's.yaml')
    const own = figures.filter(({ path }) => /^(interventions|packages)\./.test(path))
    expect(own.map(({ path, value, text }) => [path, value, text])).toEqual([
      ['interventions.fgc.start.slipMonths', 2, 'invented'],
      [`${EFFECTS}.0.shiftDemand.factor`, 1.1, 'invented'],
      [`${EFFECTS}.1.preventEntries.prevents`, 15, '¶7'],
      [`${EFFECTS}.1.preventEntries.delayMonths`, 6, 'invented'],
      [`${EFFECTS}.2.reviewCohort.children`, 10, 'invented'],
      [`${EFFECTS}.2.reviewCohort.gates.0.probability`, 0.5, 'invented'],
      [`${EFFECTS}.2.reviewCohort.gates.0.months`, 2, 'invented'],
      ['packages.core.cap', 0.5, 'invented'],
    ])
  })

  test('takes sets of their numbers, also of ranges and of numbers that the file leaves out', () => {
    const sets = [
      `${EFFECTS}.1.preventEntries.prevents=20`,
      `${EFFECTS}.1.preventEntries.onlyDelayed=0.25`,
      `${EFFECTS}.2.reviewCohort.gates.0.probability=0.9`,
      'interventions.fgc.start.date=2025-01-01',
      'packages.core.cap=0.6',
    ]
    const { scenario, assumptions } = parseScenario(WRITTEN, 's.yaml', sets)
    expect(scenario.interventions!.fgc).toMatchObject({
      start: { date: '2025-01-01' },
      effects: [
        {},
        { preventEntries: { prevents: 20, onlyDelayed: 0.25, ages: ['10 to 15'] } },
        { reviewCohort: { gates: [{ probability: 0.9 }] } },
      ],
    })
    expect(scenario.packages!.core.cap).toBe(0.6)
    expect(assumptions.map(({ path }) => path)).not.toContain(`${EFFECTS}.1.preventEntries.prevents`)
  })

  test('finds all their problems at once, at their places', () => {
    const broken = WRITTEN.replace('ages: [10 to 15]', 'placements: [ifb]').replace('[fgc]', '[fgcc]')
    expect(problemsOf(broken).map(([pointsAt]) => pointsAt)).toEqual([
      expect.stringMatching(/^ifb\]/),
      expect.stringMatching(/^fgcc\]/),
    ])
  })
})

type WrittenCase = [title: string, from: string, to: string, problems: string[]]

const writtenCases: WrittenCase[] = [
  [
    'two effects in one item of the list',
    '      - preventEntries:',
    '        preventEntries:',
    ['effects.0: must be one effect; write a list item for each'],
  ],
  [
    'an effect that there is not, in one message',
    '- shiftDemand: {',
    '- shiftDemands: {',
    ['effects.0.shiftDemands: is not a known key; did you mean shiftDemand?'],
  ],
  [
    'an effect without its numbers, or with a share above 1',
    'prevents: { central: 15, low: 10, high: 20, source: ¶7 }',
    'serves: 90, targeting: 40',
    [
      'effects.1.preventEntries: targeting and success must both be there',
      'effects.1.preventEntries.targeting: found 40; must be a number from 0 to 1; 40 % is 0.4',
    ],
  ],
  [
    'what should stand below its effect, and in brackets',
    'shiftDemand: { on: exits, factor: 1.1 }',
    'raiseExits:\n        reason: adoption\n        ages: under 1',
    [
      'effects.0.raiseExits: found nothing; must be a block of keys; its keys: reason, perYear, perFinancialYear, hazardRatio, reach, ages, placements, monthsInCare',
      'effects.0.reason: is not a known key here; it belongs to raiseExits: indent it further',
      'effects.0.ages: is not a known key here; it belongs to raiseExits: indent it further',
    ],
  ],
  [
    'fewer exits by a number, which only a ratio says',
    'shiftDemand: { on: exits, factor: 1.1 }',
    'raiseExits: { reason: adoption, perYear: { central: 2, low: -1, high: 5 } }',
    [
      'effects.0.raiseExits.perYear.low: found -1; must be a number from 0 to 100000; fewer than happen anyway are a hazardRatio below 1, and a range from fewer to more is one around 1',
    ],
  ],
  [
    'a reach of a number of children',
    'shiftDemand: { on: exits, factor: 1.1 }',
    'raiseExits: { reason: adoption, perYear: 2, reach: 0.5 }',
    [
      'effects.0.raiseExits.reach: found 0.5; goes with hazardRatio; a number a year is of children whom it reaches',
    ],
  ],
  [
    'a reach of carers',
    'shiftDemand: { on: exits, factor: 1.1 }',
    'stabilise: { carerAttrition: 0.5, reach: 0.5 }',
    [
      'effects.0.stabilise.reach: found 0.5; is of children, and goes with moves or reentry; carerAttrition holds for all carers',
    ],
  ],
  [
    'a range of a share below 0 of a shape that has none',
    'prevents: { central: 15, low: 10, high: 20, source: ¶7 }',
    'serves: 90, targeting: 0.4, success: { central: 0.2, low: -0.1, high: 0.5, shape: beta }',
    ['effects.1.preventEntries.success: a beta lies between 0 and 1, not -0.1 to 0.5'],
  ],
  [
    'a text for a list of ages',
    'ages: [10 to 15]',
    'ages: 10 to 15',
    ["effects.1.preventEntries.ages: found '10 to 15'; must be a list of at least 1; write it as [10 to 15]"],
  ],
]

describe('parseScenario says how to mend', () => {
  test.each(writtenCases)('%s', (_, from, to, problems) => {
    expect(WRITTEN).toContain(from)
    expect(problemsOf(WRITTEN.replace(from, () => to)).map(([, message]) => message)).toEqual(
      problems.map((problem) => `interventions.fgc.${problem}`),
    )
  })

  test('a list in place of packages by name', () => {
    const broken = WRITTEN.replace(/^packages:\n.*$/m, 'packages: [fgc]')
    expect(problemsOf(broken).map(([, message]) => message)).toEqual([
      'packages: found a list of 1; must be a block of keys; give each item of the list a key of its own',
    ])
  })
})

describe('what is paid for each who is served', () => {
  const serving: Effect[] = [{ preventEntries: { serves: 28, targeting: 0.5, success: 0.2 } }]
  const at = 'interventions.it.investment'

  test('needs the number served, which the investment or an effect says', () => {
    expect(problemsOfOne({ investment: { perServed: 2_000 } })).toEqual([
      `${at}.perServed: needs the number served: write serves beside it, or in preventEntries (serves, targeting and success); what is paid only for children in whom it worked is perCase`,
    ])
    expect(problemsOfOne({ investment: { perServed: 2_000, serves: 28 } })).toEqual([])
    expect(problemsOfOne({ investment: { perServed: 2_000 }, effects: serving })).toEqual([])
    const review: Effect[] = [{ reviewCohort: { children: 8, gates, leaveFor: 'adoption' } }]
    expect(problemsOfOne({ investment: { perServed: 2_000 }, effects: review })).toEqual([])
  })

  test('goes with a number served that is paid for, and payment after the end with an end', () => {
    expect(problemsOfOne({ investment: { serves: 28 } })).toEqual([
      `${at}.serves: goes with perServed, £ for each of them; add it, or leave serves out`,
    ])
    expect(
      problemsOfOne({ investment: { perServed: 1, paidWhilePersisting: true }, effects: serving }),
    ).toEqual([`${at}.paidWhilePersisting: needs an end of the intervention, after which it holds`])
  })
})
