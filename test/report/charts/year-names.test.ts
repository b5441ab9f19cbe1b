import { describe, expect, test } from 'vitest'
import { partYearsNote, yearName } from '../../../src/report/charts/year-names.ts'

const HORIZON = { start: '2016-12-31', end: '2018-09-30' }

describe('the name of a financial year', () => {
  test('has its part where it is not simulated as a whole', () => {
    expect(['2016/17', '2017/18', '2018/19'].map((year) => yearName(year, HORIZON))).toEqual([
      '2016/17 (from 1 Jan 2017)',
      '2017/18',
      '2018/19 (to 30 Sep 2018)',
    ])
  })

  test('stands in a note of part years, which is empty without any', () => {
    expect(partYearsNote(['2016/17', '2017/18'], HORIZON)).toBe(' Part years: 2016/17 (from 1 Jan 2017).')
    expect(partYearsNote(['2017/18'], HORIZON)).toBe('')
  })
})
