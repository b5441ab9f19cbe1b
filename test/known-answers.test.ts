// The engine against answers that are known without it. Tolerances are in standard errors.
import { mean, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { yardstickScenario } from '../bench/yardstick-scenario.ts'
import { EXIT_REASONS } from '../src/domain/exit-reason.ts'
import type { Scenario } from '../src/input/schema/scenario-schema.ts'
import { compileModel } from '../src/model/compile-model.ts'
import { exitsFor, measured, runMany } from './run/run-many.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from './simple-scenario.ts'

const RUNS = 4_000
const STANDARD_ERRORS = 4

/** Distance of a sample's mean from its known value, in standard errors. */
function standardErrorsFrom(known: number, values: number[]): number {
  return Math.abs(mean(values) - known) / Math.sqrt(sampleVariance(values) / values.length)
}

const endStock = (scenario: Scenario, runs = RUNS) => {
  const model = compileModel(scenario)
  return runMany(model, runs, (row, layout) => measured(row, layout, 'children', layout.months - 1))
}

describe('simulateRun from an empty start, with constant entries and no limits (M/G/infinity)', () => {
  const survivalScenarios: [string, Scenario, (days: number) => number][] = [
    [
      'a constant hazard',
      simpleScenario({ exits: { reunification: constantHazard(0.8) } }),
      (days) => Math.exp((-0.8 * days) / 365.25),
    ],
    [
      'a hazard that falls with time in care',
      simpleScenario({ exits: { other: constantHazard(1, { byMonthsInCare: { 0: 3, 3: 0.5 } }) } }),
      (days) => Math.exp((-3 * Math.min(days, 90) - 0.5 * Math.max(0, days - 90)) / 365.25),
    ],
  ]
  test.each(survivalScenarios)(
    'has a Poisson stock whose mean is rate x sum of survival, with %s',
    (_, scenario, survival) => {
      const days = 730
      const known =
        (100 / 365.25) *
        Array.from({ length: days }, (_, age) => survival(age)).reduce((sum, alive) => sum + alive, 0)
      const stocks = endStock(scenario)
      expect(standardErrorsFrom(known, stocks)).toBeLessThan(STANDARD_ERRORS)
      const dispersion = sampleVariance(stocks) / mean(stocks)
      expect(Math.abs(dispersion - 1) / Math.sqrt(2 / (RUNS - 1))).toBeLessThan(STANDARD_ERRORS)
    },
  )

  test('draws entries whose rate follows trend and month profile', () => {
    const factors = [2, 2, 2, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
    const scenario = simpleScenario()
    const model = compileModel({
      ...scenario,
      entries: { ...scenario.entries, trendPerYear: 0.5, monthProfile: { factors } },
    })
    const byMonth = runMany(model, RUNS, (row, layout) =>
      model.axes.months.map((_, month) => measured(row, layout, 'entries', month)),
    )
    const monthDays = (month: number) =>
      model.axes.monthEnd[month] - (month > 0 ? model.axes.monthEnd[month - 1] : 0)
    model.axes.months.forEach((name, month) => {
      const growth = month < 12 ? 1 : 1.5
      const known = (100 / 365.25) * growth * monthDays(month) * factors[Number(name.slice(5)) - 1]
      expect(
        standardErrorsFrom(
          known,
          byMonth.map((months) => months[month]),
        ),
      ).toBeLessThan(STANDARD_ERRORS)
    })
  })
})

/** Variance over mean of a sample, and the standard error of that, from the influence of each value on it. */
function dispersionOf(values: number[]): { dispersion: number; error: number } {
  const middle = mean(values)
  const variance = sampleVariance(values)
  const influence = values.map(
    (value) => ((value - middle) ** 2 - variance) / middle - (variance * (value - middle)) / middle ** 2,
  )
  return { dispersion: variance / middle, error: Math.sqrt(sampleVariance(influence) / values.length) }
}

describe('simulateRun with sibling groups', () => {
  const winters = { factors: [2, 2, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8] }
  const tables: [string, Partial<Scenario['entries']>, number][] = [
    ['who all come alone', {}, 1],
    ['as in Smallshire', { siblings: { groupSizes: { 1: 0.62, 2: 0.24, 3: 0.1, 4: 0.04 } } }, 3.12 / 1.56],
    ['of two', { siblings: { groupSizes: { 2: 1 } } }, 2],
    ['of one or eight', { siblings: { groupSizes: { 1: 0.9, 8: 0.1 } } }, 7.3 / 1.7],
    [
      'of three at most, whose rate follows a month profile',
      { siblings: { groupSizes: { 1: 0.5, 2: 0.2, 3: 0.3 } }, monthProfile: winters },
      4 / 1.8,
    ],
  ]
  test.each(tables)(
    'has the stated mean of yearly entries and E[size²] / E[size] as variance over mean, for groups %s',
    (_, groups, known) => {
      const scenario = simpleScenario({ end: '2022-03-31' })
      const model = compileModel({ ...scenario, entries: { ...scenario.entries, ...groups } })
      const entries = runMany(model, RUNS, (row, layout) => measured(row, layout, 'entries'))
      // The months weigh by their days: 31 + 28 in winter, 306 in the rest of 365.
      const days = groups.monthProfile ? 2 * 59 + 0.8 * 306 : 365
      expect(standardErrorsFrom((100 / 365.25) * days, entries)).toBeLessThan(STANDARD_ERRORS)
      const { dispersion, error } = dispersionOf(entries)
      expect(Math.abs(dispersion - known) / error).toBeLessThan(STANDARD_ERRORS)
    },
  )
})

describe('simulateRun with competing risks', () => {
  const shares = [0.4, 0.2, 0.15, 0.1, 0.1, 0.05]
  const exits = Object.fromEntries(
    EXIT_REASONS.map((reason, index) => [reason, constantHazard(1.5 * shares[index])]),
  )

  test('splits exits over the reasons in proportion to their hazards', () => {
    const counts = runMany(compileModel(simpleScenario({ exits })), 1_000, (row, layout) =>
      EXIT_REASONS.map((_, reason) => exitsFor(row, layout, reason)),
    )
    const byReason = EXIT_REASONS.map((_, reason) => counts.reduce((sum, run) => sum + run[reason], 0))
    const all = byReason.reduce((sum, count) => sum + count)
    byReason.forEach((count, reason) => {
      const error = Math.sqrt(all * shares[reason] * (1 - shares[reason]))
      expect(Math.abs(count - all * shares[reason]) / error).toBeLessThan(STANDARD_ERRORS)
    })
  })

  test('lets a share of 1 - e^-h leave on each day, however large the hazard', () => {
    const perDay = 0.7
    const scenario = simpleScenario({
      end: '2021-04-03',
      openingStock: {
        children: 10_000,
        placements: { foster: 10_000 },
        ages: onlyAge('5 to 9'),
        monthsInCare: { 0: 1 },
      },
      entries: { ...simpleScenario().entries, perYear: 0 },
      exits: {
        reunification: constantHazard(perDay * 365.25 * 0.6),
        adoption: constantHazard(perDay * 365.25 * 0.4),
      },
    })
    const left = endStock(scenario, 100)
    const known = 10_000 * Math.exp(-3 * perDay)
    expect(standardErrorsFrom(known, left)).toBeLessThan(STANDARD_ERRORS)
  })
})

describe('simulateRun at the 18th birthday', () => {
  test('ends every period of care, and counts it under that reason', () => {
    const opening = {
      children: 500,
      placements: { foster: 500 },
      ages: onlyAge('16 to 17'),
      monthsInCare: { 0: 1 },
    }
    const scenario = simpleScenario({
      openingStock: opening,
      entries: { ...simpleScenario().entries, perYear: 0 },
    })
    const model = compileModel(scenario)
    const [end] = runMany(model, 1, (row, layout) => ({
      children: measured(row, layout, 'children', layout.months - 1),
      turned18: exitsFor(row, layout, EXIT_REASONS.length),
    }))
    // The band ends 730 or 731 days before the birthday, and the horizon is 730 days.
    expect(end.children + end.turned18).toBe(500)
    expect(end.children).toBeLessThanOrEqual(3)
  })
})

describe('simulateRun with looser bounds', () => {
  test('has the same distribution when all thinning bounds are 8 times as large', () => {
    const scenario = { ...yardstickScenario(0.3), end: '2017-03-31' }
    const summaries = [1, 8].map((factor) =>
      runMany(compileModel(scenario, factor), 1_500, (row, layout) => [
        measured(row, layout, 'children', layout.months - 1),
        measured(row, layout, 'care_days'),
        measured(row, layout, 'exits'),
        measured(row, layout, 'moves'),
        measured(row, layout, 'over_places'),
        exitsFor(row, layout, 2),
      ]),
    )
    summaries[0][0].forEach((_, measure) => {
      const [tight, loose] = summaries.map((runs) => runs.map((values) => values[measure]))
      const error = Math.sqrt((sampleVariance(tight) + sampleVariance(loose)) / tight.length)
      expect(Math.abs(mean(tight) - mean(loose)) / error).toBeLessThan(STANDARD_ERRORS)
      const ratio = sampleVariance(loose) / sampleVariance(tight)
      expect(Math.abs(Math.log(ratio)) / Math.sqrt(4 / tight.length)).toBeLessThan(STANDARD_ERRORS)
    })
  })
})

describe('simulateRun with a move hazard', () => {
  test('moves children between placements in the stationary proportion of a two-state chain', () => {
    const scenario = simpleScenario({
      end: '2031-03-31',
      placements: { a: { label: 'A', weeklyPrice: 1 }, b: { label: 'B', weeklyPrice: 1 } },
      openingStock: {
        children: 1000,
        placements: { a: 1000 },
        ages: onlyAge('under 1'),
        monthsInCare: { 0: 1 },
      },
      entries: { perYear: 0, ages: onlyAge('under 1'), placements: everyAge({ a: 1 }) },
      moves: { planned: { perYear: 2, byPlacement: { b: 0.5 }, destinations: { a: { b: 1 }, b: { a: 1 } } } },
    })
    const inA = runMany(
      compileModel(scenario),
      200,
      (row, layout) => row[layout.offset.children + (layout.months - 1) * 2],
    )
    expect(standardErrorsFrom(1000 / 3, inA)).toBeLessThan(STANDARD_ERRORS)
  })
})
