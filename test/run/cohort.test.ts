// Who enters with whom: the cohort by itself, before anything happens to it.
import { mean, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { Domain, runKey, seedKey } from '../../src/run/addresses.ts'
import { drawCohort } from '../../src/run/cohort.ts'
import { memory } from '../../src/run/memory.ts'
import { createWorkspace, takeMemory, type Workspace } from '../../src/run/workspace.ts'
import { simpleScenario } from '../simple-scenario.ts'

const { turns18, entryDay } = memory

function modelOf(entries: Partial<Scenario['entries']>, end = '2031-03-31'): Model {
  const scenario = simpleScenario({ end })
  return compileModel({ ...scenario, entries: { ...scenario.entries, ...entries } })
}

/** Draws so many cohorts and returns what `take` makes of each. */
function cohorts<Kept>(model: Model, runs: number, take: (space: Workspace) => Kept): Kept[] {
  const space = createWorkspace(model)
  takeMemory(space)
  const seed = seedKey('cohorts')
  return Array.from({ length: runs }, (_, run) => {
    drawCohort(space, runKey(seed, Domain.chance, run))
    return take(space)
  })
}

/** [children] probability that so many enter on a day, by Panjer's recursion: two groups can meet on one day. */
function entriesOfDay(groupsPerDay: number, sizes: Record<string, number>, most: number): number[] {
  const probabilities = [Math.exp(-groupsPerDay)]
  for (let children = 1; children <= most; children++) {
    let sum = 0
    for (let size = 1; size <= children; size++)
      sum += size * (sizes[size] ?? 0) * probabilities[children - size]
    probabilities.push((groupsPerDay / children) * sum)
  }
  return probabilities
}

describe('drawCohort with sibling groups', () => {
  const sizes: Record<string, number> = { 1: 0.62, 2: 0.24, 3: 0.1, 4: 0.04 }
  const quarters = { factors: [2, 2, 2, 1, 1, 1, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25] }

  test.each([
    ['at a constant rate', undefined],
    ['at a rate that follows the months, since groups enter whole or not at all', quarters],
  ])(
    'has as many children enter on a day as the shares of sizes say, %s (chi-squared)',
    (_, monthProfile) => {
      const model = modelOf({ perYear: 12, siblings: { groupSizes: sizes }, monthProfile })
      const { days } = model.axes
      const runs = 400
      const most = 6
      const observed = new Array<number>(most + 1).fill(0)
      cohorts(model, runs, ({ cohort }) => {
        const onDay = new Uint8Array(days + 1)
        for (let child = 0; child < cohort; child++) onDay[entryDay[child]]++
        for (let day = 1; day <= days; day++) if (onDay[day] > 0) observed[Math.min(onDay[day], most)]++
      })
      const expected = new Array<number>(most + 1).fill(0)
      for (let day = 1; day <= days; day++) {
        const law = entriesOfDay(model.entries.perDay[day] / model.entries.meanGroupSize, sizes, most - 1)
        law.push(1 - law.reduce((sum, probability) => sum + probability))
        for (let children = 1; children <= most; children++) expected[children] += runs * law[children]
      }
      expect(expected[most]).toBeGreaterThan(5)
      const chiSquared = observed
        .slice(1)
        .reduce((sum, count, at) => sum + (count - expected[at + 1]) ** 2 / expected[at + 1], 0)
      // 6 numbers of children, their sum free: mean 6, variance 12.
      expect(Math.abs(chiSquared - most) / Math.sqrt(2 * most)).toBeLessThan(4)
    },
  )

  test('gives each child of a group an age of its own', () => {
    const model = modelOf({ perYear: 50, siblings: { groupSizes: { 2: 1 } } })
    const gaps = cohorts(model, 20, ({ cohort }) =>
      Array.from({ length: cohort / 2 }, (_, pair) => {
        expect(entryDay[2 * pair + 1]).toBe(entryDay[2 * pair])
        return turns18[2 * pair + 1] - turns18[2 * pair]
      }),
    ).flat()
    // The difference of two ages that are even over a year has the variance 365.25² / 6.
    const known = 365.25 ** 2 / 6
    const error = sampleVariance(gaps.map((gap) => gap ** 2)) ** 0.5 / Math.sqrt(gaps.length)
    expect(Math.abs(mean(gaps.map((gap) => gap ** 2)) - known) / error).toBeLessThan(4)
  })

  test.each([1, 30, 3_000])(
    'has room for 11 standard deviations of the candidates, at %s a year',
    (perYear) => {
      const model = modelOf({ perYear, siblings: { groupSizes: { 1: 0.5, 8: 0.5 } } })
      const candidates = cohorts(model, 300, ({ cohort }) => cohort)
      const room = createWorkspace(model).children - mean(candidates)
      expect(room / Math.sqrt(sampleVariance(candidates))).toBeGreaterThan(11)
    },
  )
})
