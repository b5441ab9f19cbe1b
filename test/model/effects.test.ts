// What each effect of the scenario file becomes in the engine: known answers, through compileProgramme.
import { describe, expect, test } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { hash32 } from '../../src/domain/hash32.ts'
import { packagePlans } from '../../src/input/packages.ts'
import type { Effect, Intervention } from '../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../src/model/axes.ts'
import { compileEntryPairs } from '../../src/model/entries.ts'
import { compileProgramme } from '../../src/model/packages/compile-programme.ts'
import type { EffectModel } from '../../src/model/packages/programme.ts'
import { everyAge, simpleScenario } from '../simple-scenario.ts'

const ADDRESS = hash32('interventions.it.effects.0')
const YEAR = 365.25
/** Longer than anybody is in care. */
const EVER = 6576

/** Day 1 is 1 April 2021; a year of 365 days, and one more. */
const SCENARIO: Scenario = simpleScenario({
  upliftPerYear: 0.1,
  placements: {
    kin: { label: 'Kin', weeklyPrice: 300 },
    own: {
      label: 'Own',
      weeklyPrice: 600,
      overflow: ['home'],
      carers: {
        households: 10,
        placesPerHousehold: 2,
        usableShare: 0.8,
        approvalsPerYear: 1,
        approvalMonths: 6,
        deregistrationsPerHouseholdYear: 0.1,
      },
    },
    home: { label: 'Home', weeklyPrice: 5_000 },
    flat: { label: 'Flat', weeklyPrice: 900, places: 3, overflow: ['home'], ages: ['16 to 17'] },
  },
  entries: {
    perYear: 100,
    ages: { 'under 1': 0.1, '1 to 4': 0.2, '5 to 9': 0.2, '10 to 15': 0.3, '16 to 17': 0.2 },
    placements: { ...everyAge({ kin: 0.5, own: 0.5 }), '10 to 15': { own: 0.6, home: 0.4 } },
  },
  afterCare: {
    reentry: { reunification: { 12: 0.2 } },
    allowances: { adoption: { weekly: 100, months: 12 } },
    services: { stayingPut: { label: 'Staying Put', after: ['turned18'], weekly: 200, months: 12 } },
  },
})

const AT_ONCE: Omit<Intervention, 'effects'> = { label: 'It', start: { date: '2021-04-01' } }

function compiled(effect: Effect, timing: Partial<Intervention> = {}): EffectModel[] {
  const scenario = { ...SCENARIO, interventions: { it: { ...AT_ONCE, ...timing, effects: [effect] } } }
  return compileProgramme(scenario, axesOf(scenario), packagePlans(scenario)).interventions[0].effects
}

const oneOf = (effect: Effect, timing: Partial<Intervention> = {}): EffectModel => {
  const [one, ...more] = compiled(effect, timing)
  expect(more).toEqual([])
  return one
}

/** [age * placements + placement] 1 where both are among those named; all where nothing is. */
const homes = (ages: readonly string[] = AGE_BANDS, placements = ['kin', 'own', 'home', 'flat']) =>
  Uint8Array.from(
    AGE_BANDS.flatMap((age) =>
      ['kin', 'own', 'home', 'flat'].map((key) => (ages.includes(age) && placements.includes(key) ? 1 : 0)),
    ),
  )
const everyone = { homes: homes(), careFrom: 0, careTo: EVER }

/** [outcome] the six reasons, then moves to kin, own, home and flat. */
const outcomes = (...numbers: number[]) =>
  Uint8Array.from({ length: 10 }, (_, at) => (numbers.includes(at) ? 1 : 0))
const [TO_KIN, TO_OWN, TO_HOME, TO_FLAT] = [6, 7, 8, 9]

const NONE = new Float64Array(0)
/** [day] the same on all 730 days. */
const daily = (perDay: number) => new Float64Array(731).fill(perDay, 1)

describe('preventEntries', () => {
  test('prevents so many a year of average length, of those whom it is for', () => {
    expect(oneOf({ preventEntries: { prevents: 15, ages: ['10 to 15'], placements: ['home'] } })).toEqual({
      kind: 'prevention',
      address: ADDRESS,
      perDay: daily(15 / YEAR),
      share: 0,
      homes: homes(['10 to 15'], ['home']),
      eligibleShare: expect.closeTo(0.12, 12),
      byFamily: false,
      isDisjoint: false,
      delayedShare: 0,
      delayDays: 730,
    })
  })

  test('prevents of those served who would have entered and then do not', () => {
    expect(oneOf({ preventEntries: { serves: 90, targeting: 0.4, success: 0.5 } })).toMatchObject({
      perDay: daily((90 * 0.4 * 0.5) / YEAR),
      eligibleShare: 1,
      homes: homes(),
    })
  })

  test('prevents by financial year by the days of the year, and nobody in years that are not named', () => {
    const { perDay } = oneOf({ preventEntries: { perFinancialYear: { '2021/22': 73, '2030/31': 9 } } }) as {
      perDay: Float64Array
    }
    expect(perDay).toEqual(new Float64Array(731).fill(0.2, 1, 366))
  })

  test('can count families, be disjoint, and only delay', () => {
    const effect = {
      prevents: 5,
      unit: 'family',
      overlap: 'disjoint',
      onlyDelayed: 0.25,
      delayMonths: 6,
    } as const
    expect(oneOf({ preventEntries: effect })).toMatchObject({
      byFamily: true,
      isDisjoint: true,
      delayedShare: 0.25,
      delayDays: 182,
    })
  })

  test('below 0 has so many more enter of those whom it is for, and in other years can prevent', () => {
    const whom = { ages: ['10 to 15'], placements: ['home'] } satisfies Partial<Effect['preventEntries']>
    expect(oneOf({ preventEntries: { prevents: -15, ...whom, unit: 'family' } })).toEqual({
      kind: 'entries',
      address: ADDRESS,
      perDay: daily(15 / YEAR),
      extra: 0,
      eligibleShare: expect.closeTo(0.12, 12),
      pairs: compileEntryPairs(SCENARIO, homes(['10 to 15'], ['home'])),
      byFamily: true,
    })
    expect(oneOf({ preventEntries: { serves: 90, targeting: 0.4, success: -0.5 } })).toMatchObject({
      kind: 'entries',
      perDay: daily((90 * 0.4 * 0.5) / YEAR),
    })
    const both = compiled({ preventEntries: { perFinancialYear: { '2021/22': 73, '2022/23': -73 } } })
    expect(both).toMatchObject([
      { kind: 'prevention', perDay: new Float64Array(731).fill(0.2, 1, 366) },
      { kind: 'entries', perDay: new Float64Array(731).fill(0.2, 366) },
    ])
  })

  test('is left out where it prevents nobody, or is for nobody who enters', () => {
    expect(compiled({ preventEntries: { prevents: 0 } })).toEqual([])
    expect(compiled({ preventEntries: { serves: 90, targeting: 0, success: 1 } })).toEqual([])
    expect(compiled({ preventEntries: { prevents: 5, placements: ['flat'] } })).toEqual([])
  })
})

describe('raiseExits', () => {
  const eligible = { homes: homes(AGE_BANDS, ['kin']), careFrom: 365, careTo: 730 }
  const whom = { placements: ['kin'], monthsInCare: { from: 12, to: 24 } }
  const reason = 'specialGuardianship' as const

  test('has so many more exits a year for one reason, of those whom it is for', () => {
    expect(oneOf({ raiseExits: { reason, perYear: 12, ...whom } })).toEqual({
      kind: 'extra',
      address: ADDRESS,
      perDay: daily(12 / YEAR),
      extraRatio: 0,
      outcomes: outcomes(1),
      eligible,
      reach: 1,
    })
  })

  test('has more of them by a ratio above 1, and fewer by one below', () => {
    expect(oneOf({ raiseExits: { reason, hazardRatio: 1.25, ...whom } })).toEqual({
      kind: 'extra',
      address: ADDRESS,
      perDay: NONE,
      extraRatio: 0.25,
      outcomes: outcomes(1),
      eligible,
      reach: 1,
    })
    expect(oneOf({ raiseExits: { reason, hazardRatio: 0, ...whom } })).toEqual({
      kind: 'fewer',
      address: ADDRESS,
      ratio: 0,
      outcomes: outcomes(1),
      eligible,
      reach: 1,
    })
  })

  test('is left out with a ratio of 1 or nobody a year', () => {
    expect(compiled({ raiseExits: { reason, hazardRatio: 1 } })).toEqual([])
    expect(compiled({ raiseExits: { reason, perYear: 0 } })).toEqual([])
    expect(compiled({ raiseExits: { reason, perFinancialYear: { '2030/31': 5 } } })).toEqual([])
  })
})

describe('reviewCohort', () => {
  const gates = [
    { name: 'assessment', probability: 0.8, months: 2, perPostMonth: 4 },
    { name: 'court', probability: 0.5, months: 6, perMonth: 3 },
    { name: 'order', probability: 1, months: 0 },
  ]

  test('has its list and gates, each with what it takes in a day', () => {
    const review = { children: 80, gates, leaveFor: 'specialGuardianship', placements: ['own'] } as const
    expect(oneOf({ reviewCohort: { ...review, placements: ['own'] } })).toEqual({
      kind: 'review',
      address: ADDRESS,
      children: 80,
      outcome: 1,
      eligible: { homes: homes(AGE_BANDS, ['own']), careFrom: 0, careTo: EVER },
      gates: [
        { name: 'assessment', probability: 0.8, days: 60, perDay: 0, perPostDay: 48 / YEAR },
        { name: 'court', probability: 0.5, days: 182, perDay: 36 / YEAR, perPostDay: 0 },
        { name: 'order', probability: 1, days: 1, perDay: Number.POSITIVE_INFINITY, perPostDay: 0 },
      ],
    })
  })

  test('reviews for a move those who are elsewhere and of an age that the placement takes', () => {
    expect(oneOf({ reviewCohort: { children: 5, gates, moveTo: 'flat' } })).toMatchObject({
      outcome: TO_FLAT,
      eligible: { homes: homes(['16 to 17'], ['kin', 'own', 'home']) },
    })
  })

  test('keeps its gates with nobody on the list', () => {
    expect(oneOf({ reviewCohort: { children: 0, gates, leaveFor: 'adoption' } })).toMatchObject({
      children: 0,
      outcome: 3,
    })
  })
})

describe('addPlaces', () => {
  test('opens places after the lag, whole ones as it grows, and closes them at the end', () => {
    const { kind, placement, added } = oneOf(
      { addPlaces: { placement: 'flat', places: 4, lagMonths: 1 } },
      { rampMonths: 4, end: '2022-01-31' },
    ) as Extract<EffectModel, { kind: 'places' }>
    expect([kind, placement]).toEqual(['places', 3])
    const changes = [...added].flatMap((count, day) => (count === added[day - 1] ? [] : [[day, count]]))
    // 30 days of lag, then a place in every quarter of 121 days; 31 January 2022 is day 306.
    expect(changes).toEqual([
      [0, 0],
      [61, 1],
      [91, 2],
      [122, 3],
      [152, 4],
      [307, 0],
    ])
  })

  test('has places on day 1 that opened before the scenario', () => {
    const effect = { addPlaces: { placement: 'flat', places: 4, lagMonths: 3 } }
    const { added } = oneOf(effect, { start: { date: '2020-10-01' } }) as { added: Int32Array }
    expect([added[0], added[1], added[730]]).toEqual([0, 4, 4])
  })

  test('has households approved beside the others, with the lag after recruiting', () => {
    expect(oneOf({ addPlaces: { placement: 'own', householdsPerYear: 12, lagMonths: 6 } })).toEqual({
      kind: 'households',
      address: ADDRESS,
      stock: 0,
      perDay: daily(12 / YEAR).fill(0, 0, 183),
    })
    const byYear = { placement: 'own', householdsPerFinancialYear: { '2022/23': 365 } }
    expect(oneOf({ addPlaces: byYear })).toMatchObject({ perDay: daily(1).fill(0, 0, 366) })
  })

  test('is left out with nothing to add', () => {
    expect(compiled({ addPlaces: { placement: 'flat', places: 0 } })).toEqual([])
    expect(compiled({ addPlaces: { placement: 'own', householdsPerYear: 0 } })).toEqual([])
  })
})

describe('stepDown', () => {
  test('moves so many a year from some placements to one', () => {
    const effect = { from: ['home'], to: 'own', perYear: 4, ages: ['10 to 15' as const] }
    expect(oneOf({ stepDown: effect })).toEqual({
      kind: 'extra',
      address: ADDRESS,
      perDay: daily(4 / YEAR),
      extraRatio: 0,
      outcomes: outcomes(TO_OWN),
      eligible: { homes: homes(['10 to 15'], ['home']), careFrom: 0, careTo: EVER },
      reach: 1,
    })
  })

  test('moves nobody of an age that the placement does not take', () => {
    expect(oneOf({ stepDown: { from: ['home', 'kin'], to: 'flat', hazardRatio: 2 } })).toMatchObject({
      kind: 'extra',
      extraRatio: 1,
      outcomes: outcomes(TO_FLAT),
      eligible: { homes: homes(['16 to 17'], ['kin', 'home']) },
      reach: 1,
    })
  })

  test('has fewer such moves by a ratio below 1', () => {
    expect(oneOf({ stepDown: { from: ['home'], to: 'kin', hazardRatio: 0.5 } })).toMatchObject({
      kind: 'fewer',
      ratio: 0.5,
      outcomes: outcomes(TO_KIN),
    })
  })
})

describe('stabilise', () => {
  test('is up to three effects: all moves, carers who leave, children who come back', () => {
    const effect = { moves: 0.9, carerAttrition: 0.8, reentry: 0.75, ages: ['5 to 9' as const] }
    const eligible = { homes: homes(['5 to 9']), careFrom: 0, careTo: EVER }
    expect(compiled({ stabilise: effect })).toEqual([
      {
        kind: 'fewer',
        address: ADDRESS,
        ratio: 0.9,
        outcomes: outcomes(TO_KIN, TO_OWN, TO_HOME, TO_FLAT),
        eligible,
        reach: 1,
      },
      { kind: 'attrition', ratio: 0.8, stocks: Uint8Array.of(1) },
      {
        kind: 'returns',
        address: ADDRESS,
        ratio: 0.75,
        reasons: Uint8Array.of(1, 1, 1, 1, 1, 1, 0),
        eligible,
        reach: 1,
      },
    ])
  })

  test('is for carers of its placements, and for the reasons that it names', () => {
    expect(compiled({ stabilise: { carerAttrition: 1.2, placements: ['kin'] } })).toEqual([
      { kind: 'attrition', ratio: 1.2, stocks: Uint8Array.of(0) },
    ])
    expect(oneOf({ stabilise: { reentry: 2, reasons: ['adoption', 'other'] } })).toMatchObject({
      ratio: 2,
      reasons: Uint8Array.of(0, 0, 0, 1, 0, 1, 0),
    })
  })

  test('has more moves by a ratio above 1, and leaves out ratios of 1', () => {
    expect(compiled({ stabilise: { moves: 1.5, carerAttrition: 1, reentry: 1 } })).toMatchObject([
      { kind: 'extra', extraRatio: 0.5 },
    ])
  })
})

describe('a reach', () => {
  test('is that of the ratios of one effect, and leaves nothing of it at 0', () => {
    const effect = { moves: 0.5, reentry: 2, carerAttrition: 0.5 }
    expect(compiled({ stabilise: { ...effect, reach: 0.3 } })).toMatchObject([
      { kind: 'fewer', address: ADDRESS, reach: 0.3 },
      { kind: 'attrition' },
      { kind: 'returns', address: ADDRESS, reach: 0.3 },
    ])
    expect(compiled({ stabilise: { ...effect, reach: 0 } })).toMatchObject([{ kind: 'attrition' }])
    const exits = { reason: 'adoption', hazardRatio: 2 } as const
    expect(oneOf({ raiseExits: { ...exits, reach: 0.3 } })).toMatchObject({ kind: 'extra', reach: 0.3 })
    const down = { from: ['home'], to: 'kin', hazardRatio: 0.5 }
    expect(oneOf({ stepDown: { ...down, reach: 0.3 } })).toMatchObject({ kind: 'fewer', reach: 0.3 })
    expect(compiled({ stepDown: { ...down, reach: 0 } })).toEqual([])
  })
})

describe('changePrice', () => {
  const prices = (effect: NonNullable<Effect['changePrice']>, timing?: Partial<Intervention>) =>
    oneOf({ changePrice: effect }, timing) as Extract<EffectModel, { kind: 'price' }>

  test('multiplies the price of its placements by a percentage', () => {
    const { factor, addedPence } = prices({ placements: ['home'], percent: -0.03 })
    expect([...factor]).toEqual([1, 1, 0.97, 1, 1, 1, 0.97, 1])
    expect(addedPence.every((pence) => pence === 0)).toBe(true)
  })

  test('adds £ a week in prices of the price base, uplifted to each year', () => {
    const { factor, addedPence } = prices({ placements: ['own', 'kin'], weekly: 25 })
    expect([...factor]).toEqual(Array(8).fill(1))
    expect([...addedPence].map((pence) => Number(pence.toFixed(6)))).toEqual([
      2500, 2500, 0, 0, 2750, 2750, 0, 0,
    ])
  })

  test('has in a year the mean over its days', () => {
    // Half of 2021/22 is 182 of 365 days.
    const { factor } = prices({ placements: ['kin'], percent: 0.1 }, { start: { date: '2021-10-01' } })
    expect([factor[0], factor[4]]).toEqual([1 + 0.1 * (182 / 365), 1.1])
  })

  test('is left out with a change of 0, and as a contribution, which is a line of the ledger', () => {
    expect(compiled({ changePrice: { placements: ['kin'], percent: 0 } })).toEqual([])
    expect(compiled({ changePrice: { contribution: { payer: 'NHS', share: 0.1 } } })).toEqual([])
  })
})

describe('extendStay', () => {
  test('is another share of a service, and another rate of independence at 16 and 17', () => {
    expect(compiled({ extendStay: { service: 'stayingPut', share: 0.7, independence: 0.6 } })).toEqual([
      { kind: 'service', payment: 1, share: 0.7 },
      {
        kind: 'fewer',
        address: ADDRESS,
        ratio: 0.6,
        outcomes: outcomes(EXIT_REASONS.indexOf('independence')),
        eligible: { homes: homes(['16 to 17']), careFrom: 0, careTo: EVER },
        reach: 1,
      },
    ])
  })

  test('is left out with a ratio of 1', () => {
    expect(compiled({ extendStay: { independence: 1 } })).toEqual([])
  })
})

describe('shiftDemand', () => {
  test('keeps a share of all entrants away by a factor below 1', () => {
    expect(oneOf({ shiftDemand: { on: 'entries', factor: 0.9 } })).toEqual({
      kind: 'prevention',
      address: ADDRESS,
      perDay: NONE,
      share: 1 - 0.9,
      homes: homes(),
      eligibleShare: 1,
      byFamily: false,
      isDisjoint: false,
      delayedShare: 0,
      delayDays: 1,
    })
  })

  test('has more entrants by a factor above 1', () => {
    expect(oneOf({ shiftDemand: { on: 'entries', factor: 1.5 } })).toEqual({
      kind: 'entries',
      address: ADDRESS,
      perDay: NONE,
      extra: 0.5,
      eligibleShare: 1,
      pairs: compileEntryPairs(SCENARIO),
      byFamily: false,
    })
  })

  test('can be of entrants of some ages who would enter some placements, and of children who leave these', () => {
    const whom = { ages: ['10 to 15'], placements: ['home'] } satisfies Partial<Effect['shiftDemand']>
    const eligible = { homes: homes(['10 to 15'], ['home']), careFrom: 0, careTo: EVER }
    expect(oneOf({ shiftDemand: { on: 'entries', factor: 0.9, ...whom } })).toMatchObject({
      kind: 'prevention',
      homes: eligible.homes,
      eligibleShare: expect.closeTo(0.12, 12),
    })
    expect(oneOf({ shiftDemand: { on: 'entries', factor: 1.1, ...whom } })).toMatchObject({
      kind: 'entries',
      eligibleShare: expect.closeTo(0.12, 12),
      pairs: { pairAge: Uint8Array.of(3), pairPlacement: Uint8Array.of(2) },
    })
    expect(oneOf({ shiftDemand: { on: 'exits', factor: 0.9, ...whom } })).toMatchObject({ eligible })
    expect(compiled({ shiftDemand: { on: 'entries', factor: 1.1, placements: ['flat'] } })).toEqual([])
  })

  test('has more or fewer exits for all six reasons', () => {
    const all = outcomes(0, 1, 2, 3, 4, 5)
    expect(oneOf({ shiftDemand: { on: 'exits', factor: 1.5 } })).toEqual({
      kind: 'extra',
      address: ADDRESS,
      perDay: NONE,
      extraRatio: 0.5,
      outcomes: all,
      eligible: everyone,
      reach: 1,
    })
    expect(oneOf({ shiftDemand: { on: 'exits', factor: 0.5 } })).toEqual({
      kind: 'fewer',
      address: ADDRESS,
      ratio: 0.5,
      outcomes: all,
      eligible: everyone,
      reach: 1,
    })
  })

  test('is left out with a factor of 1', () => {
    for (const on of ['entries', 'exits'] as const)
      expect(compiled({ shiftDemand: { on, factor: 1 } })).toEqual([])
  })
})
