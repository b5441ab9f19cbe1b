import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { rowLayout } from '../../../src/run/run-row.ts'
import { testClaims } from '../../../src/summary/targets/claims.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const scenario = simpleScenario({
  claims: {
    'below-three': { label: 'Fewer than three', children: { on: '2021-05-31', below: 3 } },
    'above-three': { label: 'More than three', children: { on: '2021-05-31', above: 3 } },
    never: { label: 'Never', children: { on: '2021-04-30', below: 0 } },
  },
})

/** Five runs with 1 to 5 children at the end of the second month. */
function table(of: Scenario) {
  const { axes } = compileModel(of)
  const layout = rowLayout(axes)
  const rows = new Int32Array(layout.length * 5)
  for (let run = 0; run < 5; run++) rows[run * layout.length + layout.offset.children + 1] = run + 1
  return { axes, layout, runs: 5, rows }
}

describe('testClaims', () => {
  test('gives the share of the runs in which a claim is true, its error, and where the claim stands', () => {
    const [below, above, never] = testClaims(scenario, table(scenario))
    expect(below).toMatchObject({
      claim: 'below-three',
      relation: 'below',
      value: 3,
      probability: 0.4,
      quantile: 0.6,
    })
    expect(below.mc_error).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 5), 12)
    expect(above).toMatchObject({ relation: 'above', probability: 0.4, quantile: 0.6 })
    expect(never.probability).toBe(0)
  })

  test('gives no probability where the scenario is only an illustration', () => {
    const illustration = { ...scenario, illustrative: 'nothing is known' }
    for (const claim of testClaims(illustration, table(scenario)))
      expect([claim.probability, claim.mc_error, claim.quantile]).toEqual([null, null, null])
  })
})
