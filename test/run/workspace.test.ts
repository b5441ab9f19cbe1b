// One memory for all workspaces of a thread: whoever simulates has it to itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { memory, ROOM_FOR_LIVES } from '../../src/run/memory.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { simulateRun } from '../../src/run/simulate-run.ts'
import { simulateVariants } from '../../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../../src/run/variants/variant-space.ts'
import { createWorkspace } from '../../src/run/workspace.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { simpleScenario } from '../simple-scenario.ts'
import { compiledPackages, withProgramme } from './arbitrary-programme.ts'
import { runMany } from './run-many.ts'

const RUNS = 3
const SEED = seedKey('in turn')

/** Returns a function that simulates a run of the model in a workspace of its own. */
function simulator(model: Model): (run: number) => Int32Array {
  const layout = rowLayout(model.axes)
  const space = createWorkspace(model)
  return (run) => {
    const row = new Int32Array(layout.length)
    simulateRun(space, runKeys(SEED, run), row, 0)
    return row
  }
}

describe('createWorkspace', () => {
  test('makes what is kept of one model, and nothing that the memory of the thread holds', () => {
    const kept = Object.keys(createWorkspace(compileModel(simpleScenario())))
    expect(kept.filter((name) => name in memory)).toEqual([])
  })

  test('makes workspaces that give in turn, run by run, what each gives alone', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryScenario.chain(withProgramme), (scenario, other) => {
        const model = compileModel(scenario)
        const { model: otherModel, programme, axes } = compiledPackages(other)
        const alone = runMany(model, RUNS, (row) => row.slice(), 'in turn')
        const otherAlone = runMany(otherModel, RUNS, (row) => row.slice(), 'in turn')
        const [simulate, simulateOther] = [model, otherModel].map(simulator)
        const space = createVariantSpace(otherModel, programme, axes)
        const places = [otherModel.axes, ...axes].map((own) => ({
          rows: new Int32Array(rowLayout(own).length),
          start: 0,
        }))
        for (let run = 0; run < RUNS; run++) {
          expect(simulate(run)).toEqual(alone[run])
          expect(simulateOther(run)).toEqual(otherAlone[run])
          simulateVariants(space, programme, runKeys(SEED, run), places)
          expect(places[0].rows).toEqual(otherAlone[run])
        }
      }),
      { numRuns: howMany(25, 60) },
    )
  })

  test('refuses a model with more children than there is room for, and says how many', () => {
    const model = compileModel(simpleScenario({ end: '2031-03-31' }))
    const entries = { ...model.entries, expected: ROOM_FOR_LIVES }
    expect(() => createWorkspace({ ...model, entries })).toThrow(
      /2\d{6} children in a run; there is room for 2097152/,
    )
  })

  test('refuses a model with more placements, cells or outcomes than there is room for', () => {
    const model = compileModel(simpleScenario())
    const placements = Array.from({ length: 255 }, (_, index) => `placement${index}`)
    expect(() => createWorkspace({ ...model, axes: { ...model.axes, placements } })).toThrow(
      '255 placements; there is room for 254',
    )
    const cells = { ...model.cells, bounding: new Float64Array(memory.bound.length + 1) }
    expect(() => createWorkspace({ ...model, cells })).toThrow('262145 cells; there is room for 262144')
    const wide = { ...model.cells, cumulative: new Float64Array(memory.cumulative.length + 1) }
    expect(() => createWorkspace({ ...model, cells: wide })).toThrow(
      '4194305 outcomes of cells; there is room for 4194304',
    )
  })
})
