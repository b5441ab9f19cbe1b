// Laws of runs that draw numbers of the scenario: the model of a run is that of the scenario with the values of the run, and
// nothing else depends on which numbers are drawn, on the runs before or on the threads.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { type Assumed, FITTED, scenarioOfRun } from '../../../src/model/assumptions.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { type Multipliers, neutralMultipliers } from '../../../src/model/multipliers.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { valuesOfRun } from '../../../src/run/draws.ts'
import { simulatePlainly } from '../../../src/run/plain/simulate-plainly.ts'
import { rowLayout } from '../../../src/run/run-row.ts'
import { prepareRunModel } from '../../../src/run/threads/run-model.ts'
import { chunkSimulator } from '../../../src/run/threads/simulate-chunk.ts'
import { createWorkspace } from '../../../src/run/workspace.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { howMany } from '../../how-many.ts'
import { everyAssumption, someAssumptions } from '../arbitrary-assumptions.ts'

const SEED = seedKey('assumed')

/** Multipliers as a fit could have turned them, some of them drawn. */
const arbitraryFit = (scenario: Scenario) => {
  const multiplier = fc.double({ min: 0.3, max: 3, noNaN: true })
  const paths = [FITTED.exits(['reunification', 'other']), FITTED.exits(['adoption']), FITTED.early]
  return fc
    .record({
      early: fc.oneof(fc.constant(1), multiplier),
      moves: multiplier,
      adoption: multiplier,
      aged17Share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      drawn: fc.subarray([...paths, FITTED.moves, FITTED.aged17Share]),
    })
    .map(({ early, moves, adoption, aged17Share, drawn }) => {
      const neutral = neutralMultipliers(scenario)
      const multipliers: Multipliers = {
        exits: { ...neutral.exits, adoption },
        entries: 1,
        early,
        moves,
        aged17Share: scenario.openingStock.aged17Share ?? aged17Share,
      }
      return { multipliers, fitted: drawn.map(fitted) }
    })
}

function fitted(path: string): Assumption {
  const range = { central: 1, low: 0.7, high: 1.4, level: 0.8, shape: 'gamma' as const }
  return { path, range, least: 0, most: Number.MAX_VALUE, events: 20 }
}

const arbitraryAssumed: fc.Arbitrary<Assumed> = arbitraryScenario.chain((scenario) =>
  fc
    .tuple(someAssumptions(scenario), fc.option(arbitraryFit(scenario), { nil: undefined }))
    .map(([assumptions, fit]) => ({
      scenario,
      multipliers: fit?.multipliers,
      assumptions: [...assumptions, ...(fit?.fitted ?? [])],
    })),
)

const centralModel = (assumed: Assumed) =>
  compileModel(scenarioOfRun(assumed)(assumed.assumptions.map(({ range }) => range.central)))

/** The rows of the runs from 0 on, one after another on this thread. */
function rowsOf(
  assumed: Assumed | undefined,
  model: ReturnType<typeof compileModel>,
  runs: number,
): Int32Array {
  const rows = new Int32Array(rowLayout(model.axes).length * runs)
  chunkSimulator({ model, assumed, seed: SEED, tables: [rows], control: new Int32Array(2) })(0, runs)
  return rows
}

describe('prepareRunModel', () => {
  test('compiles for each run exactly the model of the scenario with the values of the run, whatever came before', () => {
    fc.assert(
      fc.property(arbitraryAssumed, (assumed) => {
        const { model, turnInto } = prepareRunModel(centralModel(assumed), assumed)
        const space = createWorkspace(model)
        for (const run of [3, 0, 1]) {
          const keys = runKeys(SEED, run)
          turnInto(keys, [space])
          const ofRun = compileModel(scenarioOfRun(assumed)(valuesOfRun(assumed.assumptions, keys)))
          // The axes, with the index of prices that base-year prices are worked out with, are those of all runs.
          expect(model).toEqual({ ...ofRun, axes: centralModel(assumed).axes })
        }
      }),
      { numRuns: howMany(12, 60) },
    )
  })

  test('leaves the model that it is given as it is', () => {
    fc.assert(
      fc.property(arbitraryAssumed, (assumed) => {
        const model = centralModel(assumed)
        const before = structuredClone(model)
        rowsOf(assumed, model, 2)
        expect(model).toEqual(before)
      }),
      { numRuns: howMany(4, 10) },
    )
  })
})

describe('chunkSimulator with assumptions', () => {
  test('equals the plain simulation of the scenario of each run in every number', () => {
    fc.assert(
      fc.property(arbitraryAssumed, (assumed) => {
        const model = centralModel(assumed)
        const runs = 3
        const rows = rowsOf(assumed, model, runs)
        const { length } = rowLayout(model.axes)
        for (let run = 0; run < runs; run++) {
          const keys = runKeys(SEED, run)
          const scenario = scenarioOfRun(assumed)(valuesOfRun(assumed.assumptions, keys))
          expect(rows.slice(run * length, (run + 1) * length)).toEqual(
            simulatePlainly(compileModel(scenario), keys).row,
          )
        }
      }),
      { numRuns: howMany(25, 100) },
    )
  })

  test('changes no other number by a range on a price that no child meets, beside other ranges or alone', () => {
    fc.assert(
      fc.property(arbitraryAssumed, ({ scenario: drawn, multipliers, assumptions }) => {
        const spare = { label: 'Spare', weeklyPrice: 1000 }
        const scenario = { ...drawn, placements: { ...drawn.placements, spare } }
        const price = everyAssumption(scenario).filter(({ path }) => path === 'placements.spare.weeklyPrice')
        expect(price).toHaveLength(1)
        const model = centralModel({ scenario, multipliers, assumptions })
        const years = model.axes.years.length
        const placements = model.axes.placements.length
        const layout = rowLayout(model.axes)
        const withoutSpare = (others: Assumption[]) => {
          const rows = rowsOf({ scenario, multipliers, assumptions: others }, model, 2)
          for (let run = 0; run < 2; run++)
            for (let year = 0; year < years; year++)
              rows[run * layout.length + layout.weeklyPence + (year + 1) * placements - 1] = 0
          return rows
        }
        expect(withoutSpare([...price, ...assumptions])).toEqual(withoutSpare(assumptions))
        expect(withoutSpare(price)).toEqual(withoutSpare([]))
      }),
      { numRuns: howMany(12, 40) },
    )
  })

  test('gives the rows of the plain scenario where every range is one number', () => {
    fc.assert(
      fc.property(arbitraryScenario, (drawn) => {
        const scenario = { ...drawn, shocks: undefined }
        const assumptions = everyAssumption(scenario).map((assumption) => {
          const { central } = assumption.range
          return { ...assumption, range: { ...assumption.range, low: central, high: central } }
        })
        const model = compileModel(scenario)
        expect(rowsOf({ scenario, assumptions }, model, 2)).toEqual(rowsOf(undefined, model, 2))
      }),
      { numRuns: howMany(12, 60) },
    )
  })
})
