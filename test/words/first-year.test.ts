import { expect, test } from 'vitest'
import { dayNumber } from '../../src/domain/calendar.ts'
import type { FanPoint } from '../../src/result/fan-data.ts'
import { firstYearChange, firstYearInWords } from '../../src/words/first-year.ts'

const point = (day: number, middle: number, spread = 20): FanPoint => ({
  day,
  q10: middle - spread,
  q50: middle,
  q90: middle + spread,
})
const start = point(dayNumber(2015, 6, 7), 680, 0)
const months = [4, 5, 6].map((month) => point(dayNumber(2016, month + 1, 1) - 1, 700 + month))

test('firstYearChange runs to the same day of the next year, between the ends of months too', () => {
  expect(firstYearChange([start, ...months])).toEqual({
    day: dayNumber(2016, 6, 7),
    q10: 5,
    q50: 25,
    q90: 45,
  })
  expect(firstYearInWords(firstYearChange([start, ...months]))).toEqual([
    'Change in the first year, to 7 Jun 2016: +25 children; 80 % interval +5 to +45.',
  ])
})

test('firstYearChange has a sign for a fall, and nothing to say of less than a year', () => {
  expect(firstYearInWords(firstYearChange([start, point(dayNumber(2016, 6, 7), 660)]))).toEqual([
    'Change in the first year, to 7 Jun 2016: -20 children; 80 % interval -40 to +0.',
  ])
  expect(firstYearInWords(firstYearChange([start, point(dayNumber(2015, 12, 31), 690)]))).toEqual([])
})

test('firstYearInWords shows no digit below the error of the number of children', () => {
  const change = { day: dayNumber(2016, 5, 31), q10: -24, q50: 13, q90: 56 }
  expect(firstYearInWords({ ...change, mc_error: 12 })[0]).toContain(
    '+10 children; 80 % interval -20 to +60.',
  )
  expect(firstYearInWords({ ...change, mc_error: 1.2 })[0]).toContain(
    '+13 children; 80 % interval -24 to +56.',
  )
})
