import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import type { AllRuns } from '../../../src/run/run-row.ts'
import { rankOutcomes } from '../../../src/summary/targets/outcomes.ts'
import { fewerInFosterCare, interventionLine } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const RUNS: AllRuns = {
  ...smallTable(),
  packages: [fewerInFosterCare([interventionLine('review', { pounds: [0, 4_000] })])],
}
const happened = (children?: Record<string, number>) =>
  ({
    start: '2018-01-31',
    openingStock: { children: 13 },
    outcome: children && { children },
  }) as unknown as Scenario

describe('rankOutcomes', () => {
  test('puts a count at its mid-rank among the runs of the baseline and of each package', () => {
    // In April there are 14 + r children, r from 0 to 4, and 14 in every run of the package.
    const ranks = rankOutcomes(happened({ '2018-04-30': 15 }), RUNS)
    expect(ranks.map(({ variant, rank }) => [variant, rank])).toEqual([
      ['baseline', 0.3],
      ['all', 1],
    ])
    expect(ranks[0]).toMatchObject({ on: '2018-04-30', children: 15, q50: 16 })
  })

  test('gives 0 and 1 to what is below or above all runs', () => {
    const ranks = rankOutcomes(happened({ '2018-02-28': 3, '2018-04-30': 99 }), { ...RUNS, packages: [] })
    expect(ranks.map(({ rank }) => rank)).toEqual([0, 1])
  })

  test('says nothing where nothing is known', () => {
    expect(rankOutcomes(happened(), RUNS)).toEqual([])
  })
})
