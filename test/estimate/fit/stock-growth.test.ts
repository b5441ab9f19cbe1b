import { describe, expect, test } from 'vitest'
import { type FitPrecision, fitFacts } from '../../../src/estimate/fit-facts.ts'
import { fitGrowth } from '../../../src/estimate/fit/stock-growth.ts'
import type { Scenario } from '../../../src/input/scenario-schema.ts'
import { constantHazard, simpleScenario } from '../../simple-scenario.ts'

const PRECISION: FitPrecision = { passes: [200, 400], checkRuns: 2_000, growthPasses: [200, 1_000] }

const council = (stockGrowth?: number): Scenario => {
  const scenario = simpleScenario({ exits: { other: constantHazard(0.3) } })
  return { ...scenario, entries: { ...scenario.entries, perYear: 40, stockGrowth } }
}

describe('fitGrowth', () => {
  test.each([-0.1, 0, 0.08])('turns entries until the first year gives a growth of %f', (stated) => {
    const scenario = council(stated)
    const { children, standard_error } = fitGrowth(scenario, PRECISION)!
    const wanted = scenario.openingStock.children * (1 + stated)
    // The last pass has an error of its own.
    expect(Math.abs(children - wanted)).toBeLessThan(4 * standard_error * Math.sqrt(3))
  })

  test('does nothing where no growth is stated', () => {
    expect(fitGrowth(council(), PRECISION)).toBeUndefined()
    const fit = fitFacts(council(), PRECISION)
    expect(fit.growth).toBeUndefined()
    expect(fit.scenario.entries.perYear).toBe(40)
  })

  test('leaves shocks and shifts to come on top', () => {
    const shifts = { more: { on: 'entries' as const, from: '2000-01-01', factor: 3 } }
    const shocks = { entries: { local: 0.3, national: 0.2 } }
    const scenario = council(0.05)
    expect(fitGrowth({ ...scenario, shifts, shocks }, PRECISION)).toEqual(fitGrowth(scenario, PRECISION))
  })
})

describe('fitFacts with a growth', () => {
  const fit = fitFacts(council(0.05), PRECISION)

  test('turns the entries of the forecast, and says by how much', () => {
    const { factor, entries_per_year, added_per_year } = fit.growth!
    expect(entries_per_year).toBe(40)
    expect(fit.scenario.entries.perYear).toBeCloseTo(40 * factor, 9)
    expect(added_per_year).toBeCloseTo(40 * (factor - 1), 9)
    expect(fit.multipliers.at(-1)).toEqual({
      name: 'entries for the growth',
      value: factor,
      standard_error: null,
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
    const fitted = (growth?: number) => fitFacts({ ...council(growth), start: '2020-03-31', facts }, PRECISION)
    expect(fitted(0.1).facts).toEqual(fitted().facts)
  })
})
