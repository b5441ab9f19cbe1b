// Laws of a run of several variants that hold for every scenario and all packages.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import type { Axes } from '../../../src/model/axes.ts'
import type { Model } from '../../../src/model/compile-model.ts'
import type { Programme } from '../../../src/model/packages/programme.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { simulatePlainly } from '../../../src/run/plain/simulate-plainly.ts'
import { rowLayout } from '../../../src/run/run-row.ts'
import { simulateVariants } from '../../../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../../../src/run/variants/variant-space.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { howMany } from '../../how-many.ts'
import { compiledPackages, withProgramme } from '../arbitrary-programme.ts'
import { runMany } from '../run-many.ts'

const anyRun = fc.tuple(arbitraryScenario.chain(withProgramme), fc.string({ minLength: 1, maxLength: 8 }))

/** The rows of all variants in each of the first runs, the baseline's first. */
function rowsOf(
  model: Model,
  programme: Programme,
  axes: Axes[],
  seed: string,
  runs: number,
): Int32Array[][] {
  const space = createVariantSpace(model, programme, axes)
  return Array.from({ length: runs }, (_, run) => {
    const places = [model.axes, ...axes].map((own) => ({
      // What another run may have left there.
      rows: new Int32Array(rowLayout(own).length).fill(7),
      start: 0,
    }))
    simulateVariants(space, programme, runKeys(seedKey(seed), run), places)
    return places.map(({ rows }) => rows)
  })
}

describe('simulateVariants', () => {
  test('gives every package the numbers of its plain simulation, and the baseline those of simulateRun', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const { model, programme, axes } = compiledPackages(scenario)
        const runs = rowsOf(model, programme, axes, seed, 2)
        const alone = runMany(model, 2, (row) => row.slice(), seed)
        runs.forEach(([baseline, ...packages], run) => {
          expect(baseline).toEqual(alone[run])
          packages.forEach((row, variant) => {
            const choice = { programme, variant, axes: axes[variant] }
            expect(row).toEqual(simulatePlainly(model, runKeys(seedKey(seed), run), choice).row)
          })
        })
      }),
      { numRuns: howMany(30, 150) },
    )
  })

  test('gives each of twelve packages the numbers of its plain simulation, whatever its row held', () => {
    const twelve = (scenario: Scenario) =>
      fc.array(withProgramme(scenario), { minLength: 12, maxLength: 12 }).map((all) => {
        const renamed = all.map(({ interventions, packages }, at) => {
          const named = (key: string) => `${key}-${at}`
          const members = Object.values(packages!)[0].interventions.map(named)
          return {
            interventions: Object.entries(interventions!).map(([key, one]) => [named(key), one] as const),
            package: [named('p'), { ...Object.values(packages!)[0], interventions: members }] as const,
          }
        })
        return {
          ...scenario,
          interventions: Object.fromEntries(renamed.flatMap(({ interventions }) => interventions)),
          packages: Object.fromEntries(renamed.map((one) => one.package)),
        }
      })
    fc.assert(
      fc.property(arbitraryScenario.chain(twelve), (scenario) => {
        const { model, programme, axes } = compiledPackages(scenario)
        const [[baseline, ...packages]] = rowsOf(model, programme, axes, 'twelve', 1)
        const [alone] = runMany(model, 1, (row) => row.slice(), 'twelve')
        expect(baseline).toEqual(alone)
        packages.forEach((row, variant) => {
          const choice = { programme, variant, axes: axes[variant] }
          expect(row).toEqual(simulatePlainly(model, runKeys(seedKey('twelve'), 0), choice).row)
        })
      }),
      { numRuns: howMany(3, 8) },
    )
  })
})
