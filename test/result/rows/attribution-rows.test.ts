import { expect, test } from 'vitest'
import { attributionTables } from '../../../src/result/rows/attribution-rows.ts'
import { smallPackages } from '../small-packages.ts'

const { attribution } = smallPackages()

test('attributionTables has a row for each intervention, the interaction and the package, rounded alike', () => {
  const [cost, children] = attributionTables(attribution)
  expect(cost).toMatchObject({ package: 'all', line: 'total', unit: '£', runs: 5 })
  const of = { p10: 1_000, p50: 6_000, p80: 10_000, p90: 11_000, mc_error: 2_000 }
  const nothing = { p10: 0, p50: 0, p80: 0, p90: 0, mc_error: 0 }
  expect(cost.rows).toEqual([
    {
      ...{ intervention: 'review', label: 'The review', saving: 'cashable' },
      ...{ alone: 6_000, last: 6_000, in_order: 6_000, shapley: 6_000, ...of },
    },
    {
      ...{ intervention: 'groups', label: 'The groups', saving: 'avoided' },
      ...{ alone: 0, last: 0, in_order: 0, shapley: 0, ...nothing },
    },
    {
      ...{ intervention: '', label: 'Interaction', saving: '' },
      ...{ alone: 0, last: null, in_order: null, shapley: null, ...nothing },
    },
    {
      ...{ intervention: '', label: 'Package', saving: '' },
      ...{ alone: 6_000, last: null, in_order: 6_000, shapley: 6_000, ...of },
    },
  ])
  expect(children.rows.map(({ alone }) => alone)).toEqual([2, 0, 0, 2])
  expect(children.rows[0]).toMatchObject({ saving: '', p90: 3.6, mc_error: 0.7 })
})

test('attributionTables has the quantiles of the steps where there are no Shapley values, and no table for one intervention', () => {
  const [first] = attribution
  const withoutShapley = first.interventions.map(({ shapley, ...share }) => share)
  const [{ rows }] = attributionTables([{ ...first, interventions: withoutShapley }])
  expect(rows.map(({ shapley }) => shapley)).toEqual([null, null, null, null])
  expect(rows[0].p90).toBe(11_000)
  expect(attributionTables([{ ...first, interventions: first.interventions.slice(0, 1) }])).toEqual([])
  expect(attributionTables(undefined)).toEqual([])
})
