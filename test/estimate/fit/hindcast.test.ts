import { describe, expect, test } from 'vitest'
import { hindcastScenario, startOfPeriod } from '../../../src/estimate/fit/hindcast.ts'
import type { Facts } from '../../../src/input/schema/scenario-schema.ts'
import { everyAge, simpleScenario } from '../../simple-scenario.ts'

const facts: Facts = {
  period: { from: '2019-04-01', to: '2020-03-31' },
  mode: 'reproduce',
  entries: 61,
  exits: 50,
}
const scenario = simpleScenario({
  placements: { a: { label: 'A', weeklyPrice: 1 }, b: { label: 'B', weeklyPrice: 1 } },
  openingStock: { children: 200, placements: { a: 150, b: 50 }, ages: everyAge(0.2), monthsInCare: { 0: 1 } },
  entries: { perYear: 90, trendPerYear: 0.1, ages: everyAge(0.2), placements: everyAge({ a: 1 }) },
})

describe('startOfPeriod', () => {
  test('takes the stated number, else the history, else works backwards, else the opening stock', () => {
    const history = { children: { '2019-03-31': 170 } }
    expect(startOfPeriod({ ...scenario, history }, { ...facts, childrenAtStart: 175 })).toEqual({
      children: 175,
      from: 'stated',
    })
    expect(startOfPeriod({ ...scenario, history }, facts)).toEqual({ children: 170, from: 'history' })
    expect(startOfPeriod(scenario, facts)).toEqual({ children: 189, from: 'worked out' })
    expect(startOfPeriod(scenario, { ...facts, exits: undefined })).toEqual({
      children: 200,
      from: 'opening stock',
    })
  })
})

describe('hindcastScenario', () => {
  test('replays the period: its days, its entries, the make-up of the opening stock in the number of then', () => {
    const replay = hindcastScenario(scenario, { ...facts, childrenAtStart: 100 })
    expect([replay.start, replay.end]).toEqual(['2019-03-31', '2020-03-31'])
    expect(replay.openingStock).toMatchObject({ children: 100, placements: { a: 75, b: 25 } })
    // 2019/20 has 366 days.
    expect(replay.entries.perYear).toBeCloseTo((61 / 366) * 365.25, 10)
    expect(replay.entries.trendPerYear).toBeUndefined()
    expect(replay.openingStock.ages).toEqual(everyAge(0.2))
  })

  test('keeps the sibling groups', () => {
    const siblings = { groupSizes: { 1: 0.7, 2: 0.3 } }
    const replay = hindcastScenario({ ...scenario, entries: { ...scenario.entries, siblings } }, facts)
    expect(replay.entries.siblings).toEqual(siblings)
  })

  test('leaves out shocks and shifts, which are in the counts', () => {
    const replay = hindcastScenario(
      {
        ...scenario,
        shocks: { exits: { local: 0.1, national: 0.1 } },
        shifts: { pandemic: { on: 'exits', from: '2019-06-01', factor: 0.5 } },
      },
      facts,
    )
    expect([replay.shocks, replay.shifts]).toEqual([undefined, undefined])
  })

  test('holds the places of foster carers at those of the start', () => {
    const carers = {
      households: 23,
      placesPerHousehold: 1.87,
      usableShare: 0.85,
      approvalsPerYear: 2,
      approvalMonths: 6,
      deregistrationsPerHouseholdYear: 0.15,
    }
    const placements = { ...scenario.placements, a: { ...scenario.placements.a, carers, overflow: ['b'] } }
    const replay = hindcastScenario({ ...scenario, placements }, facts)
    expect(replay.placements.a).toMatchObject({ carers: undefined, places: 36 })
    expect(replay.placements.b).toBe(scenario.placements.b)
  })

  test('takes the ages of then where they are known', () => {
    const agesAtStart = { ...everyAge(0.1), '10 to 15': 0.6 }
    expect(hindcastScenario(scenario, { ...facts, agesAtStart }).openingStock.ages).toEqual(agesAtStart)
  })
})
