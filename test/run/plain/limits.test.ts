// Places and households that a package adds, and carers who leave at another rate, against immigration and death.
import { describe, expect, test } from 'vitest'
import type { Carers } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../../src/model/compile-model.ts'
import type { EffectModel, InterventionModel } from '../../../src/model/packages/programme.ts'
import { simpleScenario } from '../../simple-scenario.ts'
import { measured } from '../run-many.ts'
import {
  households,
  reached,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from '../simple-programme.ts'

const DAYS = 365

/** Households that each give one place, so that places are households. */
const onePlaceEach: Carers = {
  households: 100,
  placesPerHousehold: 1,
  usableShare: 1,
  approvalsPerYear: 0,
  approvalMonths: 0,
  deregistrationsPerHouseholdYear: 0.4,
}

function modelWith(carers: Partial<Carers>, children = 0): Model {
  return compileModel(
    simpleScenario({
      end: '2022-03-31',
      placements: {
        own: { label: 'Own', weeklyPrice: 1, carers: { ...onePlaceEach, ...carers }, overflow: ['foster'] },
        foster: { label: 'Agency', weeklyPrice: 2 },
      },
      entries: {
        ...simpleScenario().entries,
        perYear: children,
        placements: Object.fromEntries(
          Object.keys(simpleScenario().entries.placements).map((age) => [age, { own: 1 }]),
        ) as never,
      },
    }),
  )
}

const attrition = (ratio: number): EffectModel => ({ kind: 'attrition', ratio, stocks: Uint8Array.of(1) })

/** [run] households at the end, and what the package counts. */
function endOf(
  model: Model,
  effects: EffectModel[],
  runs: number,
  intervention: Partial<Omit<InterventionModel, 'address'>> = {},
) {
  const choice = simpleChoice(model, [{ ...intervention, effects }])
  return runPlainly(model, choice, runs, ({ row, limitsOn }, layout) => ({
    end: limitsOn(DAYS)[0],
    inRow: row[layout.usablePlaces + layout.months - 1],
    placeDays: reached(row, layout, 'placeDays'),
    limitsOn,
  }))
}

describe('the attrition of foster carers', () => {
  const model = modelWith({})

  test.each([0.5, 1, 2])('at %d times its rate leaves the households that the survival says', (ratio) => {
    const runs = endOf(model, [attrition(ratio)], 200)
    const known = 100 * Math.exp((-0.4 * ratio * DAYS) / 365.25)
    expect(
      standardErrorsFrom(
        known,
        runs.map(({ end }) => end),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ inRow }) => inRow)).toEqual(runs.map(({ end }) => end))
  })

  test('has its rate from the day of the start, and every household as in the baseline until then', () => {
    const strength = strengthFrom(model, 201)
    const runs = endOf(model, [attrition(3)], 200, { strength })
    const known = 100 * Math.exp((-0.4 * (200 + 3 * 165)) / 365.25)
    expect(
      standardErrorsFrom(
        known,
        runs.map(({ end }) => end),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
    const before = runPlainly(model, undefined, 200, ({ limitsOn }) => limitsOn(200)[0])
    expect(runs.map(({ limitsOn }) => limitsOn(200)[0])).toEqual(before)
  })

  test('of a ratio of 0 keeps every household', () => {
    for (const { end } of endOf(model, [attrition(0)], 5)) expect(end).toBe(100)
  })
})

describe('households that are approved beside the others', () => {
  /** Mean of those there on a day: of each day's approvals those who have not left. */
  const meanOn = (day: number, perYear: number, hazardPerYear: number) => {
    let sum = 0
    for (let approved = 1; approved <= day; approved++)
      sum += (perYear / 365.25) * Math.exp((-hazardPerYear * (day - approved + 1)) / 365.25)
    return sum
  }

  test.each([
    ['0.4 a year', 0.4, []],
    ['0.8 a year under a ratio of 2', 0.4, [attrition(2)]],
  ])('come 24 a year and leave at %s', (_, hazard, others) => {
    const model = modelWith({ households: 0, deregistrationsPerHouseholdYear: hazard })
    const runs = endOf(model, [households(model, 24), ...others], 200)
    const rate = hazard * (1 + others.length)
    const ends = runs.map(({ end }) => end)
    expect(standardErrorsFrom(meanOn(DAYS, 24, rate), ends)).toBeLessThan(STANDARD_ERRORS)
    let placeDays = 0
    for (let day = 1; day <= DAYS; day++) placeDays += meanOn(day, 24, rate)
    expect(
      standardErrorsFrom(
        placeDays,
        runs.map((run) => run.placeDays),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
  })

  test('leave those of the baseline as they are, and have the same usable share of their places', () => {
    const model = modelWith({ placesPerHousehold: 2, usableShare: 0.75, approvalsPerYear: 20 })
    const before = runPlainly(model, undefined, 20, ({ limitsOn }) => limitsOn(DAYS)[0])
    endOf(model, [households(model, 24)], 20).forEach(({ end }, run) => {
      const added = (end - before[run]) / 1.5
      // Whole places of all households: half a place can be lost or won.
      expect(Math.abs(added - Math.round(added))).toBeLessThan(0.5 / 1.5 + 1e-9)
      expect(added).toBeGreaterThan(8)
    })
  })
})

describe('places that open', () => {
  const opening = (from: number, places: number): EffectModel => ({
    kind: 'places',
    placement: 0,
    added: Int32Array.from({ length: DAYS + 1 }, (_, day) => (day >= from ? places : 0)),
  })

  test('are there from their day on, and counted by the day', () => {
    const model = modelWith({ deregistrationsPerHouseholdYear: 0 })
    for (const { limitsOn, placeDays, inRow } of endOf(model, [opening(101, 4)], 3)) {
      expect([limitsOn(100)[0], limitsOn(101)[0], inRow]).toEqual([100, 104, 104])
      expect(placeDays).toBe(4 * 265)
    }
  })

  test('take as many children as they are and no more, each counted to whoever opened them', () => {
    const model = modelWith({ households: 10, deregistrationsPerHouseholdYear: 0 }, 100)
    const choice = simpleChoice(model, [{ effects: [attrition(0)] }, { effects: [opening(101, 4)] }])
    const own = (children: { placements: { placement: number }[] }[]) =>
      children.filter(({ placements }) => placements[0].placement === 0).length
    runPlainly(model, choice, 5, ({ row, children }, layout) => {
      expect(own(children)).toBe(14)
      // The first intervention of the package that has to do with the placement is credited.
      expect([reached(row, layout, 'cases'), reached(row, layout, 'cases', 1)]).toEqual([4, 0])
      expect(measured(row, layout, 'over_places')).toBe(children.length - 14)
    })
  })

  test('are wanted by who enters elsewhere, and counted where they are wanted, not where the child goes', () => {
    const model = modelWith({ households: 0, deregistrationsPerHouseholdYear: 0 }, 20)
    runPlainly(model, undefined, 5, ({ row, children }, layout) => {
      const perPlacement = [0, 0]
      for (let month = 0; month < layout.months; month++)
        for (const placement of [0, 1])
          perPlacement[placement] += row[layout.offset.over_places + month * layout.placements + placement]
      expect(children.length).toBeGreaterThan(0)
      expect(children.every(({ placements }) => placements[0].placement === 1)).toBe(true)
      expect(perPlacement).toEqual([children.length, 0])
    })
  })

  test('change nothing where a placement takes any number', () => {
    const model = modelWith({}, 20)
    const effect: EffectModel = { kind: 'places', placement: 1, added: new Int32Array(DAYS + 1).fill(4) }
    const [run] = endOf(model, [effect], 1)
    expect(run.limitsOn(1)[1]).toBe(0x7fffffff)
  })
})
