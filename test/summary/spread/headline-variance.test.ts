// The split on the engine, against parts that are known without it: nobody leaves, so that the children at the end are all
// who entered, and with the year's multipliers M given they are Poisson. Tolerances are in standard errors.
import { sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { simulateRuns } from '../../../src/run/threads/pool.ts'
import { extraRuns, splitHeadlines } from '../../../src/summary/spread/headline-variance.ts'
import { headlinesOf, headlineValues } from '../../../src/summary/spread/headlines.ts'
import { simpleScenario } from '../../simple-scenario.ts'
import { smallTable } from '../small-table.ts'

const STANDARD_ERRORS = 4
const SHOCKS_ONLY = { assumptions: false, shocks: true }

/** Splits the headlines of a scenario with shocks; returns the last year's children and that year's column. */
async function splitOf(scenario: Scenario, runs = 1_000, threads = 1, assumptions: Assumption[] = []) {
  const model = compileModel(scenario)
  const assumed = assumptions.length > 0 ? { scenario, assumptions } : undefined
  const options = { runs, seed: 'split', threads, assumed }
  const table = await simulateRuns(model, options)
  const varied = { ...SHOCKS_ONLY, assumptions: assumptions.length > 0 }
  const split = await splitHeadlines(table, varied, (fresh, again) =>
    simulateRuns(model, { ...options, runs: again, fresh }),
  )
  const headlines = headlinesOf(table)
  const at = headlines.findLastIndex(({ line }) => line === 'children_end')
  return { split, children: split[at], values: headlineValues(table, headlines)[at] }
}

/** Scenario of two years with yearly and national shocks of entries, each of 365 days. */
function shockedScenario(siblings?: Scenario['entries']['siblings']): Scenario {
  const scenario = simpleScenario()
  return {
    ...scenario,
    entries: { ...scenario.entries, siblings },
    shocks: { entries: { local: 0.12, national: 0.08 } },
  }
}

/** Var of the sum of both years' conditional means: the moments of e^normal, with the first step of the walk in common. */
function varianceOfMeans(yearly: number): number {
  const [local, national] = [0.12 ** 2, 0.08 ** 2]
  const ofYear = (year: number) => Math.exp(local + year * national) - 1
  return yearly * yearly * (ofYear(1) + ofYear(2) + 2 * (Math.exp(national) - 1))
}

describe('splitHeadlines', () => {
  const yearly = (100 / 365.25) * 365
  const groupings: [string, Scenario['entries']['siblings'], number][] = [
    ['who come alone', undefined, 1],
    ['who come in twos, which doubles chance', { groupSizes: { 2: 1 } }, 2],
  ]
  test.each(groupings)(
    'finds the known parts of chance and shocks in entries of children %s',
    async (_, siblings, size) => {
      const { children, values } = await splitOf(shockedScenario(siblings))
      // Law of total variance: E Var(N|M) is the mean number times the size, Var E[N|M] that of the means.
      const [chance, shocks] = [2 * yearly * size, varianceOfMeans(yearly)]
      const known = [0, shocks / (chance + shocks), chance / (chance + shocks)]
      children.parts.forEach(({ share, mc_error }, part) => {
        expect(Math.abs(share - known[part])).toBeLessThanOrEqual(STANDARD_ERRORS * mc_error)
      })
      // A variance is known to sqrt(2 / runs) of it; the runs and their repeats are alike, so that both know much the same.
      const error = Math.sqrt(2 / 1_000)
      expect(Math.abs(children.total_variance / (chance + shocks) - 1)).toBeLessThan(STANDARD_ERRORS * error)
      expect(Math.abs(children.total_variance / sampleVariance([...values]) - 1)).toBeLessThan(
        STANDARD_ERRORS * error,
      )
    },
  )

  test('finds the known parts of all three where the entry rate is a range too, and they add up to the total', async () => {
    const range = { central: 100, low: 60, high: 140, level: 1, shape: 'uniform' as const }
    const rate: Assumption = { path: 'entries.perYear', range, least: 0, most: 200_000 }
    const { children } = await splitOf(shockedScenario(), 1_000, 1, [rate])
    // N is Poisson with mean A T: the rate A is uniform, T the sum of the years' multipliers and as long as both years.
    const [meanA, varianceA] = [100, 80 ** 2 / 12]
    const [meanT, varianceT] = [(2 * yearly) / 100, varianceOfMeans(yearly / 100)]
    const known = {
      assumptions: varianceA * meanT ** 2,
      shocks: (varianceA + meanA ** 2) * varianceT,
      chance: meanA * meanT,
    }
    const total = known.assumptions + known.shocks + known.chance
    for (const { part, share, mc_error } of children.parts) {
      expect(Math.abs(share - known[part] / total)).toBeLessThan(STANDARD_ERRORS * mc_error)
      expect(mc_error).toBeLessThan(0.06)
    }
    expect(children.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    // A uniform rate has thinner tails than a normal one: the error of the variance is below sqrt(2 / runs) of it.
    expect(Math.abs(children.total_variance / total - 1)).toBeLessThan(STANDARD_ERRORS * Math.sqrt(2 / 1_000))
  })

  test('gives the same numbers on any number of threads', async () => {
    const [one, three] = await Promise.all([1, 3].map((threads) => splitOf(shockedScenario(), 60, threads)))
    expect(three.split).toEqual(one.split)
  })

  test('lists children and cost of every year, and the cost of all, each with its unit and the runs split', async () => {
    const { split } = await splitOf(shockedScenario(), 20)
    expect(
      split.map(({ financial_year, line, unit, runs }) => [financial_year, line, unit, runs].join(' ')),
    ).toEqual([
      '2021/22 children_end children 20',
      '2021/22 total £ 20',
      '2022/23 children_end children 20',
      '2022/23 total £ 20',
      'all total £ 20',
    ])
  })

  test('repeats no run where chance alone varies', async () => {
    const simulateNone = () => Promise.reject(new Error('must not be called'))
    const varied = { assumptions: false, shocks: false }
    const split = await splitHeadlines(smallTable(), varied, simulateNone)
    // Run r has r children more than run 0: the variance of 0 to 4.
    expect(split[0]).toMatchObject({ total_variance: 2.5, runs: 5 })
    expect(split[0].parts.at(-1)).toEqual({ part: 'chance', share: 1, mc_error: 0 })
  })

  test('repeats twice where both assumptions and shocks vary, the second time with fresh shocks too', async () => {
    const asked: string[] = []
    const simulateAgain = async (fresh: readonly string[], runs: number) => {
      asked.push(`${fresh.join()} ${runs}`)
      return smallTable()
    }
    await splitHeadlines(smallTable(), { assumptions: true, shocks: true }, simulateAgain)
    expect(asked).toEqual(['chance 5', 'shocks,chance 5'])
  })
})

describe('extraRuns', () => {
  test('is once or twice the runs, but no more than 1,000 of them, and nothing for chance alone', () => {
    expect(extraRuns(60, SHOCKS_ONLY)).toBe(60)
    expect(extraRuns(5_000, { assumptions: true, shocks: false })).toBe(1_000)
    expect(extraRuns(5_000, { assumptions: true, shocks: true })).toBe(2_000)
    expect(extraRuns(5_000, { assumptions: false, shocks: false })).toBe(0)
  })
})
