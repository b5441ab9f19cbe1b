// A longer horizon keeps the draws of the years that a shorter one has: the same seed, the same numbers of every month and year.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, parseDate } from '../../src/domain/calendar.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import type { Axes } from '../../src/model/axes.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { COUNTED_MEASURES, INTERVENTION_MEASURES, rowLayout } from '../../src/run/run-row.ts'
import { prepareRunModel } from '../../src/run/threads/run-model.ts'
import { simulateVariants } from '../../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../../src/run/variants/variant-space.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { someAssumptions } from './arbitrary-assumptions.ts'
import { compiledPackages, withProgramme } from './arbitrary-programme.ts'

const SEED = seedKey('horizon')
const RUNS = 2

/** Ends after two years, so that two financial years and the months beside them are whole. */
const SHORT_DAYS = 2 * 365

const withEnd = (scenario: Scenario, days: number): Scenario => ({
  ...scenario,
  end: formatDate(parseDate(scenario.start)! + days),
})

/** Everything that a row says of the months and years that end within so many days. */
function firstYears(row: Int32Array, axes: Axes, days: number) {
  const layout = rowLayout(axes)
  const endsBefore = (start: string) => (end: number) =>
    end <= days && formatDate(axes.startDay + end + 1).endsWith(start)
  const months = axes.monthEnd.filter(endsBefore('-01')).length
  const years = axes.yearEnd.filter(endsBefore('-04-01')).length
  // The price that a package changes is that of the simulated days of a year (A28): in a part year it hangs on how many those are.
  const monthsOfYears = axes.monthEnd.filter((end) => end <= (axes.yearEnd[years - 1] ?? 0)).length
  const block = (from: number, width: number, length: number) => [
    ...row.subarray(from, from + width * length),
  ]
  const byYear = (from: number | undefined, width = 1) =>
    from === undefined ? [] : block(from, width, years)
  return {
    months,
    years,
    counted: COUNTED_MEASURES.map((measure) => block(layout.offset[measure], layout.placements, months)),
    reasons: block(layout.exitsByReason, layout.reasons, months),
    prices: byYear(layout.weeklyPence, layout.placements),
    usable: block(layout.usablePlaces, layout.carerPlacements, months),
    fixed: byYear(layout.fixedPence, axes.fixedPlacements.length),
    fixedDays: block(layout.fixedDays, axes.fixedPlacements.length, months),
    spread: block(layout.spreadCost, 2 * axes.spreadPlacements.length, monthsOfYears),
    paid: [byYear(layout.paidDays, layout.payments), byYear(layout.paymentPence, layout.payments)],
    returns: [layout.reentries, layout.publishedStarts, layout.publishedCeases].map((from) => byYear(from)),
    reached: INTERVENTION_MEASURES.map((measure) => byYear(layout.reached[measure], layout.interventions)),
    gates: byYear(layout.decided, layout.gates),
    costs: byYear(layout.interventionCost, 2 * layout.interventions),
  }
}

/** [run][variant] what the fast engine says of the first years, each run with values of its own for what is drawn. */
function fastFirstYears(scenario: Scenario, assumptions: Parameters<typeof prepareRunModel>[1]) {
  const { model, programme, axes } = compiledPackages(scenario)
  const own = prepareRunModel(model, assumptions)
  const space = createVariantSpace(own.model, programme, axes)
  return Array.from({ length: RUNS }, (_, run) => {
    const keys = runKeys(SEED, run)
    own.turnInto(keys, [space.base])
    const all = [model.axes, ...axes]
    const places = all.map((one) => ({ rows: new Int32Array(rowLayout(one).length), start: 0 }))
    simulateVariants(space, programme, keys, places)
    return all.map((one, variant) => firstYears(places[variant].rows, one, SHORT_DAYS))
  })
}

/** [variant] the same by the plain engine, of the first run. */
function plainFirstYears(scenario: Scenario) {
  const { model, programme, axes } = compiledPackages(scenario)
  const keys = runKeys(SEED, 0)
  return [undefined, ...axes].map((own, index) => {
    const choice = own && { programme, variant: index - 1, axes: own }
    return firstYears(simulatePlainly(model, keys, choice).row, own ?? model.axes, SHORT_DAYS)
  })
}

const anyScenario = arbitraryScenario
  .map((scenario) => withEnd(scenario, SHORT_DAYS))
  .chain(withProgramme)
  .chain((scenario) => fc.tuple(fc.constant(scenario), someAssumptions(scenario)))

describe('a horizon of four years', () => {
  test('has the first two years of a horizon of two, in the baseline and in packages, whatever is drawn', () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 1, max: 731 }), ([scenario, assumptions], more) => {
        const longer = withEnd(scenario, SHORT_DAYS + more)
        const known = fastFirstYears(scenario, { scenario, assumptions })
        expect(known[0][0].months).toBeGreaterThan(22)
        expect(known[0][0].years).toBeGreaterThan(0)
        expect(fastFirstYears(longer, { scenario: longer, assumptions })).toEqual(known)
      }),
      { numRuns: howMany(30, 150) },
    )
  })

  test('has the first two years of a horizon of two in the plain simulation', () => {
    fc.assert(
      fc.property(anyScenario, ([scenario]) => {
        expect(plainFirstYears(withEnd(scenario, 2 * SHORT_DAYS))).toEqual(plainFirstYears(scenario))
      }),
      { numRuns: howMany(4, 15) },
    )
  })
})
