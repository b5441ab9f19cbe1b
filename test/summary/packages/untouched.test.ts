import { describe, expect, test } from 'vitest'
import type { EffectModel, InterventionModel } from '../../../src/model/packages/programme.ts'
import { untouchedInterventions } from '../../../src/summary/packages/untouched.ts'
import {
  interventionLine,
  interventionModel,
  packageLike,
  programmeOf,
  setReached,
} from '../package-table.ts'
import { setCount, smallTable } from '../small-table.ts'

const homes = Uint8Array.of(1, 0)
const eligible = { homes, careFrom: 0, careTo: Number.POSITIVE_INFINITY }
const FEWER: EffectModel = {
  kind: 'fewer',
  address: 1,
  ratio: 0.9,
  outcomes: Uint8Array.of(1),
  eligible,
  reach: 1,
}
const CARERS_LEAVE: EffectModel = { kind: 'attrition', ratio: 2, stocks: Uint8Array.of(1) }

/** A price change of the second placement in both years. */
const PRICE: EffectModel = {
  kind: 'price',
  factor: Float64Array.of(1, 0.9, 1, 0.9),
  addedPence: new Float64Array(4),
}

/** The one intervention of a package, as untouchedInterventions sees it. */
function untouched(
  model: Partial<InterventionModel>,
  change: (made: ReturnType<typeof packageLike>['table']) => void = () => {},
) {
  const baseline = smallTable()
  const made = packageLike(baseline, [interventionLine('review')])
  change(made.table)
  return untouchedInterventions(
    baseline,
    [made],
    programmeOf(interventionModel('review', { effects: [FEWER], ...model })),
  )
}

describe('an intervention that changed nothing', () => {
  test.each([
    ['starts after the end of the scenario', { startDay: 90 }, 'never starts'],
    ['has only ratios of 1 and numbers of 0', { effects: [] }, 'no effects'],
    ['has no effect in all runs', { noEffectShare: 1 }, 'never works'],
    [
      'has posts that nobody fills',
      { posts: { number: 2, filledAtStart: 0, fillPerDay: 0, leavePerDay: 0 } },
      'no posts',
    ],
    [
      'is for no age and placement',
      { effects: [{ ...FEWER, eligible: { ...eligible, homes: Uint8Array.of(0, 0) } }] },
      'nobody eligible',
    ],
    ['has a chance too small', {}, 'too small'],
  ] as [string, Partial<InterventionModel>, string][])(
    '%s, and is named with that reason',
    (_, model, reason) => {
      expect(untouched(model)).toEqual([
        { intervention: 'review', label: 'The review', packages: ['all'], reason },
      ])
    },
  )

  test('met nobody where events lapsed', () => {
    const [found] = untouched({}, (table) => setReached(table, 3, 'lapsed', 1, 0, 2))
    expect(found.reason).toBe('nobody to reach')
  })

  test('changes a price that nobody lives at', () => {
    const empty = untouched({ effects: [PRICE] }, (table) => {
      for (let run = 0; run < 5; run++)
        for (let month = 0; month < 3; month++) setCount(table, run, 'care_days', month, 1, 0)
    })
    expect(empty.map(({ reason }) => reason)).toEqual(['nobody lives there'])
  })

  test('is named once for all packages with the same reason', () => {
    const baseline = smallTable()
    const packages = ['one', 'two'].map((key) => packageLike(baseline, [interventionLine('review')], [], key))
    const found = untouchedInterventions(baseline, packages, programmeOf(interventionModel('review')))
    expect(found).toMatchObject([{ packages: ['one', 'two'], reason: 'no effects' }])
  })
})

describe('an intervention is not named', () => {
  test('that reached a child in one run', () => {
    expect(untouched({}, (table) => setReached(table, 4, 'cases', 0, 0, 1))).toEqual([])
  })

  test('that changed the price of a child, though prices have no cases', () => {
    expect(untouched({ effects: [PRICE] })).toEqual([])
  })

  test('because of which others pay, though for the engine it has no effects', () => {
    const paid = { line: 'contribution:review', isContribution: true, share: 0, placements: [0] }
    const paying = (pounds: number[], share = 0) =>
      untouched({ effects: [] }, ({ axes }) => {
        axes.ledgerLines = [{ ...paid, pounds, share }]
      })
    expect(paying([0, 35_000])).toEqual([])
    expect(paying([0, 0], 0.1)).toEqual([])
    expect(paying([0, 0])).toHaveLength(1)
  })

  test('that took places away, which turns children away but reaches none', () => {
    const effects = [CARERS_LEAVE]
    expect(untouched({ effects }, (table) => setCount(table, 2, 'over_places', 1, 0, 9))).toEqual([])
    expect(untouched({ effects })).toHaveLength(1)
  })

  test('whose new places are filled by children who count for an earlier one with places there', () => {
    const places: EffectModel = { kind: 'places', placement: 1, added: Int32Array.of(0, 4) }
    const named = (cases: number, placement: number) => {
      const baseline = smallTable()
      const made = packageLike(
        baseline,
        ['home', 'annexe'].map((key) => interventionLine(key)),
      )
      setReached(made.table, 0, 'cases', 0, 0, cases)
      setReached(made.table, 0, 'placeDays', 0, 1, 30)
      const programme = programmeOf(
        interventionModel('home', { effects: [places] }),
        interventionModel('annexe', { effects: [{ ...places, placement }] }),
      )
      return untouchedInterventions(baseline, [made], programme).map(({ intervention }) => intervention)
    }
    expect(named(2, 1)).toEqual([])
    expect(named(2, 0)).toEqual(['annexe'])
    expect(named(0, 1)).toEqual(['home', 'annexe'])
  })
})
