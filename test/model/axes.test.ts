import { expect, test } from 'vitest'
import { axesOf } from '../../src/model/axes.ts'
import { simpleScenario } from '../simple-scenario.ts'

test('axesOf starts the first month on the day after the start and ends the last with the end', () => {
  const axes = axesOf(simpleScenario({ start: '2016-12-30', end: '2017-04-10' }))
  expect(axes.days).toBe(101)
  expect(axes.months).toEqual(['2016-12', '2017-01', '2017-02', '2017-03', '2017-04'])
  expect(axes.monthEnd).toEqual([1, 32, 60, 91, 101])
  expect(axes.years).toEqual(['2016/17', '2017/18'])
  expect(axes.yearOfMonth).toEqual([0, 0, 0, 0, 1])
})

test('axesOf gives a start on the last day of a month no month of its own', () => {
  expect(axesOf(simpleScenario({ start: '2016-03-31', end: '2016-04-30' })).months).toEqual(['2016-04'])
})

test('axesOf counts leap days', () => {
  expect(axesOf(simpleScenario({ start: '2015-12-31', end: '2016-12-31' })).days).toBe(366)
})
