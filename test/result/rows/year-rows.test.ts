import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/calendar.ts'
import { yearRows } from '../../../src/result/rows/year-rows.ts'
import { summariseYears } from '../../../src/summary/years.ts'
import { smallTable } from '../../summary/small-table.ts'
import { statisticsOf } from '../statistics-of.ts'

const SUMMARY = summariseYears(smallTable(), 'baseline')
const WHOLE = statisticsOf(1, 2, 3, 0.1)

test('yearRows has the children at the end and the cost of each year, then the whole horizon', () => {
  const rows = yearRows({ years: SUMMARY, totalCost: { baseline: WHOLE } }, smallTable().axes)
  expect(rows.map(({ financial_year }) => financial_year)).toEqual(['2017/18', '2018/19', 'all'])
  // Run r has 10 + r children in foster care and 3, then 4, in residential care.
  expect(rows.map(({ children_end }) => children_end?.q50)).toEqual([15, 16, undefined])
  expect(rows[1].total.q50).toBeCloseTo(12 * 30 * 101 + 7 * 505.01, 6)
  expect(rows[2].total).toBe(WHOLE)
})

test.each([
  ['2017-03-31', '2019-03-31', [undefined, undefined]],
  ['2018-01-31', '2019-03-31', ['from 1 Feb 2018', undefined]],
  ['2017-03-31', '2018-09-30', [undefined, 'to 30 Sep 2018']],
  ['2017-12-31', '2018-02-28', ['1 Jan 2018 to 28 Feb 2018']],
])('yearRows names the part of a year: %s to %s', (start, end, parts) => {
  const dayOf = (date: string) => dayNumber(...(date.split('-').map(Number) as [number, number, number]))
  const years = ['2017/18', '2018/19'].slice(0, parts.length)
  const axes = { ...smallTable().axes, startDay: dayOf(start), days: dayOf(end) - dayOf(start), years }
  const rows = yearRows({ years: SUMMARY, totalCost: { baseline: WHOLE } }, axes)
  expect(rows.slice(0, -1).map(({ part }) => part)).toEqual(parts)
})
