import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { ruleByYear, withArithmetic } from '../../../src/summary/packages/arithmetic.ts'
import { packageResults } from '../../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import { arithmeticInWords } from '../../../src/words/arithmetic-in-words.ts'
import { fewerInFosterCare, interventionLine, interventionModel, programmeOf } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const printed = {
  newChildren: { '2017/18': 2, '2018/19': 4 },
  poundsPerChildYear: 22_000,
  convention: 'half' as const,
  saving: { '2018/19': 88_000, '2019/20': 132_000 },
}
const scenario = { interventions: { review: { printed } } } as unknown as Scenario

/** Run r saves 3,030 r in 2018/19, before the cost of the review. */
function results(keys = ['review']) {
  const own = fewerInFosterCare(keys.map((key) => interventionLine(key, { pounds: [0, 4_000] })))
  const runs = { ...smallTable(), packages: [own] }
  const programme = programmeOf(...keys.map((key) => interventionModel(key)))
  const all = packageResults(summarisePaired(runs, runs.packages), runs, programme)
  return withArithmetic(all, scenario, runs)
}

describe("The council's arithmetic", () => {
  test('gives each year by the rule: half of the new children, and all of those before', () => {
    expect(ruleByYear(printed).map(({ rule }) => rule)).toEqual([22_000, 88_000, 132_000])
    expect(ruleByYear({ ...printed, convention: 'full' }).map(({ rule }) => rule)).toEqual([
      44_000, 132_000, 132_000,
    ])
  })

  test('stands beside the printed cell and the gross saving of the runs', () => {
    const [first, second, third] = results()[0].arithmetic!.years
    expect(first).toMatchObject({ printed: null, rule: 22_000, simulated: { mean: 0 } })
    expect(second.printed).toBe(88_000)
    expect(second.simulated!.mean).toBeCloseTo(6_060, 6)
    expect(second.simulated!.q10).toBeCloseTo(1_212, 6)
    expect(second.simulated!.q90).toBeCloseTo(10_908, 6)
    expect(third).toEqual({ financial_year: '2019/20', printed: 132_000, rule: 132_000, simulated: null })
  })

  test('is not there for a package of several interventions', () => {
    expect(results(['review', 'groups'])[0].arithmetic).toBeUndefined()
  })

  test('is told year by year, with the reason why the numbers differ', () => {
    const lines = arithmeticInWords(results()[0])
    expect(lines[1]).toMatch(
      /^Gross saving in 2018\/19: printed £88,000; by the rule £88,000; in the runs £6,000 on/,
    )
    expect(lines[2]).toMatch(/2019\/20: printed £132,000; by the rule £132,000; not simulated\.$/)
    expect(lines.at(-1)).toMatch(/^They differ since the rule counts every child/)
  })
})
