import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/input/scenario-reader.ts'
import { compileModel } from '../../src/model/compile-model.ts'

const path = fileURLToPath(new URL('../../scenarios/rotherham-2017.yaml', import.meta.url))
const { scenario } = await readScenario(path)
const { openingStock, history, start } = scenario

describe('Rotherham, January 2017', () => {
  it('starts with the 488 children of ¶2.2, the last of the counts in its history', () => {
    expect(openingStock.children).toBe(488)
    expect(history?.children).toEqual({ '2015-03-31': 407, '2016-03-31': 433, '2016-12-31': 488 })
    expect(history?.children[start]).toBe(openingStock.children)
  })

  it('has 58 % of the children aged 10 and over (¶2.4)', () => {
    expect(openingStock.ages['10 to 15'] + openingStock.ages['16 to 17']).toBeCloseTo(0.58, 10)
    const { ageBand } = compileModel(scenario).openingStock
    expect(ageBand.filter((band) => band >= 3).length).toBe(Math.round(0.58 * 488))
  })

  it('has 43 % of the children with the council’s own foster carers (CYPS 1A)', () => {
    expect(openingStock.placements.inHouseFoster).toBe(Math.round(0.43 * 488))
  })
})
