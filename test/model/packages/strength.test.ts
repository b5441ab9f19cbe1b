import { describe, expect, test } from 'vitest'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { strengthByDay, strengthByYear, strengthOn } from '../../../src/model/packages/strength.ts'
import { simpleScenario } from '../../simple-scenario.ts'

/** Day 1 is 1 April 2021, day 365 is 31 March 2022. */
const AXES = axesOf(simpleScenario({ start: '2021-03-31', end: '2023-03-31' }))

type Timed = Omit<Partial<Intervention>, 'start'>

const strengthOf = (date: string, timed: Timed = {}, slipMonths?: number) =>
  strengthByDay({ start: { date, slipMonths }, ...timed }, AXES)

describe('strengthByDay', () => {
  test('is nothing before the first day of effects and full from it on, where there is no ramp', () => {
    const strength = strengthOf('2021-04-10')
    expect([...strength.subarray(0, 12)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    expect(strength).toHaveLength(731)
  })

  test('starts later by the months that it slips, in average months', () => {
    // Two months are 60 days: from day 10 to day 70.
    const strength = strengthOf('2021-04-10', {}, 2)
    expect([strength[69], strength[70]]).toEqual([0, 1])
  })

  test('grows in a straight line, by the noon of each day', () => {
    // Twelve months are 365 days, from day 1 on.
    const strength = strengthOf('2021-04-01', { rampMonths: 12 })
    expect(strength[0]).toBe(0)
    expect(strength[1]).toBeCloseTo(0.5 / 365, 12)
    expect(strength[183]).toBeCloseTo(0.5, 12)
    expect(strength[365]).toBeCloseTo(364.5 / 365, 12)
    expect(strength[366]).toBe(1)
  })

  test('has grown on day 1 where it began before the scenario', () => {
    const half = strengthOf('2020-09-30', { rampMonths: 12 })
    expect(half[1]).toBeCloseTo(183.5 / 365, 12)
    expect(strengthOf('2019-04-01', { rampMonths: 12 })[1]).toBe(1)
    expect(strengthOf('2019-04-01')[0]).toBe(0)
  })

  test('is full on its last day, then nothing, or fades in a straight line', () => {
    const cut = strengthOf('2021-04-01', { end: '2021-06-30' })
    expect([cut[91], cut[92]]).toEqual([1, 0])
    const fading = strengthOf('2021-04-01', { end: '2021-06-30', persistMonths: 4 })
    // Four months are 121 days, from day 92 to day 212.
    expect(fading[91]).toBe(1)
    expect(fading[152]).toBeCloseTo(0.5, 12)
    expect(fading[212]).toBeCloseTo(0.5 / 121, 12)
    expect(fading[213]).toBe(0)
  })

  test('fades from what it had grown to by the end', () => {
    const strength = strengthOf('2021-04-01', { rampMonths: 12, end: '2021-09-29', persistMonths: 2 })
    // On 29 September, day 182, it is at 181.5 of 365 days; from there it falls in 60 days.
    expect(strength[182]).toBeCloseTo(181.5 / 365, 12)
    expect((strength[212] + strength[213]) / 2).toBeCloseTo(182 / 365 / 2, 12)
    expect(strength[243]).toBe(0)
  })

  test('is nothing throughout where it slips beyond its end, or needs posts and has none', () => {
    for (const strength of [
      strengthOf('2021-04-01', { end: '2021-06-30', persistMonths: 12 }, 4),
      strengthOf('2021-04-01', { posts: { number: 0 } }),
    ])
      expect(strength.every((share) => share === 0)).toBe(true)
  })
})

test('strengthOn knows the days before the start', () => {
  const on = strengthOn({ start: { date: '2021-03-01' }, rampMonths: 2 }, AXES)
  expect([on(-31), on(-30)]).toEqual([0, 0.5 / 60])
})

test('strengthByYear is the mean over the simulated days of each year', () => {
  const strength = strengthOf('2021-10-01')
  // 182 of the 365 days from 1 April 2021, and all of the next.
  expect(strengthByYear(strength, AXES)).toEqual([182 / 365, 1])
})
