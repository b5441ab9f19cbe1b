// Two councils with one seed: what is the country's is the same in both, and all else is each council's own.
import { sampleCorrelation, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { QUICK } from '../../src/estimate/fit-facts.ts'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { fitModel } from '../../src/estimate/fitted-model.ts'
import { readPublishedTable } from '../../src/input/files/published-files.ts'
import { readPublishedScenario } from '../../src/input/published/published-scenario.ts'
import type { Assumption } from '../../src/input/reading/ranges.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { compileShocks } from '../../src/model/shocks.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { drawMultipliers } from '../../src/run/conditions.ts'
import { drawAssumptions } from '../../src/run/draws.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { chunkSimulator, type SharedWork } from '../../src/run/threads/simulate-chunk.ts'
import { howMany } from '../how-many.ts'
import { simpleScenario } from '../simple-scenario.ts'
import { measured } from './run-many.ts'

const RUNS = howMany(800, 1_500)
const STANDARD_ERRORS = 4
const [ONE, OTHER] = [seedKey('carecast', 'E08000035'), seedKey('carecast', 'E06000010')]

/** [run] entries of all months in a council with these random numbers. */
function entriesOf(work: Pick<SharedWork, 'model' | 'assumed' | 'seed'>, runs: number): number[] {
  const layout = rowLayout(work.model.axes)
  const rows = new Int32Array(layout.length * runs)
  chunkSimulator({ ...work, tables: [rows], control: new Int32Array(2) })(0, runs)
  return Array.from({ length: runs }, (_, run) =>
    measured(rows.subarray(run * layout.length, (run + 1) * layout.length), layout, 'entries'),
  )
}

/** Entries of two councils that differ in nothing but their random numbers. */
function twins(shocks: Scenario['shocks']): [number[], number[]] {
  const scenario = simpleScenario({ shocks })
  const model = compileModel({ ...scenario, entries: { ...scenario.entries, perYear: 400 } })
  return [entriesOf({ model, seed: ONE }, RUNS), entriesOf({ model, seed: OTHER }, RUNS)]
}

describe('two councils with one seed', () => {
  test('have entries that are independent where only local shocks and chance move them, and sums of the right variance', () => {
    const [one, other] = twins({ entries: { local: 0.12, national: 0 } })
    expect(Math.abs(sampleCorrelation(one, other)) * Math.sqrt(RUNS)).toBeLessThan(STANDARD_ERRORS)
    const sum = sampleVariance(one.map((entries, run) => entries + other[run]))
    const apart = sampleVariance(one) + sampleVariance(other)
    expect(Math.abs(sum / apart - 1)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(2 / RUNS))
  })

  test('rise and fall together by the national walk', () => {
    const [one, other] = twins({ entries: { local: 0, national: 0.12 } })
    expect(sampleCorrelation(one, other)).toBeGreaterThan(0.8)
  })

  test('take the same national walk and differ in their own years', () => {
    const multipliers = (seed: typeof ONE, local: number, national: number) => {
      const year = () => new Float64Array(6)
      const drawn = { entryShocks: year(), exitShocks: year(), priceShocks: year() }
      const of = { local, national }
      const sizes = compileShocks(simpleScenario({ shocks: { entries: of, exits: of, prices: of } }))
      drawMultipliers(sizes, runKeys(seed, 3), drawn)
      return drawn
    }
    expect(multipliers(OTHER, 0, 0.1)).toEqual(multipliers(ONE, 0, 0.1))
    const [one, other] = [multipliers(ONE, 0.1, 0), multipliers(OTHER, 0.1, 0)]
    for (const process of ['entryShocks', 'exitShocks', 'priceShocks'] as const)
      one[process].forEach((multiplier, year) => {
        expect(other[process][year]).not.toBe(multiplier)
      })
  })

  test('draw the same value of what is national, and values of their own of all else', () => {
    const price: Assumption = {
      path: 'placements.ifa.weeklyPrice',
      range: { central: 900, low: 800, high: 1000, level: 0.8, shape: 'normal' },
      least: 0,
      most: 1_000_000,
    }
    const values = (assumption: Assumption, seed: typeof ONE) =>
      drawAssumptions([assumption], seed, 20).values
    const national: Assumption = { ...price, isNational: true }
    expect(values(national, OTHER)).toEqual(values(national, ONE))
    expect(new Set([...values(price, ONE), ...values(price, OTHER)]).size).toBe(40)
  })

  test('as carecast new makes them are as independent, but for what the country does to both', () => {
    const table = readPublishedTable()
    const runs = howMany(300, 600)
    const [one, other] = [
      { code: 'E08000016', seed: seedKey('carecast', 'E08000016') },
      { code: 'E08000018', seed: seedKey('carecast', 'E08000018') },
    ].map(({ code, seed }) => {
      const { scenario, assumptions } = readPublishedScenario(table, code, 2018, 1)
      const uncertain = uncertaintyOf(scenario, assumptions).assumptions
      return entriesOf(
        { ...fitModel({ ...scenario, shocks: withoutNational(scenario) }, uncertain, QUICK), seed },
        runs,
      )
    })
    expect(Math.abs(sampleCorrelation(one, other)) * Math.sqrt(runs)).toBeLessThan(STANDARD_ERRORS)
  })
})

function withoutNational({ shocks }: Scenario): Scenario['shocks'] {
  return (
    shocks && {
      ...shocks,
      entries: shocks.entries && { ...shocks.entries, national: 0 },
      exits: shocks.exits && { ...shocks.exits, national: 0 },
    }
  )
}
