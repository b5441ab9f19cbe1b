import { describe, expect, test } from 'vitest'
import { hash32 } from '../../../src/domain/hash32.ts'
import { packagePlans } from '../../../src/input/packages.ts'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { partsOf, scenarioOfRun } from '../../../src/model/assumptions.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { compileProgramme } from '../../../src/model/packages/compile-programme.ts'
import { packageAxes } from '../../../src/model/packages/package-axes.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const intervention = (changes: Partial<Intervention> = {}): Intervention => ({
  label: 'It',
  start: { date: '2021-04-01' },
  effects: [
    { shiftDemand: { on: 'entries', factor: 1 } },
    { preventEntries: { prevents: 10 } },
    { raiseExits: { reason: 'adoption', hazardRatio: 1.5 } },
  ],
  ...changes,
})

function programmeOf(interventions: Scenario['interventions'], packages?: Scenario['packages']) {
  const scenario = simpleScenario({ interventions, packages })
  return compileProgramme(scenario, axesOf(scenario), packagePlans(scenario))
}

describe('compileProgramme', () => {
  test('has the interventions of any package once, in the order of the scenario, and packages in their own order', () => {
    const { interventions, packages } = programmeOf(
      { a: intervention(), unused: intervention(), b: intervention(), c: intervention() },
      {
        first: { interventions: ['c', 'a'], cap: 0.3 },
        second: { extends: 'first', interventions: ['b'] },
      },
    )
    expect(interventions.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(packages).toEqual([
      { key: 'first', interventions: [2, 0], cap: 0.3 },
      { key: 'second', interventions: [2, 0, 1], cap: 0.4 },
    ])
  })

  test('addresses an intervention and its effects by their paths, also behind an effect that changes nothing', () => {
    const [{ address, effects }] = programmeOf({ 'edge-of-care': intervention() }).interventions
    expect(address).toBe(hash32('interventions.edge-of-care'))
    expect(effects).toMatchObject([
      { kind: 'prevention', address: hash32('interventions.edge-of-care.effects.1') },
      { kind: 'extra', address: hash32('interventions.edge-of-care.effects.2') },
    ])
  })

  test('knows the first day with any effect, which is behind the last where there is none', () => {
    const late = { start: { date: '2021-04-10', slipMonths: 1 } }
    const never = { posts: { number: 0 } }
    const { interventions } = programmeOf({
      a: intervention(late),
      b: intervention(never),
      c: intervention(),
    })
    expect(interventions.map(({ startDay }) => startDay)).toEqual([40, 731, 1])
  })

  test('has posts with the hazards of being filled and of falling vacant', () => {
    const posts = { number: 3, vacant: 1, monthsToFill: 4, monthsFilled: 36 }
    const { interventions } = programmeOf({
      a: intervention({ posts }),
      b: intervention({ posts: { number: 2 }, noEffectShare: 0.2 }),
      c: intervention(),
    })
    expect(interventions.map((one) => one.posts)).toEqual([
      { number: 3, filledAtStart: 2, fillPerDay: 3 / 365.25, leavePerDay: 1 / 3 / 365.25 },
      { number: 2, filledAtStart: 2, fillPerDay: 0, leavePerDay: 0 },
      undefined,
    ])
    expect(interventions.map(({ noEffectShare }) => noEffectShare)).toEqual([0, 0.2, 0])
  })

  test('takes the values that a run draws for the numbers of interventions', () => {
    const scenario = simpleScenario({ interventions: { a: intervention(), b: intervention() } })
    const paths = ['interventions.b.effects.1.preventEntries.prevents', 'interventions.a.start.slipMonths']
    const range = { central: 1, low: 0.5, high: 2, level: 0.8, shape: 'gamma' as const }
    const assumptions = paths.map((path): Assumption => ({ path, range, least: 0, most: 1e9 }))
    expect(paths.flatMap(partsOf)).toEqual(['programme', 'programme'])
    const drawn = scenarioOfRun({ scenario, assumptions })([36.525, 1])
    expect(drawn.interventions!.b.effects[0]).toBe(scenario.interventions!.b.effects[0])
    const { interventions } = compileProgramme(drawn, axesOf(drawn), packagePlans(drawn))
    expect(interventions[0].startDay).toBe(31)
    expect((interventions[1].effects[0] as { perDay: Float64Array }).perDay[1]).toBeCloseTo(0.1, 15)
    expect(scenario.interventions!.a.start).toEqual({ date: '2021-04-01' })
  })
})

describe('packageAxes', () => {
  const gate = (name: string) => ({ name, probability: 1, months: 1 })
  const scenario = simpleScenario({
    contributions: { health: { label: 'Health', payer: 'NHS', share: 0.2 } },
    interventions: {
      review: intervention({
        label: 'A review',
        saving: 'cashable',
        investment: { payer: 'DfE', perFinancialYear: { '2021/22': 1_000, '2030/31': 9 }, perCase: 70 },
        effects: [
          { reviewCohort: { children: 4, gates: [gate('assessment'), gate('court')], leaveFor: 'adoption' } },
          { shiftDemand: { on: 'exits', factor: 2 } },
          { reviewCohort: { children: 0, gates: [gate('panel')], leaveFor: 'adoption' } },
        ],
      }),
      grant: intervention({
        start: { date: '2021-10-01' },
        effects: [
          { changePrice: { contribution: { payer: 'NHS', share: 0.1 } } },
          { changePrice: { contribution: { payer: 'DfE', perFinancialYear: { '2021/22': 365 } } } },
        ],
      }),
    },
  })
  const axes = axesOf(scenario)
  const ofPackage = packageAxes(scenario, axes, { interventions: ['grant', 'review'] })

  test('has the lines of the interventions and the gates of the reviews in the order of the package', () => {
    expect(ofPackage.interventions).toEqual([
      { key: 'grant', label: 'It', isPaidByCouncil: true, saving: 'avoided' },
      {
        key: 'review',
        label: 'A review',
        isPaidByCouncil: false,
        saving: 'cashable',
      },
    ])
    expect(ofPackage.gates).toEqual(['review: assessment', 'review: court', 'review: panel'])
  })

  test('has what others pay because of an intervention by its strength in each year', () => {
    const half = 182 / 365
    expect(ofPackage.ledgerLines).toEqual([
      ...axes.ledgerLines,
      {
        line: 'contribution:grant',
        isContribution: true,
        pounds: [0, 0],
        share: 0.1,
        placements: [0],
        strength: [half, 1],
      },
      {
        line: 'contribution:grant',
        isContribution: true,
        pounds: [182, 0],
        share: 0,
        placements: [0],
        strength: [half, 1],
      },
    ])
  })

  test('leaves the axes of the baseline as they are', () => {
    expect(axes).toEqual(axesOf(scenario))
    expect(axes.interventions).toEqual([])
  })
})
