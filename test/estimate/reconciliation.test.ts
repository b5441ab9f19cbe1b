import { expect, test } from 'vitest'
import { reconcile } from '../../src/estimate/reconciliation.ts'
import type { Facts } from '../../src/input/schema/scenario-schema.ts'
import { simpleScenario } from '../simple-scenario.ts'

const block: Facts = {
  period: { from: '2014-04-01', to: '2015-03-31' },
  mode: 'reproduce',
  entries: 312,
  exits: 272,
}

test('reconcile names what starts and ceases do not explain: Worcestershire rose by 45, by flows by 40', () => {
  const facts = [{ ...block, childrenAtEnd: 687 }]
  expect(reconcile(simpleScenario({ facts, history: { children: { '2014-03-31': 642 } } }))).toEqual([
    { period: '2014-04-01..2015-03-31', change: 45, starts: 312, ceases: 272, gap: 5 },
  ])
})

test('reconcile is silent where a stock at either end is not known', () => {
  expect(reconcile(simpleScenario({ facts: [{ ...block, childrenAtEnd: 687 }] }))).toEqual([])
  expect(reconcile(simpleScenario({ facts: [{ ...block, childrenAtStart: 642 }] }))).toEqual([])
  expect(reconcile(simpleScenario())).toEqual([])
})
