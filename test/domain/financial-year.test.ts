import { expect, test } from 'vitest'
import { parseDate } from '../../src/domain/calendar.ts'
import {
  daysInFinancialYear,
  financialYearsBetween,
  firstWholeFinancialYear,
} from '../../src/domain/financial-year.ts'

const days = (from: string, to: string) => [parseDate(from)!, parseDate(to)!] as const

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
