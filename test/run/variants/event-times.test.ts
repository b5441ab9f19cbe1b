// The events of an effect, written ahead: those of its process day by day, whatever the window, and no visit that could not be.
import { describe, expect, test } from 'vitest'
import { compileModel } from '../../../src/model/compile-model.ts'
import { block, Step } from '../../../src/run/addresses.ts'
import { memory } from '../../../src/run/memory.ts'
import { plainProcess } from '../../../src/run/plain/process.ts'
import { openWindow, WINDOW } from '../../../src/run/variants/event-calendar.ts'
import { resetTimes, writeEvents } from '../../../src/run/variants/event-times.ts'
import { ExtraProcess } from '../../../src/run/variants/extra-process.ts'
import { createVariantSpace } from '../../../src/run/variants/variant-space.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const KEY = { first: 1234567, second: -7654321 }
const PER_WORD = 2 ** -32
const model = compileModel(simpleScenario())
const { days } = model.axes
const space = createVariantSpace(model, { interventions: [], packages: [] }, [])
/** More children from day to day. */
const registerOn = (day: number) => 20 + Math.floor(day / 3)
/** Half of the strength until day 200. */
const strengthOn = (day: number) => (day < 200 ? 0.5 : 1)

/** Exits are rarer after day 300. */
const factorOn = (day: number) => (day < 300 ? 1.2 : 0.7)

interface Written {
  day: number
  number: number
  child: number
  mark: number
}

/** All events of a process in a run. */
function writtenBy(process: ExtraProcess): Written[] {
  const { calendar } = space
  const written: Written[] = []
  for (let from = 1; from <= days; from += WINDOW) {
    openWindow(calendar, from)
    writeEvents(space, process, 0)
    for (let event = 0; event < calendar.events; event++)
      written.push({
        day: calendar.day[event],
        number: calendar.eventNumber[event],
        child: calendar.child[event],
        mark: calendar.mark[event],
      })
  }
  return written
}

function processWith(stated: Partial<ExtraProcess>, bound: number, ratio: number): ExtraProcess {
  const byDay = (value: (day: number) => number) =>
    Float64Array.from({ length: days + 1 }, (_, day) => value(day))
  const process = Object.assign(new ExtraProcess(model.cells.placementStride), {
    key: KEY,
    planned: byDay((day) => (day > 40 ? 1 : 0)),
    strength: byDay(strengthOn),
    factor: byDay(factorOn),
    ...stated,
  })
  resetTimes(process, bound, ratio)
  return process
}

/** [day] numbers of the events that the process has, with so many expected on the day. */
function plainly(expectedOn: (day: number) => number): { day: number; number: number }[] {
  const eventsFor = plainProcess(KEY)
  return Array.from({ length: days }, (_, at) => at + 1).flatMap((day) =>
    eventsFor(expectedOn(day)).map((number) => ({ day, number })),
  )
}

describe('writeEvents', () => {
  test.each([0.01, 0.3, 5])(
    'writes the events of a process of %d a day by number on their days',
    (perDay) => {
      const process = processWith({ perDay: new Float64Array(days + 1).fill(perDay) }, 0, 0)
      const written = writtenBy(process).map(({ day, number }) => ({ day, number }))
      expect(written).toEqual(plainly((day) => perDay * strengthOn(day)))
      expect(written.length).toBeGreaterThan(0)
    },
  )

  test('writes visits to children of the register whose mark is below their largest hazard, and leaves out the others', () => {
    const bound = 0.02
    const ratio = 0.5
    space.register.set(Array.from({ length: days + 1 }, (_, day) => registerOn(day)))
    // Every other child turns 18 on day 300.
    const turns18 = (child: number) => (child % 2 === 0 ? 300 : days + 2000)
    for (let child = 0; child < registerOn(days); child++) {
      memory.turns18[child] = turns18(child)
      memory.entryDay[child] = 0
    }
    const process = processWith({}, bound, ratio)
    process.largest.fill(0.03)
    const known = plainly((day) => (day > 40 ? registerOn(day) * bound * factorOn(day) : 0)).flatMap(
      ({ day, number }) => {
        const child = Math.floor((block(KEY, number, Step.event).second >>> 0) * PER_WORD * registerOn(day))
        const mark = (block(KEY, number, Step.accept).first >>> 0) * PER_WORD * bound
        const isPossible = turns18(child) > day && mark < strengthOn(day) * ratio * 0.03
        return isPossible ? [{ day, child, mark }] : []
      },
    )
    const written = writtenBy(process).map(({ day, child, mark }) => ({ day, child, mark }))
    expect(written).toEqual(known)
    expect(written.length).toBeGreaterThan(20)
  })
})
