import { expect, test } from 'vitest'
import { parseDate } from '../../src/domain/calendar.ts'
import {
  ALL_YEARS,
  daysInFinancialYear,
  financialYearAdvice,
  financialYearInWords,
  financialYearsBetween,
  firstWholeFinancialYear,
  recogniseFinancialYear,
} from '../../src/domain/financial-year.ts'

const days = (from: string, to: string) => [parseDate(from)!, parseDate(to)!] as const

test('All years together have a name of their own, and other years are named as they are', () => {
  expect([ALL_YEARS, '2017/18'].map(financialYearInWords)).toEqual(['All years', '2017/18'])
})

test('daysInFinancialYear gives a year the 29 February that falls into it', () => {
  expect([2014, 2015, 2016].map(daysInFinancialYear)).toEqual([365, 366, 365])
})

test('financialYearsBetween names every year that the days touch', () => {
  expect(financialYearsBetween(...days('2017-01-01', '2018-04-01'))).toEqual([
    '2016/17',
    '2017/18',
    '2018/19',
  ])
  expect(financialYearsBetween(...days('2017-04-01', '2018-03-31'))).toEqual(['2017/18'])
  expect(financialYearsBetween(...days('2018-04-01', '2017-04-01'))).toEqual([])
})

test('firstWholeFinancialYear skips part years, and there is none where a day of each is missing', () => {
  expect(firstWholeFinancialYear(...days('2017-01-01', '2021-03-31'))).toBe('2017/18')
  expect(firstWholeFinancialYear(...days('2017-04-01', '2018-03-31'))).toBe('2017/18')
  expect(firstWholeFinancialYear(...days('2017-04-02', '2018-03-31'))).toBeUndefined()
  expect(firstWholeFinancialYear(...days('2017-04-01', '2018-03-30'))).toBeUndefined()
})

test.each([
  '2024/25',
  '2024-25',
  '2024–25',
  '2024/2025',
  '2024-2025',
  ' 2024 / 25 ',
  '2024 to 2025',
  'FY24/25',
  'FY 2024-25',
  'fy2024/25',
  '24/25',
  '24-25',
  '01/04/2024',
  '1/4/2024',
  '2024-04-01',
])('recogniseFinancialYear reads %j as 2024/25', (text) => {
  expect(recogniseFinancialYear(text)).toBe('2024/25')
})

test.each([
  'FY25',
  '2024',
  '2024/26',
  '2024-2026',
  '24/2025',
  '24/26',
  '45383',
  '04/01/2024',
  '31/03/2025',
  '',
])('recogniseFinancialYear does not guess the year of %j', (text) => {
  expect(recogniseFinancialYear(text)).toBeUndefined()
})

test('recogniseFinancialYear goes from one century to the next', () => {
  expect(recogniseFinancialYear('1999/2000')).toBe('1999/00')
  expect(recogniseFinancialYear('2099-00')).toBe('2099/00')
})

test.each([
  ['2024-25', '; write 2024/25'],
  ["'2024/25", '; write 2024/25'],
  ['31/03/2025', '; write 2024/25'],
  ['30/09/2024', '; write 2024/25'],
  ['FY25', '; write 2024/25 or 2025/26, whichever is meant'],
  ['2025', '; write 2024/25 or 2025/26, whichever is meant'],
  ['13/13/2024', ''],
  ['total', ''],
])('financialYearAdvice says of %j%s', (text, advice) => {
  expect(financialYearAdvice(text)).toBe(advice)
})
