import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { drawMultipliers } from '../../src/run/conditions.ts'
import { howMany } from '../how-many.ts'
import { constantHazard, onlyAge, simpleScenario } from '../simple-scenario.ts'
import { exitsFor, measured, runMany } from './run-many.ts'

const RUNS = howMany(2_500, 6_000)
const STANDARD_ERRORS = 4
const FIVE_YEARS = { start: '2020-03-31', end: '2025-03-31' }

/** [year][run] multipliers of entries for sizes of shocks. */
function multipliersOf(local: number, national: number): number[][] {
  const { shocks } = compileModel(simpleScenario({ shocks: { entries: { local, national } } }))
  const seed = seedKey('shocks')
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const years = () => new Float64Array(5).fill(1)
    const drawn = { entryShocks: years(), exitShocks: years(), priceShocks: years() }
    drawMultipliers(shocks, runKeys(seed, run), drawn)
    return drawn
  })
  const others = runs.flatMap(({ exitShocks, priceShocks }) => [...exitShocks, ...priceShocks])
  expect(others.every((shock) => shock === 1)).toBe(true)
  return [0, 1, 2, 3, 4].map((year) => runs.map(({ entryShocks }) => entryShocks[year]))
}

const errorOfSd = (sd: number) => sd / Math.sqrt(2 * (RUNS - 1))

describe('drawMultipliers', () => {
  test.each([
    [0.12, 0],
    [0, 0.1],
    // Large enough that a mean off 1 by half a step's variance, 4.6 %, is far beyond its standard error.
    [0, 0.3],
    [0.1, 0.05],
  ])(
    'has the standard deviations as set: local %f each year, national %f a step, 1 on average',
    (local, national) => {
      multipliersOf(local, national).forEach((multipliers, year) => {
        const sd = Math.sqrt(local ** 2 + (year + 1) * national ** 2)
        expect(Math.abs(sampleStandardDeviation(multipliers.map(Math.log)) - sd)).toBeLessThan(
          STANDARD_ERRORS * errorOfSd(sd),
        )
        const error = sampleStandardDeviation(multipliers) / Math.sqrt(RUNS)
        expect(Math.abs(mean(multipliers) - 1)).toBeLessThan(STANDARD_ERRORS * error)
      })
    },
  )

  test('keeps the national level from year to year and draws the local part anew', () => {
    const correlation = ([, , , before, after]: number[][]) => {
      const [x, y] = [before.map(Math.log), after.map(Math.log)]
      const product =
        x.reduce((sum, value, run) => sum + (value - mean(x)) * (y[run] - mean(y)), 0) / (RUNS - 1)
      return product / (sampleStandardDeviation(x) * sampleStandardDeviation(y))
    }
    // A random walk after 4 and 5 steps shares 4 of them: correlation √(4/5).
    expect(Math.abs(correlation(multipliersOf(0, 0.1)) - Math.sqrt(0.8))).toBeLessThan(
      STANDARD_ERRORS / Math.sqrt(RUNS),
    )
    expect(Math.abs(correlation(multipliersOf(0.1, 0)))).toBeLessThan(STANDARD_ERRORS / Math.sqrt(RUNS))
  })
})

const yearOfEntries = (overrides: Partial<Scenario>) =>
  runMany(
    compileModel(simpleScenario({ start: '2021-03-31', end: '2022-03-31', ...overrides })),
    RUNS,
    (row, layout) => measured(row, layout, 'entries'),
  )

describe('simulateRun under shocks', () => {
  test('spreads the entries of a year by chance and shock together: variance = mean + (mean x sd)^2', () => {
    const entries = { ...simpleScenario().entries, perYear: 400 }
    const counts = yearOfEntries({ entries, shocks: { entries: { local: 0.12, national: 0 } } })
    const days = 365 / 365.25
    const known = Math.sqrt(400 * days + (400 * days) ** 2 * (Math.exp(0.12 ** 2) - 1))
    expect(Math.abs(mean(counts) - 400 * days)).toBeLessThan((STANDARD_ERRORS * known) / Math.sqrt(RUNS))
    // The log-normal's tails make the error of the sd somewhat larger than that of a normal.
    expect(Math.abs(sampleStandardDeviation(counts) - known)).toBeLessThan(
      1.2 * STANDARD_ERRORS * errorOfSd(known),
    )
  })

  test('shocks exits but leaves moves alone', () => {
    const scenario = (local: number) =>
      compileModel(
        simpleScenario({
          start: '2021-03-31',
          end: '2022-03-31',
          placements: { a: { label: 'A', weeklyPrice: 1 }, b: { label: 'B', weeklyPrice: 1 } },
          openingStock: {
            children: 1000,
            placements: { a: 1000 },
            ages: onlyAge('5 to 9'),
            monthsInCare: { 0: 1 },
          },
          entries: { ...simpleScenario().entries, perYear: 0 },
          exits: { other: constantHazard(0.1) },
          moves: { any: { perYear: 0.3, destinations: { a: { b: 1 }, b: { a: 1 } } } },
          shocks: { exits: { local, national: 0 } },
        }),
      )
    const spread = (local: number, of: 'exits' | 'moves') =>
      sampleStandardDeviation(
        runMany(scenario(local), 2_000, (row, layout) =>
          of === 'exits' ? exitsFor(row, layout, 5) : measured(row, layout, 'moves'),
        ),
      )
    const expected = Math.sqrt(95 * 0.905 + (95 * 0.3) ** 2)
    expect(spread(0.3, 'exits') / expected).toBeGreaterThan(0.93)
    expect(spread(0.3, 'exits') / expected).toBeLessThan(1.07)
    expect(spread(0.3, 'moves') / spread(0, 'moves')).toBeLessThan(1.1)
  })

  test('multiplies the prices of a year, in whole pence', () => {
    const scenario = simpleScenario({ ...FIVE_YEARS, shocks: { prices: { local: 0, national: 0.05 } } })
    const model = compileModel(scenario)
    const prices = runMany(model, 500, (row, layout) => [...row.subarray(layout.weeklyPence, layout.length)])
    const last = prices.map((years) => Math.log(years[4] / model.weeklyPence[4]))
    expect(sampleStandardDeviation(last) / (0.05 * Math.sqrt(5))).toBeGreaterThan(0.87)
    expect(sampleStandardDeviation(last) / (0.05 * Math.sqrt(5))).toBeLessThan(1.13)
    expect(prices.flat().every(Number.isInteger)).toBe(true)
  })

  test('changes no bit where the shocks are 0', () => {
    const none = yearOfEntries({})
    expect(
      yearOfEntries({ shocks: { entries: { local: 0, national: 0 }, exits: { local: 0, national: 0 } } }),
    ).toEqual(none)
  })

  test('has room for a year of many more entries', () => {
    const entries = { ...simpleScenario().entries, perYear: 2000 }
    const counts = yearOfEntries({ entries, shocks: { entries: { local: 0.5, national: 0.5 } } })
    expect(Math.max(...counts)).toBeGreaterThan(8000)
  })
})

/** Distance of a sample's mean from its known value, in standard errors. */
function standardErrorsFrom(known: number, values: number[]): number {
  return Math.abs(mean(values) - known) / (sampleStandardDeviation(values) / Math.sqrt(values.length))
}

describe('simulateRun under shifts', () => {
  const perDay = 100 / 365.25
  const shiftedEntries = (overrides: Partial<Scenario>) => {
    const model = compileModel(simpleScenario(overrides))
    return runMany(model, RUNS, (row, layout) =>
      model.axes.months.map((_, month) => measured(row, layout, 'entries', month)),
    )
  }
  const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

  test('has the entries of before until a step, and the factor times as many from its day on', () => {
    const months = shiftedEntries({
      shifts: { practice: { on: 'entries', from: '2021-12-16', factor: 1.5 } },
    })
    // 244 days to the end of November, 15 and 16 in December, then 455.
    const [before, during, after] = [
      [0, 8],
      [8, 9],
      [9, 24],
    ].map(([from, to]) => months.map((run) => sumOf(run.slice(from, to))))
    expect(standardErrorsFrom(perDay * 244, before)).toBeLessThan(STANDARD_ERRORS)
    expect(standardErrorsFrom(perDay * (15 + 1.5 * 16), during)).toBeLessThan(STANDARD_ERRORS)
    expect(standardErrorsFrom(perDay * 1.5 * 455, after)).toBeLessThan(STANDARD_ERRORS)
  })

  test.each([
    ['a peak', 1.8],
    ['a trough', 0.4],
  ])('has the entries of the integral under %s that rises and falls', (_, factor) => {
    const months = shiftedEntries({
      shifts: { pandemic: { on: 'entries', from: '2021-06-01', factor, riseMonths: 3, fallMonths: 12 } },
    })
    // A triangle over 91 and 365 days.
    const known = perDay * (730 + ((factor - 1) * (91 + 365)) / 2)
    expect(standardErrorsFrom(known, months.map(sumOf))).toBeLessThan(STANDARD_ERRORS)
  })

  test('multiplies shocks and shifts: the mean is that of the shift, and the shock spreads the runs', () => {
    const shifts = { practice: { on: 'entries' as const, from: '2021-04-01', factor: 1.5 } }
    const entries = { ...simpleScenario().entries, perYear: 400 }
    const counts = yearOfEntries({ entries, shifts, shocks: { entries: { local: 0.12, national: 0 } } })
    const expected = 1.5 * 400 * (365 / 365.25)
    expect(standardErrorsFrom(expected, counts)).toBeLessThan(STANDARD_ERRORS)
    const known = Math.sqrt(expected + expected ** 2 * (Math.exp(0.12 ** 2) - 1))
    expect(Math.abs(sampleStandardDeviation(counts) - known)).toBeLessThan(
      1.2 * STANDARD_ERRORS * errorOfSd(known),
    )
  })

  const leaving = (overrides: Partial<Scenario>) =>
    compileModel(
      simpleScenario({
        openingStock: {
          children: 1000,
          placements: { foster: 1000 },
          ages: onlyAge('1 to 4'),
          monthsInCare: { 0: 1 },
        },
        entries: { ...simpleScenario().entries, perYear: 0 },
        exits: { other: constantHazard(0.3), adoption: constantHazard(0.1) },
        ...overrides,
      }),
    )

  test.each([
    ['doubled', 2],
    ['halved', 0.5],
    ['stopped', 0],
  ])(
    'leaves as many children in care as the survival says, where exits are %s from a date on',
    (_, factor) => {
      const model = leaving({ shifts: { court: { on: 'exits', from: '2022-04-01', factor } } })
      const left = runMany(model, 1_000, (row, layout) =>
        measured(row, layout, 'children', layout.months - 1),
      )
      const known = 1000 * Math.exp((-0.4 * (365 + 365 * factor)) / 365.25)
      expect(standardErrorsFrom(known, left)).toBeLessThan(STANDARD_ERRORS)
    },
  )

  test('keeps the proportions of the reasons, and leaves moves alone', () => {
    const model = leaving({
      moves: { any: { perYear: 0.5, destinations: { foster: { foster: 1 } } } },
      shifts: { court: { on: 'exits', from: '2021-04-01', factor: 3 } },
    })
    const runs = runMany(model, 200, (row, layout) => ({
      adoptions: exitsFor(row, layout, EXIT_REASONS.indexOf('adoption')),
      exits: measured(row, layout, 'exits'),
      moves: measured(row, layout, 'moves'),
      days: measured(row, layout, 'care_days'),
    }))
    const total = (of: keyof (typeof runs)[number]) => sumOf(runs.map((run) => run[of]))
    const error = Math.sqrt(total('exits') * 0.25 * 0.75)
    expect(Math.abs(total('adoptions') - 0.25 * total('exits')) / error).toBeLessThan(STANDARD_ERRORS)
    const expectedMoves = (0.5 * total('days')) / 365.25
    expect(Math.abs(total('moves') - expectedMoves) / Math.sqrt(expectedMoves)).toBeLessThan(STANDARD_ERRORS)
  })

  test('changes no bit where the factor is 1', () => {
    const shocks = { entries: { local: 0.1, national: 0 }, exits: { local: 0.1, national: 0.1 } }
    const rowsOf = (overrides: Partial<Scenario>) =>
      runMany(
        compileModel(simpleScenario({ exits: { other: constantHazard(0.5) }, ...overrides })),
        20,
        (row) => row.slice(),
      )
    const shifts = {
      one: { on: 'entries' as const, from: '2021-06-01', factor: 1, riseMonths: 2 },
      two: { on: 'exits' as const, from: '2021-06-01', factor: 1, fallMonths: 2 },
    }
    expect(rowsOf({ shifts })).toEqual(rowsOf({}))
    expect(rowsOf({ shocks, shifts })).toEqual(rowsOf({ shocks }))
  })

  test('has room for ten times the entries', () => {
    const counts = yearOfEntries({ shifts: { war: { on: 'entries', from: '2021-04-01', factor: 10 } } })
    expect(standardErrorsFrom(1000 * (365 / 365.25), counts)).toBeLessThan(STANDARD_ERRORS)
  })
})
