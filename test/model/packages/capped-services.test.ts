import { describe, expect, test } from 'vitest'
import { packagePlans } from '../../../src/input/packages.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { cappedServices } from '../../../src/model/packages/capped-services.ts'
import { compileProgramme } from '../../../src/model/packages/compile-programme.ts'
import { cappedWarnings } from '../../../src/result/warnings/capped-warnings.ts'
import { simpleScenario } from '../../simple-scenario.ts'

/** Services that prevent so many of 100 entries a year, together in one package. */
function capped(prevented: number[], cap?: number, overlap?: 'disjoint') {
  const plain = simpleScenario({ start: '2021-03-31', end: '2023-03-31' })
  const interventions = Object.fromEntries(
    prevented.map((prevents, index) => [
      `service-${index}`,
      {
        label: 'Service',
        start: { date: '2021-04-01' },
        effects: [{ preventEntries: { prevents, overlap } }],
      },
    ]),
  )
  const scenario: Scenario = {
    ...plain,
    entries: { ...plain.entries, perYear: 100 },
    interventions,
    packages: { all: { interventions: Object.keys(interventions), cap } },
  }
  const model = compileModel(scenario)
  return cappedServices(model, compileProgramme(scenario, model.axes, packagePlans(scenario)))
}

describe('cappedServices', () => {
  test('names the services whose shares together, each reaching children by itself, are above the cap', () => {
    const [found] = capped([30, 30])
    expect(found.interventions).toEqual(['service-0', 'service-1'])
    expect(found.wanted).toBeCloseTo(1 - 0.7 * 0.7, 10)
    expect(found.allowed).toBe(0.4)
  })

  test('finds nothing where they stay below the cap, or the package allows more', () => {
    expect(capped([20, 20])).toEqual([])
    expect(capped([30, 30], 0.6)).toEqual([])
  })

  test('allows what the strongest prevents alone, where that is above the cap', () => {
    const [found] = capped([60, 20])
    expect(found.wanted).toBeCloseTo(1 - 0.4 * 0.8, 10)
    expect(found.allowed).toBeCloseTo(0.6, 10)
    expect(cappedWarnings([found])[0].text).toContain(
      'would together prevent 68 % of those aged under 1 who would enter at the end of 2021/22',
    )
    expect(cappedWarnings([found])[0].text).toContain('60 % are prevented')
  })

  test('tells apart what is wanted and what is allowed, however little that is', () => {
    const [warning] = cappedWarnings(capped([60, 0.001]))
    expect(warning.text).toContain('would together prevent 60.0004 %')
    expect(warning.text).toContain('60.0000 % are prevented')
  })

  test('adds up disjoint services', () => {
    const [found] = capped([30, 30], undefined, 'disjoint')
    expect(found.wanted).toBeCloseTo(0.6, 10)
  })

  test('names one that asks for more than all, also beside others', () => {
    const [found] = capped([150, 10])
    expect(found).toMatchObject({ interventions: ['service-0'], wanted: 1.5, allowed: 1 })
  })

  test('lets one service alone prevent all, and says where it is to prevent more than there are', () => {
    expect(capped([90])).toEqual([])
    const [found] = capped([150])
    expect(found).toMatchObject({ wanted: 1.5, allowed: 1 })
    expect(cappedWarnings([found])[0].text).toContain('150 % of those aged')
  })
})
