// The cohort projection and the engine know nothing of each other's method; where both apply they must agree.
import fc from 'fast-check'
import { mean, sampleVariance } from 'simple-statistics'
import { expect, test } from 'vitest'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { exitsFor, measured, runMany } from '../run/run-many.ts'
import { expectedFlows } from './expected-flows.ts'

const SCENARIOS = howMany(6, 20)
const RUNS = howMany(6_000, 20_000)
const STANDARD_ERRORS = 4
const FINE = { ages: 731, timesInCare: 8 }

/** The scenario without what the projection leaves out: limits of places, time in placement, shocks, shifts, returns. */
function withoutPlacesAndStays(scenario: Scenario): Scenario {
  const memoryless = <H extends { byMonthsInPlacement?: unknown }>(hazards: Record<string, H>) =>
    Object.fromEntries(
      Object.entries(hazards).map(([key, hazard]) => [key, { ...hazard, byMonthsInPlacement: undefined }]),
    )
  return {
    ...scenario,
    shocks: undefined,
    shifts: undefined,
    afterCare: undefined,
    placements: Object.fromEntries(
      Object.entries(scenario.placements).map(([key, placement]) => [
        key,
        { ...placement, places: undefined, carers: undefined },
      ]),
    ),
    exits: memoryless(scenario.exits as Record<string, NonNullable<Scenario['exits']['adoption']>>),
    moves: memoryless(scenario.moves) as Scenario['moves'],
  }
}

test(`the mean of ${RUNS} runs equals expectedFlows within ${STANDARD_ERRORS} standard errors, for ${SCENARIOS} generated scenarios`, () => {
  const sample = fc.sample(arbitraryScenario, { numRuns: SCENARIOS, seed: 20_261_121 })
  let compared = 0
  for (const scenario of sample.map(withoutPlacesAndStays)) {
    const model = compileModel(scenario)
    const { children, exits, moves, entries } = expectedFlows(model, FINE)
    const placements = model.axes.placements.length
    const reasons = model.axes.reasons.length
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    const known = [
      total(children.subarray(-placements)),
      ...model.axes.placements.map((_, home) => children[model.axes.days * placements + home]),
      ...model.axes.reasons.map((_, reason) => total(exits.filter((_, at) => at % reasons === reason))),
      total(moves),
      total(entries),
      total(children) - total(children.subarray(0, placements)),
    ]
    const runs = runMany(model, RUNS, (row, layout) => [
      measured(row, layout, 'children', layout.months - 1),
      ...model.axes.placements.map(
        (_, home) => row[layout.offset.children + (layout.months - 1) * placements + home],
      ),
      ...model.axes.reasons.map((_, reason) => exitsFor(row, layout, reason)),
      measured(row, layout, 'moves'),
      measured(row, layout, 'entries'),
      measured(row, layout, 'care_days'),
    ])
    known.forEach((value, index) => {
      const values = runs.map((run) => run[index])
      // A count that hardly ever happens may not happen at all; its error follows from what is expected.
      const error = Math.sqrt(Math.max(sampleVariance(values), value) / RUNS)
      // The strata stand for every age and time in care by a few hundred; 0.1 % of that is allowed on top.
      expect(Math.abs(mean(values) - value), `${scenario.start} figure ${index}: ${value}`).toBeLessThan(
        STANDARD_ERRORS * error + 0.001 * value + 1e-9,
      )
      compared++
    })
  }
  expect(compared).toBeGreaterThan(10 * SCENARIOS)
})
