// Services that prevent entries, against the numbers that councils print and what several of them reach together.
import { mean } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../../src/model/compile-model.ts'
import type { PackageModel, Prevention } from '../../../src/model/packages/programme.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { candidatesOf } from '../../../src/run/plain/entrants.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { measured } from '../run-many.ts'
import {
  homesOf,
  perYear,
  prevention,
  reached,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
} from '../simple-programme.ts'

const YEAR = 365 / 365.25

/** A year of 180 entrants, who stay for two weeks: this file looks at who enters. */
function yearOf(entries: Partial<Scenario['entries']> = {}, overrides: Partial<Scenario> = {}): Model {
  const simple = simpleScenario({ end: '2022-03-31', exits: { other: constantHazard(26) }, ...overrides })
  return compileModel({ ...simple, entries: { ...simple.entries, perYear: 180, ...entries } })
}

const entriesOf = (model: Model, runs: number) =>
  runPlainly(model, undefined, runs, ({ row }, layout) => measured(row, layout, 'entries'))

/** [run] cases of each service, each an intervention of its own, and the entries that there are. */
function prevented(model: Model, services: Prevention[], runs: number, stated: Partial<PackageModel> = {}) {
  const choice = simpleChoice(
    model,
    services.map((service) => ({ effects: [service] })),
    stated,
  )
  return runPlainly(model, choice, runs, ({ row }, layout) => ({
    cases: services.map((_, position) => reached(row, layout, 'cases', position)),
    entries: measured(row, layout, 'entries'),
  }))
}

const allCases = (runs: { cases: number[] }[]) =>
  runs.map(({ cases }) => cases.reduce((sum, value) => sum + value, 0))

describe('a service that prevents 15 a year', () => {
  test('prevents 15, who are missing among the entrants of each run', () => {
    const model = yearOf()
    const runs = prevented(model, [prevention(model, { perDay: perYear(model, 15) })], 150)
    expect(standardErrorsFrom(15 * YEAR, allCases(runs))).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ cases, entries }) => cases[0] + entries)).toEqual(entriesOf(model, 150))
  })

  test('prevents 15 of the entrants whom it is for, however their rate goes, and none of the others', () => {
    const placements = { foster: { label: 'A', weeklyPrice: 1 }, home: { label: 'B', weeklyPrice: 1 } }
    const shares = everyAge({ foster: 0.75, home: 0.25 })
    const monthly = [2, 1, 1, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1]
    const monthProfile = { factors: monthly, published: 'none' }
    const model = yearOf({ placements: shares, trendPerYear: 0.2, monthProfile }, { placements })
    const service = prevention(model, {
      perDay: perYear(model, 15),
      homes: homesOf(model, 'home'),
      eligibleShare: 0.25,
    })
    const choice = simpleChoice(model, [{ effects: [service] }])
    const runs = runPlainly(model, choice, 100, ({ row, children }, layout) => ({
      cases: reached(row, layout, 'cases'),
      foster: children.filter((child) => child.placements[0].placement === 0).length,
    }))
    const baseline = runPlainly(
      model,
      undefined,
      100,
      ({ children }) => children.filter((child) => child.placements[0].placement === 0).length,
    )
    const cases = runs.map((run) => run.cases)
    expect(standardErrorsFrom(15 * YEAR, cases)).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ foster }) => foster)).toEqual(baseline)
  })

  test('prevents 15 families of 1.8 children, none of them in part', () => {
    const model = yearOf({ siblings: { groupSizes: { 1: 0.5, 2: 0.3, 3: 0.1, 4: 0.1 } } })
    const service = prevention(model, { perDay: perYear(model, 15), byFamily: true })
    const choice = simpleChoice(model, [{ effects: [service] }])
    const runs = runPlainly(model, choice, 100, ({ children, row }, layout) => ({
      cases: reached(row, layout, 'cases'),
      numbers: new Set(children.map(({ number }) => number)),
    }))
    const cases = runs.map((run) => run.cases)
    const steady = new Array<number>(model.axes.days + 1).fill(1)
    expect(standardErrorsFrom(15 * 1.8 * YEAR, cases)).toBeLessThan(STANDARD_ERRORS)
    for (const [run, { numbers }] of runs.entries()) {
      const { chance } = runKeys(seedKey('package'), run)
      for (const { child, first } of candidatesOf(model, chance, steady))
        expect(numbers.has(child.number)).toBe(numbers.has(first.child.number))
    }
  })

  test('prevents everyone where it would prevent more than there are', () => {
    const model = yearOf()
    const service = prevention(model, { perDay: perYear(model, 500) })
    for (const { entries } of prevented(model, [service], 5)) expect(entries).toBe(0)
  })
})

describe('three services that prevent 27, 24 and 4 of 180 a year', () => {
  const model = yearOf()
  const services = (isDisjoint: boolean) =>
    [27, 24, 4].map((number) => prevention(model, { perDay: perYear(model, number), isDisjoint }))

  test('prevent 50.3 together where each finds its families by itself, and credit each child once', () => {
    const runs = prevented(model, services(false), 100)
    const known = 180 * (1 - (1 - 27 / 180) * (1 - 24 / 180) * (1 - 4 / 180)) * YEAR
    expect(known / YEAR).toBeCloseTo(50.3, 1)
    expect(standardErrorsFrom(known, allCases(runs))).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ cases, entries }) => cases[0] + cases[1] + cases[2] + entries)).toEqual(
      entriesOf(model, 100),
    )
    const first = runs.map(({ cases }) => cases[0])
    const second = runs.map(({ cases }) => cases[1])
    expect(standardErrorsFrom(27 * YEAR, first)).toBeLessThan(STANDARD_ERRORS)
    expect(standardErrorsFrom(24 * (1 - 27 / 180) * YEAR, second)).toBeLessThan(STANDARD_ERRORS)
  })

  test('prevent 55 together where they are disjoint, each its own number', () => {
    const runs = prevented(model, services(true), 100)
    expect(standardErrorsFrom(55 * YEAR, allCases(runs))).toBeLessThan(STANDARD_ERRORS)
    for (const [position, number] of [27, 24, 4].entries()) {
      const own = runs.map(({ cases }) => cases[position])
      expect(standardErrorsFrom(number * YEAR, own)).toBeLessThan(STANDARD_ERRORS)
    }
  })

  test('credit the children that several reach in the order of the package', () => {
    const runs = prevented(model, services(false), 80, { interventions: [2, 1, 0] })
    const first = runs.map(({ cases }) => cases[0])
    const last = runs.map(({ cases }) => cases[2])
    expect(standardErrorsFrom(4 * YEAR, first)).toBeLessThan(STANDARD_ERRORS)
    const known = 27 * (1 - 24 / 180) * (1 - 4 / 180) * YEAR
    expect(standardErrorsFrom(known, last)).toBeLessThan(STANDARD_ERRORS)
  })
})

describe('the cap', () => {
  const model = yearOf()
  const sharing = (...services: [share: number, isDisjoint: boolean][]) =>
    services.map(([share, isDisjoint]) => prevention(model, { share, isDisjoint }))

  test.each([
    ['two independent services below it', 0.4, sharing([0.3, false], [0.3, false])],
    ['two disjoint services below it', 0.4, sharing([0.3, true], [0.3, true])],
    ['disjoint services for more than all', 0.8, sharing([0.8, true], [0.7, true])],
    ['services of both kinds, one above it', 0.5, sharing([0.5, true], [0.3, false], [0.2, true])],
    ['a service above it, and one of next to nothing', 0.6, sharing([0.6, false], [0.00001, false])],
    ['a service of next to nothing, and one above it', 0.6, sharing([0.00001, false], [0.6, false])],
    ['a service that reaches all, and another', 1, sharing([1, false], [0.1, false])],
  ])('of 0.4 lets %s prevent %s', (_, known, services) => {
    const runs = prevented(model, services, 40, { cap: 0.4 })
    const cases = allCases(runs)
    if (known === 1) for (const { entries } of runs) expect(entries).toBe(0)
    else expect(standardErrorsFrom(known * 180 * YEAR, cases)).toBeLessThan(STANDARD_ERRORS)
  })

  test('takes from the last of the package', () => {
    const runs = prevented(model, sharing([0.3, false], [0.2, true], [0.3, false]), 60, { cap: 0.4 })
    const of = (service: number) => runs.map(({ cases }) => cases[service])
    expect(standardErrorsFrom(0.3 * 180 * YEAR, of(0))).toBeLessThan(STANDARD_ERRORS)
    expect(standardErrorsFrom(0.1 * 180 * YEAR, of(1))).toBeLessThan(STANDARD_ERRORS)
    expect(of(2)).toEqual(runs.map(() => 0))
  })

  test('prevents families whole, and adds children by themselves as far as it goes', () => {
    const families = yearOf({ siblings: { groupSizes: { 1: 0.5, 3: 0.5 } } })
    const services = [
      prevention(families, { share: 0.3 }),
      prevention(families, { share: 0.2, byFamily: true }),
      prevention(families, { share: 0.1, byFamily: true }),
    ]
    const runs = prevented(families, services, 100, { cap: 0.4 })
    expect(standardErrorsFrom(0.4 * 180 * YEAR, allCases(runs))).toBeLessThan(STANDARD_ERRORS)
    const alone = prevented(families, services.slice(1), 100, { cap: 0.4 })
    expect(standardErrorsFrom(0.28 * 180 * YEAR, allCases(alone))).toBeLessThan(STANDARD_ERRORS)
  })

  test('changes nothing below it, and never a service that is alone', () => {
    const [one, two] = [sharing([0.2, false], [0.2, true]), sharing([0.8, false])]
    expect(prevented(model, one, 10, { cap: 0.4 })).toEqual(prevented(model, one, 10))
    expect(prevented(model, two, 10, { cap: 0.4 })).toEqual(prevented(model, two, 10))
  })
})

describe('a service that only delays', () => {
  const model = yearOf({}, { end: '2023-03-31' })

  test('has all those it reaches enter within the stated days, once, and counts them as entries then', () => {
    const service = prevention(model, { share: 0.5, delayedShare: 1, delayDays: 100 })
    const choice = simpleChoice(model, [{ effects: [service] }])
    const firstDays = ({ children }: { children: { number: number; periods: { fromDay: number }[] }[] }) =>
      new Map(children.map(({ number, periods }) => [number, periods[0].fromDay]))
    const before = runPlainly(model, undefined, 10, firstDays)
    const delays = runPlainly(model, choice, 10, (run, layout) => {
      expect(measured(run.row, layout, 'entries')).toBe(run.children.length)
      return firstDays(run)
    }).flatMap((after, run) =>
      [...before[run]].map(([number, day]) => ({ day, delay: (after.get(number) ?? Infinity) - day })),
    )
    const late = delays.filter(({ delay }) => delay !== 0)
    const within = late.filter(({ day }) => day <= 630).map(({ delay }) => delay)
    expect(within.every((delay) => delay >= 1 && delay <= 100)).toBe(true)
    expect(standardErrorsFrom(50.5, within)).toBeLessThan(STANDARD_ERRORS)
    expect(Math.abs(late.length / delays.length - 0.5)).toBeLessThan(
      STANDARD_ERRORS * Math.sqrt(0.25 / delays.length),
    )
  })

  test('leaves prevented for good whom another service of the package keeps out for good', () => {
    const services = [
      prevention(model, { share: 0.3, delayedShare: 1, delayDays: 10 }),
      prevention(model, { share: 0.3 }),
    ]
    const runs = prevented(model, services, 40)
    const alone = prevented(model, [services[1]], 40)
    expect(runs.map(({ cases }) => cases[1])).toEqual(alone.map(({ cases }) => cases[0]))
    const delayed = runs.map(({ cases }) => cases[0])
    expect(standardErrorsFrom(0.21 * 360 * YEAR, delayed)).toBeLessThan(STANDARD_ERRORS)
  })

  test('keeps out for good those whom it does not delay, and those who turn 18 meanwhile', () => {
    const quarter = prevention(model, { share: 1, delayedShare: 0.25, delayDays: 1 })
    const runs = prevented(model, [quarter], 30)
    const entering = runs.map(({ cases, entries }) => entries - 0.25 * cases[0])
    expect(Math.abs(mean(entering))).toBeLessThan(STANDARD_ERRORS * Math.sqrt((360 * 0.1875) / 30))
    const nearly18 = yearOf({ ages: onlyAge('16 to 17') }, { end: '2023-03-31' })
    const long = prevention(nearly18, { share: 1, delayedShare: 1, delayDays: 730 })
    const choice = simpleChoice(nearly18, [{ effects: [long] }])
    const entered = runPlainly(nearly18, choice, 8, ({ children }) => children).flat()
    expect(entered.length).toBeGreaterThan(300)
    for (const { periods, turns18 } of entered) expect(periods[0].fromDay).toBeLessThan(turns18)
  })

  test('has no returning earlier leaver come back as one whom it reached', () => {
    const leavers = yearOf(
      { ages: onlyAge('1 to 4') },
      {
        afterCare: {
          reentry: { reunification: { 12: 0.5 } },
          earlierLeavers: { reunification: { ...everyAge(0), '1 to 4': 100 } },
        },
      },
    )
    const service = prevention(leavers, { share: 1, delayedShare: 1, delayDays: 10 })
    const choice = simpleChoice(leavers, [{ effects: [service] }])
    const returned = ({ row }: { row: Int32Array }, at: number) => row[at]
    const before = runPlainly(leavers, undefined, 5, (run, layout) => returned(run, layout.reentries!))
    const after = runPlainly(leavers, choice, 5, (run, layout) => returned(run, layout.reentries!))
    expect(before.every((number) => number > 5)).toBe(true)
    expect(after).toEqual([0, 0, 0, 0, 0])
  })
})
