// What holds of every package: one that changes nothing is the baseline, and whom no effect touched lives as in the baseline.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../../src/model/compile-model.ts'
import type { EffectModel, InterventionModel } from '../../../src/model/packages/programme.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import type { Choice } from '../../../src/run/plain/programme.ts'
import { simulatePlainly } from '../../../src/run/plain/simulate-plainly.ts'
import { INTERVENTION_MEASURES, rowLayout } from '../../../src/run/run-row.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { howMany } from '../../how-many.ts'
import { constantHazard, everyAge, simpleScenario } from '../../simple-scenario.ts'
import {
  everyone,
  extra,
  extraEntries,
  fewer,
  OPEN_GATE,
  outcomeOf,
  outcomesOf,
  perYear,
  prevention,
  reached,
  returns,
  review,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from '../simple-programme.ts'

/** Effects of every kind that the scenario has something for. */
function effectsOf(model: Model): EffectModel[] {
  const { axes, carers } = model
  const [first] = axes.placements
  return [
    prevention(model, { share: 0.2, delayedShare: 0.3, delayDays: 200 }),
    prevention(model, { perDay: perYear(model, 5), isDisjoint: true, byFamily: true }),
    extra(model, { perDay: perYear(model, 20) }),
    extra(model, { extraRatio: 2, outcomes: outcomesOf(model, 'other', 'reunification') }),
    extra(model, { extraRatio: 1, outcomes: outcomesOf(model, ...axes.placements) }),
    extra(model, { perDay: perYear(model, 10), outcomes: outcomesOf(model, first) }),
    fewer(model),
    fewer(model, { ratio: 0, outcomes: outcomesOf(model, ...axes.placements) }),
    review(model, { children: 20, gates: [OPEN_GATE, { ...OPEN_GATE, perDay: 0.1 }] }),
    review(model, { children: 5, outcome: outcomeOf(model, first) }),
    returns(model, 0.5),
    returns(model, 3),
    extraEntries(model, { extra: 0.5 }),
    extraEntries(model, { perDay: perYear(model, 20), byFamily: true }),
    { kind: 'places', placement: 0, added: new Int32Array(axes.days + 1).fill(3) },
    ...carers.flatMap((_, stock): EffectModel[] => [
      { kind: 'households', address: 0, stock, perDay: perYear(model, 6) },
      { kind: 'attrition', ratio: 2, stocks: Uint8Array.from(carers, () => 1) },
    ]),
    ...axes.payments.map((_, payment): EffectModel => ({ kind: 'service', payment, share: 0.9 })),
    {
      kind: 'price',
      factor: new Float64Array(model.weeklyPence.length).fill(0.9),
      addedPence: new Float64Array(model.weeklyPence.length).fill(100),
    },
  ]
}

/** With strength 0 on all days: what is given by day has it in it, or starts with it. */
function withoutStrength(effect: EffectModel): EffectModel[] {
  if (effect.kind === 'price') return []
  if (effect.kind === 'places') return [{ ...effect, added: effect.added.map(() => 0) }]
  return effect.kind === 'households' ? [{ ...effect, perDay: effect.perDay.map(() => 0) }] : [effect]
}

const baselineRow = (model: Model, seed = 'any') => simulatePlainly(model, runKeys(seedKey(seed), 0)).row

/** The baseline's part of a package's row, and the rest. */
function rowOf(model: Model, interventions: Partial<Omit<InterventionModel, 'address'>>[], seed = 'any') {
  const { row } = simulatePlainly(model, runKeys(seedKey(seed), 0), simpleChoice(model, interventions))
  const { length } = rowLayout(model.axes)
  return { common: row.slice(0, length), own: row.slice(length) }
}

describe('a package', () => {
  test('has the numbers of the baseline, and none of its own, without effects or where all are without strength', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.string({ minLength: 1, maxLength: 8 }), (scenario, seed) => {
        const model = compileModel(scenario)
        const strength = strengthFrom(model, 1, 0)
        const effects = effectsOf(model).flatMap(withoutStrength)
        for (const interventions of [[], [{}], [{ strength, effects }]]) {
          const { common, own } = rowOf(model, interventions, seed)
          expect(common).toEqual(baselineRow(model, seed))
          expect(own.every((value) => value === 0)).toBe(true)
        }
      }),
      { numRuns: howMany(8, 25) },
    )
  })

  test('has the numbers of the baseline where it has no effect in the run, but its posts are filled', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const model = compileModel(scenario)
        const posts = { number: 2, filledAtStart: 1, fillPerDay: 0, leavePerDay: 0 }
        const { common, own } = rowOf(model, [{ noEffectShare: 1, effects: effectsOf(model), posts }])
        expect(common).toEqual(baselineRow(model))
        // A review decides all the same, behind these counts.
        const counted = own.subarray(0, INTERVENTION_MEASURES.length * model.axes.years.length)
        expect(counted.reduce((sum, value) => sum + value, 0)).toBe(model.axes.days)
      }),
      { numRuns: howMany(6, 15) },
    )
  })

  test('has the numbers of the baseline until the day on which it starts', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const model = compileModel(scenario)
        const { days } = model.axes
        const start = 1 + Math.floor(days / 2)
        const strength = strengthFrom(model, start)
        const effects = effectsOf(model).filter(({ kind }) => !['places', 'households'].includes(kind))
        const before = simulatePlainly(model, runKeys(seedKey('any'), 0))
        const chosen = simpleChoice(model, [{ strength, effects }])
        const after = simulatePlainly(model, runKeys(seedKey('any'), 0), chosen)
        const until = ({ children }: typeof before) =>
          children
            .filter(({ periods }) => periods[0].fromDay < start)
            .map(({ number, periods, placements }) => ({
              number,
              periods: periods
                .filter(({ fromDay }) => fromDay < start)
                .map(({ fromDay, exit }) => ({ fromDay, exit: exit && exit.day < start ? exit : undefined })),
              placements: placements.filter(({ fromDay }) => fromDay < start),
            }))
        expect(until(after)).toEqual(until(before))
      }),
      { numRuns: howMany(8, 25) },
    )
  })

  test('leaves children out of care from their 18th birthday, whatever acts', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const model = compileModel(scenario)
        const choice = simpleChoice(model, [{ effects: effectsOf(model) }])
        const { children } = simulatePlainly(model, runKeys(seedKey('any'), 0), choice)
        for (const { periods, turns18 } of children)
          for (const { exit } of periods) {
            expect(exit ? exit.day <= turns18 : turns18 > model.axes.days).toBe(true)
            expect(exit?.reason === 6).toBe(exit?.day === turns18)
          }
      }),
      { numRuns: howMany(8, 25) },
    )
  })
})

/** Two placements without limits, everything that can happen, at rates that make much of it happen. */
const eventful: Partial<Scenario> = {
  placements: {
    foster: { label: 'Foster care', weeklyPrice: 700 },
    home: { label: 'Home', weeklyPrice: 5000 },
  },
  openingStock: {
    children: 60,
    placements: { foster: 40, home: 20 },
    ages: everyAge(0.2),
    monthsInCare: { 0: 0.5, 12: 0.5 },
  },
  entries: {
    perYear: 60,
    ages: everyAge(0.2),
    placements: everyAge({ foster: 0.7, home: 0.3 }),
    siblings: { groupSizes: { 1: 0.6, 2: 0.4 } },
  },
  exits: { reunification: constantHazard(0.4), other: constantHazard(0.3) },
  moves: {
    any: {
      perYear: 0.8,
      destinations: { foster: { foster: 0.5, home: 0.5 }, home: { foster: 0.5, home: 0.5 } },
    },
  },
  afterCare: {
    reentry: { reunification: { 3: 0.3, 12: 0.6 }, other: { 12: 0.3 } },
    services: { support: { label: 'Support', weekly: 10, months: 3, after: ['other'], share: 0.4 } },
  },
}

describe('a child whom no effect touched, without limits', () => {
  const model = compileModel(simpleScenario({ ...eventful, end: '2022-03-31' }))
  const labelled = effectsOf(model).map((effect, index) => [`${index} ${effect.kind}`, effect] as const)
  const RUNS = 6
  /** [run] of each child, by number, all that happened to it. */
  const histories = (choice?: Choice) =>
    runPlainly(
      model,
      choice,
      RUNS,
      ({ children }) =>
        new Map(
          children.map(({ number, periods, placements }) => [
            number,
            JSON.stringify({ periods, placements }),
          ]),
        ),
    )
  const baseline = histories()

  test.each(labelled)('has the same history as in the baseline under %s', (_, effect) => {
    const choice = simpleChoice(model, [{ strength: strengthFrom(model, 60), effects: [effect] }])
    const different = histories(choice).map((after, run) => {
      const numbers = new Set([...baseline[run].keys(), ...after.keys()])
      return [...numbers].filter((number) => baseline[run].get(number) !== after.get(number)).length
    })
    const changesNobody = ['places', 'price', 'service'].includes(effect.kind)
    expect(different.some((number) => number > 0)).toBe(!changesNobody)
    // A case touches one child; some touch it without a trace, as a return that is put off until after 18.
    const cases = runPlainly(model, choice, RUNS, ({ row }, layout) => reached(row, layout, 'cases'))
    for (const [run, number] of different.entries()) expect(number).toBeLessThanOrEqual(cases[run])
  })
})

describe('an intervention', () => {
  const model = compileModel(simpleScenario({ end: '2022-03-31', exits: { other: constantHazard(26) } }))
  const half = prevention(model, { share: 0.5 })

  test('has no effect in the stated share of the runs', () => {
    const choice = simpleChoice(model, [{ noEffectShare: 0.3, effects: [half] }])
    const without = runPlainly(model, choice, 300, ({ row }, layout) =>
      reached(row, layout, 'cases') === 0 ? 1 : 0,
    )
    expect(standardErrorsFrom(0.3, without)).toBeLessThan(STANDARD_ERRORS)
  })

  test('has as much less effect as posts are vacant', () => {
    const posts = { number: 4, filledAtStart: 1, fillPerDay: 0, leavePerDay: 0 }
    const choice = simpleChoice(model, [{ posts, effects: [half] }])
    const cases = runPlainly(model, choice, 200, ({ row }, layout) => reached(row, layout, 'cases'))
    expect(standardErrorsFrom((100 * 0.125 * 365) / 365.25, cases)).toBeLessThan(STANDARD_ERRORS)
  })

  test('has posts that are filled and fall vacant at their rates, from the start day on', () => {
    const [fillPerDay, leavePerDay] = [1 / 60, 1 / 180]
    const posts = { number: 5, filledAtStart: 1, fillPerDay, leavePerDay }
    const choice = simpleChoice(model, [{ posts, strength: strengthFrom(model, 100) }])
    const postDays = runPlainly(model, choice, 200, ({ row }, layout) => reached(row, layout, 'postDays'))
    const lasting = fillPerDay / (fillPerDay + leavePerDay)
    let known = 0
    for (let time = 0; time <= 265; time++)
      known += 5 * lasting + (1 - 5 * lasting) * Math.exp(-(fillPerDay + leavePerDay) * time)
    expect(standardErrorsFrom(known, postDays)).toBeLessThan(STANDARD_ERRORS)
  })

  test('changes prices by its factors and then by what it adds, before the shock of the year, in whole pence', () => {
    const at = (value: number) => Float64Array.of(value, value)
    const priced = compileModel(
      simpleScenario({ end: '2022-05-31', shocks: { prices: { local: 0.1, national: 0 } } }),
    )
    const choice = simpleChoice(priced, [
      { effects: [{ kind: 'price', factor: at(0.97), addedPence: at(0) }] },
      { effects: [{ kind: 'price', factor: at(0.9), addedPence: at(2_500) }] },
    ])
    const pence = (row: Int32Array, year: number) => row[rowLayout(priced.axes).weeklyPence + year]
    const base = runPlainly(priced, undefined, 20, ({ row }) => row)
    runPlainly(priced, choice, 20, ({ row }) => row).forEach((row, run) => {
      for (const year of [0, 1]) {
        // The shock, as far as the rounded price of the baseline tells it.
        const shock = pence(base[run], year) / 70_000
        expect(Math.abs(pence(row, year) - (70_000 * 0.97 * 0.9 + 2_500) * shock)).toBeLessThan(1)
      }
    })
  })

  test('reaches only children of the homes and the time in care that it is for', () => {
    const homes = compileModel(simpleScenario(eventful))
    const eligible = { ...everyone(homes, 'home'), careFrom: 200, careTo: 400 }
    const choice = simpleChoice(homes, [
      {
        effects: [
          extra(homes, { perDay: perYear(homes, 30), eligible, outcomes: outcomesOf(homes, 'adoption') }),
        ],
      },
    ])
    const adopted = runPlainly(homes, choice, 10, ({ children }) =>
      children.flatMap(({ periods, placements }) =>
        periods.flatMap(({ fromDay, exit }) =>
          exit?.reason === 3
            ? [
                {
                  days: exit.day - fromDay,
                  home: placements.findLast((one) => one.fromDay <= exit.day)!.placement,
                },
              ]
            : [],
        ),
      ),
    ).flat()
    expect(adopted.length).toBeGreaterThan(100)
    for (const { days, home } of adopted) {
      expect(home).toBe(1)
      expect(days >= 200 && days < 400).toBe(true)
    }
  })
})
