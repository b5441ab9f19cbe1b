// The calendar of the next days: what is written down effect by effect comes out day by day.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createCalendar,
  type EventCalendar,
  makeRoomFor,
  openWindow,
  sortByDay,
  WINDOW,
} from '../../../src/run/variants/event-calendar.ts'

const FROM = 65

/** A calendar of the days from 65 on, with the days of each effect's events. */
function calendarOf(daysOfEffects: number[][]): EventCalendar {
  const calendar = createCalendar()
  openWindow(calendar, FROM)
  daysOfEffects.forEach((days, effect) => {
    makeRoomFor(calendar, days.length)
    for (const day of days) {
      const event = calendar.events++
      calendar.effect[event] = effect
      calendar.day[event] = day
      calendar.mark[event] = day / 1000
    }
  })
  sortByDay(calendar)
  return calendar
}

const inOrder = ({ order, events, day, effect }: EventCalendar) =>
  Array.from(order.subarray(0, events), (event) => [day[event], effect[event]])

describe('the calendar of events', () => {
  test('has the events by day, and those of a day by effect', () => {
    const calendar = calendarOf([[66, 66, 70], [], [65, 66, 128]])
    expect(inOrder(calendar)).toEqual([
      [65, 2],
      [66, 0],
      [66, 0],
      [66, 2],
      [70, 0],
      [128, 2],
    ])
  })

  test('has every event once, in the order of a stable sort, however many there are', () => {
    const days = fc.array(fc.integer({ min: FROM, max: FROM + WINDOW - 1 }), { maxLength: 500 })
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), (any) => {
        const byEffect = any.map((some) => some.toSorted((one, other) => one - other))
        const calendar = calendarOf(byEffect)
        const all = byEffect.flatMap((some, effect) => some.map((day) => [day, effect]))
        expect(inOrder(calendar)).toEqual(all.toSorted(([one], [other]) => one - other))
        for (let event = 0; event < calendar.events; event++)
          expect(calendar.mark[event]).toBe(calendar.day[event] / 1000)
      }),
    )
  })
})
