import { describe, expect, test } from 'vitest'
import { firstPublished, isLargeEnough, stockOf, stocksKnownAt } from '../../src/study/known-stocks.ts'

/** The edition of 2018 has earlier years again, somewhat revised. */
const EDITIONS = {
  2015: { 2015: 271 },
  2016: { 2016: 287 },
  2017: { 2016: 288, 2017: 301 },
  2018: { 2014: 242, 2015: 270, 2016: 286, 2017: 300, 2018: 313 },
}

describe('stocksKnownAt', () => {
  test('has each year up to the origin as the newest edition up to it has it', () => {
    expect(stocksKnownAt(EDITIONS, 2014)).toEqual({})
    expect(stocksKnownAt(EDITIONS, 2016)).toEqual({ 2015: 271, 2016: 287 })
    expect(stocksKnownAt(EDITIONS, 2017)).toEqual({ 2015: 271, 2016: 288, 2017: 301 })
    expect(stocksKnownAt(EDITIONS, 2018)).toEqual(EDITIONS[2018])
  })

  test('knows nothing of later years, even where an edition is ahead of itself', () => {
    expect(stocksKnownAt({ 2016: { 2016: 287, 2017: 290 } }, 2016)).toEqual({ 2016: 287 })
  })
})

describe('firstPublished', () => {
  test('is the number in the first edition that has the year', () => {
    const years = [2014, 2015, 2016, 2017, 2018, 2019]
    expect(years.map((year) => firstPublished(EDITIONS, year))).toEqual([242, 271, 287, 301, 313, undefined])
  })
})

describe('isLargeEnough', () => {
  test('asks for more than 20 children that are known', () => {
    expect([undefined, 0, 20, 21].map(isLargeEnough)).toEqual([false, false, false, true])
  })
})

describe('stockOf', () => {
  test('says whose number of which year is missing', () => {
    const history = { authority: 'Smallshire', region: 'North', stocks: { 2016: 0 } }
    expect(stockOf(history, 2016)).toBe(0)
    expect(() => stockOf(history, 2015)).toThrow('Smallshire in March 2015')
  })
})
