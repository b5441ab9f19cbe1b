// Every figure of the scenarios has a name in words.
import { describe, expect, test } from 'vitest'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { figureNamer } from '../../src/report/figure-names.ts'
import { isInput } from '../../src/result/input-count.ts'

const SCENARIOS = [
  'herefordshire-2018',
  'herefordshire-2021',
  'leeds-2012',
  'rotherham-2017',
  'rotherham-2017-as-printed',
  'smallshire-packages',
  'worcestershire-2015-budget',
]

describe('the name of a figure', () => {
  test.each(SCENARIOS)('is there for every input of %s', async (name) => {
    const { scenario, figures } = await readScenario(`scenarios/${name}.yaml`)
    const nameOf = figureNamer({ scenario, assumptions: [] })
    const unnamed = figures.filter(isInput).filter(({ path }) => nameOf(path) === path)
    expect(unnamed.map(({ path }) => path)).toEqual([])
  })

  test('says what was counted, and of which reasons', async () => {
    const { scenario } = await readScenario('scenarios/rotherham-2017.yaml')
    const nameOf = figureNamer({ scenario, assumptions: [] })
    expect(nameOf('facts.0.exitsByReason.0.children')).toBe('reunification exits counted')
    expect(nameOf('facts.0.exitsByReason.0')).toBe('reunification exits counted')
    expect(nameOf('facts.0.exitsAt18')).toBe('exits on the 18th birthday')
    expect(nameOf('history.children.2016-12-31')).toBe('children on 31 December 2016')
    expect(nameOf('openingStock.placements.ifa')).toBe(
      'children in Independent fostering agency at the start',
    )
    expect(nameOf('no.such.path')).toBe('no.such.path')
  })
})
