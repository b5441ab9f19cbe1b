import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateInWords,
  dayNumber,
  formatDate,
  monthInWords,
  monthOf,
  parseDate,
  startOfNextMonth,
  wholeYearsBetween,
} from '../../src/domain/calendar.ts'
import {
  financialYearName,
  financialYearOf,
  parseFinancialYear,
  startOfFinancialYear,
} from '../../src/domain/financial-year.ts'

const anyDay = fc.integer({ min: dayNumber(1950, 1, 1), max: dayNumber(2150, 12, 31) })

describe('parseDate', () => {
  test('reads back every date that formatDate writes', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDate(formatDate(day))).toBe(day)
      }),
    )
  })

  test.each([
    '2015-02-29',
    '2015-13-01',
    '2015-00-10',
    '15-01-01',
    '2015-1-1',
    '',
    '2015-04-31',
    'yesterday',
  ])('knows that %j is no date', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  test('knows leap days', () => {
    expect(formatDate(parseDate('2016-02-28')! + 1)).toBe('2016-02-29')
    expect(formatDate(parseDate('2100-02-28')! + 1)).toBe('2100-03-01')
  })
})

describe('months', () => {
  test('begin on the first day after the last of the month before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = startOfNextMonth(day)
        expect(formatDate(next).endsWith('-01')).toBe(true)
        expect(monthOf(next - 1)).toBe(monthOf(day))
      }),
    )
  })
})

describe('financial years', () => {
  test('change on 1 April', () => {
    expect(financialYearOf(dayNumber(2017, 3, 31))).toBe(2016)
    expect(financialYearOf(dayNumber(2017, 4, 1))).toBe(2017)
    expect(startOfFinancialYear(2017)).toBe(dayNumber(2017, 4, 1))
  })

  test('are named by both calendar years, at the turn of a century too', () => {
    expect(financialYearName(2017)).toBe('2017/18')
    expect(financialYearName(1999)).toBe('1999/00')
    expect(parseFinancialYear('2017/18')).toBe(2017)
  })

  test.each(['2017/19', '2017-18', '2017', '17/18', ''])('are not written %j', (name) => {
    expect(parseFinancialYear(name)).toBeUndefined()
  })
})

describe('wholeYearsBetween', () => {
  test('counts anniversaries', () => {
    expect(wholeYearsBetween(dayNumber(2015, 6, 7), dayNumber(2016, 6, 6))).toBe(0)
    expect(wholeYearsBetween(dayNumber(2015, 6, 7), dayNumber(2016, 6, 7))).toBe(1)
    expect(wholeYearsBetween(dayNumber(2016, 2, 29), dayNumber(2017, 2, 28))).toBe(0)
    expect(wholeYearsBetween(dayNumber(2016, 2, 29), dayNumber(2017, 3, 1))).toBe(1)
  })
})

test("days and months are written in words without the machine's locale", () => {
  expect(dateInWords(dayNumber(2017, 1, 1))).toBe('1 Jan 2017')
  expect(dateInWords(dayNumber(1969, 12, 31))).toBe('31 Dec 1969')
  expect(monthInWords(dayNumber(2020, 2, 29))).toBe('Feb 2020')
})
