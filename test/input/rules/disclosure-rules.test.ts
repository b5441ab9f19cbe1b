// The block that says that counts come from child-level data.
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { countInputs } from '../../../src/result/input-count.ts'
import { changedSmallshire, problemsOf, SMALLSHIRE } from '../smallshire.ts'

const withBlock = (block: string) => changedSmallshire(['question:', `disclosure: { ${block} }\nquestion:`])

describe('the block disclosure', () => {
  test('has a limit of 6 where it states none', () => {
    const { scenario } = parseScenario(withBlock('source: the return'), 's.yaml')
    expect(scenario.disclosure).toEqual({ source: 'the return', below: 6 })
  })

  test('may state another, which is no input of the forecast', () => {
    const { scenario, figures } = parseScenario(withBlock('source: the return, below: 10'), 's.yaml')
    expect(scenario.disclosure).toEqual({ source: 'the return', below: 10 })
    expect(countInputs(figures)).toEqual(countInputs(parseScenario(SMALLSHIRE, 's.yaml').figures))
  })

  test('says where the counts come from', () => {
    expect(problemsOf(withBlock('below: 10'))).not.toEqual([])
  })

  test('takes no scenario whose total is a small count itself', () => {
    const text = withBlock('source: the return, below: 100')
      .replace('children: { value: 100', 'children: { value: 99')
      .replace('2024-03-31: 100 }', '2024-03-31: 99 }')
    const messages = problemsOf(text.replace('supported: 14', 'supported: 13')).map(([, message]) => message)
    expect(messages).toEqual([
      'openingStock.children: is a small count itself: a forecast of 99 children cannot be passed on where counts below 100 are withheld',
    ])
  })
})
