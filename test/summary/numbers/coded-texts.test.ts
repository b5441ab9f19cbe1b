import { describe, expect, it } from 'vitest'
import { codeRepeated, joinCoded, MOST_TEXTS } from '../../../src/summary/numbers/coded-texts.ts'
import { textsOf } from '../texts-of.ts'

describe('codeRepeated', () => {
  it('gives the texts again and again in their order, each named once', () => {
    const coded = codeRepeated(['b', 'a', 'b'], 2)
    expect(coded.texts).toEqual(['b', 'a'])
    expect(textsOf(coded)).toEqual(['b', 'a', 'b', 'b', 'a', 'b'])
  })

  it('takes as many texts as a code of 16 bits tells apart, and not one more', () => {
    const texts = Array.from({ length: MOST_TEXTS + 1 }, (_, text) => `text ${text}`)
    expect(textsOf(codeRepeated(texts.slice(1), 1))).toEqual(texts.slice(1))
    expect(() => codeRepeated(texts, 1)).toThrow(RangeError)
  })
})

describe('joinCoded', () => {
  it('keeps the rows of each part, and names texts by their first row', () => {
    const joined = joinCoded([codeRepeated(['a', 'b'], 2), codeRepeated(['b', 'c', 'a'], 1)])
    expect(joined.texts).toEqual(['a', 'b', 'c'])
    expect(textsOf(joined)).toEqual(['a', 'b', 'a', 'b', 'b', 'c', 'a'])
  })
})
