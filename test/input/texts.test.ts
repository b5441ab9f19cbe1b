import { describe, expect, it } from 'vitest'
import { changedSmallshire, problemsOf } from './smallshire.ts'

const LABEL = 'label: Family and friends'
const QUESTION =
  'question: How many children will we look after in March 2027, and what should the placements budget be?'

const messages = (text: string) => problemsOf(text).map(([, message]) => message)

describe('a label', () => {
  it.each([
    ['"\\e[31mred"', "found '\\u001b[31mred'; has the character U+001B; leave it out"],
    ['"a\\x9b2J"', "found 'a\\u009b2J'; has the character U+009B; leave it out"],
    ['"a\\u202eb"', "found 'a\\u202eb'; has the character U+202E; leave it out"],
    ['"a\\u2066b"', "found 'a\\u2066b'; has the character U+2066; leave it out"],
    ['"a\\u200bb"', "found 'a\\u200bb'; has the character U+200B; leave it out"],
    ['"a\\u2028b"', "found 'a\\u2028b'; has the character U+2028; leave it out"],
    ['"a\\nb"', "found 'a\\nb'; has the line break U+000A; leave it out"],
    ['"   "', "found '   '; is nothing but spaces"],
  ])('cannot be %s', (label, message) => {
    expect(messages(changedSmallshire([LABEL, `label: ${label}`]))).toEqual([
      `placements.kinship.label: ${message}`,
    ])
  })

  it.each(['Our own foster carers', 'our own  FOSTER carers '])('cannot be that of another: %j', (label) => {
    expect(messages(changedSmallshire([LABEL, `label: ${JSON.stringify(label)}`]))).toEqual([
      'placements.inHouseFoster.label: is the label of kinship too; call one of them something else',
    ])
  })
})

describe('a sentence', () => {
  it('may have several lines, and no character that acts on a terminal', () => {
    expect(messages(changedSmallshire([QUESTION, 'question: "two\\nlines"']))).toEqual([])
    expect(messages(changedSmallshire([QUESTION, 'question: "a\\x9bb"']))).toEqual([
      "question: found 'a\\u009bb'; has the character U+009B; leave it out",
    ])
  })
})
