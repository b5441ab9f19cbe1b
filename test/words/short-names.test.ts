import { describe, expect, test } from 'vitest'
import { shortNames } from '../../src/words/short-names.ts'

const STYLE = { columns: 80, unicode: true, colour: false }
const CONFERENCES = { key: 'conferences', label: 'Family group conferences before proceedings' }
const TEAM = { key: 'team', label: 'Edge of care team for 10 to 17 year olds' }
const OFFER = { key: 'offer', label: 'Foster carer offer' }

describe('shortNames', () => {
  test('are labels where there is room for all of them', () => {
    expect(shortNames([CONFERENCES, OFFER], 43, STYLE)).toEqual([CONFERENCES.label, OFFER.label])
  })

  test('are beginnings of labels that are too long, cut between words where that is near', () => {
    expect(shortNames([CONFERENCES, TEAM, OFFER], 33, STYLE)).toEqual([
      'Family group conferences before…',
      'Edge of care team for 10 to 17…',
      'Foster carer offer',
    ])
    expect(shortNames([CONFERENCES], 33, { ...STYLE, unicode: false })).toEqual([
      'Family group conferences befor...',
    ])
  })

  test('are keys where labels begin alike, or so little of them is left that they say nothing', () => {
    const like = { key: 'more', label: 'Family group conferences' }
    expect(shortNames([CONFERENCES, like], 33, STYLE)).toEqual(['conferences', 'more'])
    expect(shortNames([CONFERENCES, TEAM], 20, STYLE)).toEqual(['conferences', 'team'])
  })

  test('are cut keys in the end, unless they were the same then', () => {
    const keys = (...names: string[]) => names.map((key) => ({ key, label: CONFERENCES.label }))
    expect(shortNames(keys('one-long-key', 'two-long-keys'), 8, STYLE)).toEqual(['one-lon…', 'two-lon…'])
    expect(shortNames(keys('long-key-one', 'long-key-two'), 8, STYLE)).toEqual([
      'long-key-one',
      'long-key-two',
    ])
  })
})
