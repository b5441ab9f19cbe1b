// Displacement on the engine, against answers that are known without it, and against the variances of two simulations.
import { sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { withoutLimits } from '../../../src/model/packages/without-limits.ts'
import type { AllRuns } from '../../../src/run/run-row.ts'
import { gatherSeries } from '../../../src/summary/numbers/series.ts'
import { displacedRuns, displacementOf, displacements } from '../../../src/summary/packages/displacement.ts'
import { totalCost } from '../../../src/summary/whole-horizon.ts'
import { normalStream } from '../../normal-stream.ts'
import { simulateHere } from '../../run/variants/simulate-here.ts'
import { constantHazard, everyAge, simpleScenario } from '../../simple-scenario.ts'

const STANDARD_ERRORS = 4
const RUNS = 400

/** Children wait for few places of our own; who finds none lives with an agency, at three times the price. */
function tightScenario(places: number | undefined, ...effects: Intervention['effects']): Scenario {
  return simpleScenario({
    placements: {
      own: { label: 'Own', weeklyPrice: 500, ...(places !== undefined && { places, overflow: ['agency'] }) },
      agency: { label: 'Agency', weeklyPrice: 1500 },
    },
    entries: { ...simpleScenario().entries, perYear: 40, placements: everyAge({ own: 1 }) },
    exits: { reunification: constantHazard(1.5) },
    interventions: { offer: { label: 'Offer', start: { date: '2021-04-01' }, effects } },
  })
}

function displacementIn(scenario: Scenario, runs = RUNS) {
  return displacements(simulateHere(scenario, runs), simulateHere(withoutLimits(scenario), runs))[0]
}

/** Sample variance of package less baseline, of the cost of all years. */
function varianceOf(all: AllRuns): number {
  const [before, own] = [all, all.packages[0].table].map((table) => {
    const costs = new Float64Array(table.runs)
    gatherSeries(table, [totalCost(table)], costs)
    return costs
  })
  return sampleVariance(Array.from(own, (cost, run) => cost - before[run]))
}

describe('displacement', () => {
  test('is what two simulations by hand, with the tight places and without them, say', () => {
    const preventing = { preventEntries: { prevents: 8 } }
    const [tight, free] = [15, undefined].map((places) =>
      simulateHere(tightScenario(places, preventing), 1_000),
    )
    const byHand = 1 - varianceOf(free) / varianceOf(tight)
    const { share, mc_error, runs } = displacementIn(tightScenario(15, preventing))
    expect(runs).toBe(RUNS)
    expect(mc_error).toBeLessThan(0.05)
    expect(Math.abs(share - byHand)).toBeLessThan(STANDARD_ERRORS * mc_error)
    // Own places are all taken: with each prevented child, a while with the agency at three times the price is gone.
    expect(byHand).toBeGreaterThan(0.5)
  })

  test('is all where the package does nothing but add places', () => {
    const { share, mc_error } = displacementIn(
      tightScenario(15, { addPlaces: { placement: 'own', places: 3 } }),
      50,
    )
    expect([share, mc_error]).toEqual([1, 0])
  })

  test('is nothing where places never run out', () => {
    const { share, mc_error } = displacementIn(tightScenario(1_000, { preventEntries: { prevents: 8 } }), 50)
    expect([share, mc_error]).toEqual([0, 0])
  })

  test('is measured on the first 300 runs at most', () => {
    expect([displacedRuns(200), displacedRuns(2_000)]).toEqual([200, 300])
  })

  test('is a ratio of variances, below 0 where they are larger without limits, and unknown where nothing varies', () => {
    const [narrow, wide] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4, 6, 8)]
    expect(displacementOf(wide, narrow).share).toBeCloseTo(0.75, 12)
    expect(displacementOf(narrow, wide).share).toBeCloseTo(-3, 12)
    expect(displacementOf(new Float64Array(4), new Float64Array(4)).share).toBeNaN()
  })

  test('has an error that is the spread of the share over many simulations', () => {
    const normal = normalStream('displacement')
    const sample = () => Float64Array.from({ length: 100 }, normal)
    const estimates = Array.from({ length: 200 }, () => {
      // Variance 1 with limits and 1/2 without, of numbers that go together.
      const [common, further] = [sample(), sample()]
      const withLimits = common.map((value, run) => Math.SQRT1_2 * (value + further[run]))
      return displacementOf(
        withLimits,
        common.map((value) => Math.SQRT1_2 * value),
      )
    })
    const spread = Math.sqrt(sampleVariance(estimates.map(({ share }) => share)))
    const stated = estimates.reduce((sum, { mc_error }) => sum + mc_error, 0) / 200
    // The spread of 200 estimates is known to 1 / sqrt(400) of it.
    expect(Math.abs(stated / spread - 1)).toBeLessThan(STANDARD_ERRORS * 0.05)
  })
})
