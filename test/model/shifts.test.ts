import { describe, expect, test } from 'vitest'
import type { Shift } from '../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../src/model/axes.ts'
import { compileShifts } from '../../src/model/shifts.ts'
import { simpleScenario } from '../simple-scenario.ts'

const START = '2021-03-31'

function compiled(shifts: Record<string, Shift>) {
  const scenario = simpleScenario({ start: START, shifts })
  return compileShifts(scenario, axesOf(scenario))
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

describe('compileShifts', () => {
  test('has a step on its first day and leaves the days before alone', () => {
    const { entries, exits, areOn } = compiled({ step: { on: 'entries', from: '2021-04-10', factor: 1.5 } })
    expect([entries[9], entries[10], entries[730]]).toEqual([1, 1.5, 1.5])
    expect(exits.every((factor) => factor === 1)).toBe(true)
    expect(areOn).toBe(true)
  })

  test('rises and falls in straight lines: half the rise is half the change, and the area is that of the triangle', () => {
    const { exits } = compiled({
      peak: { on: 'exits', from: '2021-04-01', factor: 0.6, riseMonths: 2, fallMonths: 12 },
    })
    // Two months are 60 days: days 1 to 60 rise, each with its noon; the next 365 fall.
    expect((exits[30] + exits[31]) / 2).toBeCloseTo(0.8, 12)
    expect(exits[60]).toBeCloseTo(0.6 + 0.4 / 120, 12)
    expect((exits[242] + exits[243] + exits[244]) / 3).toBeCloseTo(0.8, 12)
    expect(exits[426]).toBe(1)
    expect(sum(exits)).toBeCloseTo(731 - (0.4 * (60 + 365)) / 2, 9)
  })

  test('keeps its height where it does not fall', () => {
    const { entries } = compiled({ rise: { on: 'entries', from: '2021-04-01', factor: 2, riseMonths: 3 } })
    expect(entries[91]).toBeLessThan(2)
    expect([...new Set(entries.subarray(92))]).toEqual([2])
  })

  test('is under way at the start where it began before', () => {
    const { entries } = compiled({
      old: { on: 'entries', from: '2020-04-01', factor: 3, fallMonths: 24 },
    })
    // After 365 of 730 days half of it is gone.
    expect(entries[1]).toBeCloseTo(2, 2)
    expect(entries[365]).toBeCloseTo(1, 2)
    expect(entries[400]).toBe(1)
  })

  test('multiplies several shifts on one process', () => {
    const { entries, exits } = compiled({
      more: { on: 'entries', from: '2021-05-01', factor: 2 },
      less: { on: 'entries', from: '2021-06-01', factor: 0.25 },
      other: { on: 'exits', from: '2021-06-01', factor: 0 },
    })
    expect([entries[30], entries[31], entries[62]]).toEqual([1, 2, 0.5])
    expect([exits[61], exits[62]]).toEqual([1, 0])
  })

  test('is off without shifts, with a factor of 1, and where all have passed', () => {
    const cases: Record<string, Shift>[] = [
      {},
      { one: { on: 'entries', from: '2021-06-01', factor: 1, riseMonths: 3, fallMonths: 3 } },
      { past: { on: 'exits', from: '2020-01-01', factor: 2, riseMonths: 1, fallMonths: 13 } },
    ]
    for (const shifts of cases) {
      const { entries, exits, areOn } = compiled(shifts)
      expect(areOn).toBe(false)
      expect([...entries, ...exits].every((factor) => factor === 1)).toBe(true)
    }
  })
})
