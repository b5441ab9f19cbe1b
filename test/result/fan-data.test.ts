import { expect, test } from 'vitest'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { fanAt, fanData } from '../../src/result/fan-data.ts'
import { summariseMonths } from '../../src/summary/months.ts'
import { smallTable } from '../summary/small-table.ts'

test('fanData puts known numbers in order and starts the fan at the opening stock', () => {
  const table = smallTable()
  const scenario = {
    start: '2018-01-31',
    openingStock: { children: 12 },
    history: { children: { '2017-03-31': 11, '2016-03-31': 9 } },
  } as unknown as Scenario
  const { known, fan } = fanData(scenario, table.axes, summariseMonths(table, 'baseline'))
  expect(known.map(({ children }) => children)).toEqual([9, 11, 12])
  expect(fan.map(({ q50 }) => q50)).toEqual([12, 14, 15, 16])
  expect(fan.map(({ day }) => day - table.axes.startDay)).toEqual([0, 28, 59, 89])
})

test('fanAt reads between the points by straight lines, and the ends beyond them', () => {
  const fan = [
    { day: 0, q10: 10, q50: 10, q90: 10 },
    { day: 10, q10: 5, q50: 12, q90: 20 },
  ]
  expect(fanAt(fan, 4)).toEqual({ day: 4, q10: 8, q50: 10.8, q90: 14 })
  expect(fanAt(fan, -1)).toEqual(fan[0])
  expect(fanAt(fan, 11)).toEqual(fan[1])
})
