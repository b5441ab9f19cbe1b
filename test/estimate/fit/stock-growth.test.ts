import { describe, expect, test } from 'vitest'
import { formatDate, parseDate } from '../../../src/domain/calendar.ts'
import { fitGrowth } from '../../../src/estimate/fit/stock-growth.ts'
import { type FitPrecision, fitFacts } from '../../../src/estimate/fit-facts.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { constantHazard, onlyAge, simpleScenario } from '../../simple-scenario.ts'

const PRECISION: FitPrecision = { passes: [100], checkRuns: 600, growthPasses: [100, 300] }

/** Two years of a council whose entries, 40 a year, are fewer than what leaves. */
const council = (stockGrowth?: number): Scenario => {
  const scenario = simpleScenario({
    openingStock: {
      children: 200,
      placements: { foster: 200 },
      ages: onlyAge('5 to 9'),
      monthsInCare: { 0: 0.5, 12: 0.5 },
    },
    exits: { other: constantHazard(0.3) },
  })
  return { ...scenario, entries: { ...scenario.entries, perYear: 40, stockGrowth } }
}

const dayAfterStart = (days: number) => formatDate(parseDate(council().start)! + days)

describe('fitGrowth', () => {
  test.each([-0.1, 0, 0.08])('turns entries of each year until they give a growth of %f', (stated) => {
    const scenario = council(stated)
    const { children, standard_errors } = fitGrowth(scenario, PRECISION)!
    expect(children).toHaveLength(2)
    children.forEach((mean, year) => {
      const wanted = scenario.openingStock.children * (1 + stated) ** (year + 1)
      // The last pass, of half as many runs, has an error of its own.
      expect(Math.abs(mean - wanted)).toBeLessThan(4 * Math.sqrt(3) * standard_errors[year])
    })
  })

  test('does nothing where no growth is stated', () => {
    expect(fitGrowth(council(), PRECISION)).toBeUndefined()
    const fit = fitFacts(council(), PRECISION)
    expect(fit.growth).toBeUndefined()
    expect(fit.scenario.entries.perYear).toBe(40)
  })

  test('turns the first years as it does where the end is later, and a year that ends early as a whole one', () => {
    const until = (end: string) => fitGrowth({ ...council(0.05), end }, PRECISION)!.factors
    const [short, long] = [until(dayAfterStart(800)), until(dayAfterStart(1_400))]
    expect([short.length, long.length]).toEqual([3, 4])
    expect(long.slice(0, 3)).toEqual(short)
  })

  test('leaves shocks and shifts to come on top', () => {
    const shifts: Scenario['shifts'] = { more: { on: 'entries', from: '2000-01-01', factor: 3 } }
    const shocks = { entries: { local: 0.3, national: 0.2 } }
    const scenario = council(0.05)
    expect(fitGrowth({ ...scenario, shifts, shocks }, PRECISION)).toEqual(fitGrowth(scenario, PRECISION))
  })
})

describe('fitFacts with a growth', () => {
  const fit = fitFacts(council(0.05), PRECISION)

  test('turns the entries of the forecast, and says by how much', () => {
    const { factors, entries_per_year, added_per_year } = fit.growth!
    const [factor, next] = factors
    expect(entries_per_year).toBe(40)
    expect(fit.scenario.entries.perYear).toBeCloseTo(40 * factor, 9)
    expect(added_per_year).toBeCloseTo(40 * (factor - 1), 9)
    const names = ['entries of year 1 for the growth', 'entries of year 2 for the growth']
    expect(fit.multipliers.slice(-2)).toEqual(
      names.map((name, year) => ({ name, value: factors[year], standard_error: null })),
    )
    expect(fit.scenario.shifts).toEqual({
      'growth-of-year-2': { on: 'entries', from: '2022-04-01', factor: next / factor },
    })
  })

  test('fits counts of the past to the replay as if no growth were stated', () => {
    const facts: Scenario['facts'] = [
      {
        period: { from: '2019-04-01', to: '2020-03-31' },
        mode: 'reproduce',
        entries: 30,
        exits: 28,
      },
    ]
    const fitted = (growth?: number) =>
      fitFacts({ ...council(growth), start: '2020-03-31', facts }, PRECISION)
    expect(fitted(0.1).facts).toEqual(fitted().facts)
  })
})
