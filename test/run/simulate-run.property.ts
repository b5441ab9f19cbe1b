// Laws of the engine that hold in every run of every scenario.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { compileModel, type Model } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { latestPeriod, type PlainChild } from '../../src/run/plain/child.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { simpleScenario } from '../simple-scenario.ts'
import { runMany } from './run-many.ts'

const anyRun = fc.tuple(arbitraryScenario, fc.string({ minLength: 1, maxLength: 8 }))
const plainRun = (model: Model, seed: string) => simulatePlainly(model, runKeys(seedKey(seed), 0))

/** Where a child is at the close of a day, or undefined when it is not in care then. */
function homeAt(child: PlainChild, day: number): number | undefined {
  const isIn = child.periods.some(({ fromDay, exit }) => fromDay <= day && (!exit || day < exit.day))
  if (!isIn) return undefined
  return child.placements.findLast(({ fromDay }) => fromDay <= day)?.placement
}

describe('simulateRun', () => {
  test('equals the plain simulation in every number', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const model = compileModel(scenario)
        const [fast] = runMany(model, 1, (row) => row.slice(), seed)
        expect(fast).toEqual(plainRun(model, seed).row)
      }),
      { numRuns: howMany(100, 300) },
    )
  })

  test('equals the plain simulation where sibling groups reach from one batch of draws into the next', () => {
    const groupSizes = { 1: 0.3, 2: 0.3, 5: 0.2, 8: 0.2 }
    for (const trendPerYear of [undefined, 0.5]) {
      const scenario = simpleScenario({ end: '2022-05-31' })
      const entries = { ...scenario.entries, perYear: 1500, trendPerYear, siblings: { groupSizes } }
      const model = compileModel({ ...scenario, entries })
      const [fast] = runMany(model, 1, (row) => row.slice(), 'batches')
      expect(fast).toEqual(plainRun(model, 'batches').row)
    }
  })

  test('gives every scenario the same with all groups of one child as with no word of groups', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const [alone, groupsOfOne] = [undefined, { groupSizes: { 1: 1, 4: 0 } }].map((siblings) => {
          const model = compileModel({ ...scenario, entries: { ...scenario.entries, siblings } })
          return { model, rows: runMany(model, 2, (row) => row.slice(), seed) }
        })
        expect(groupsOfOne).toEqual(alone)
      }),
      { numRuns: howMany(20, 50) },
    )
  })

  test('conserves children in every month and placement: opening + entries + moves in - exits - moves out = closing', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const model = compileModel(scenario)
        const [row] = runMany(model, 1, (values) => values.slice(), seed)
        const { children } = plainRun(model, seed)
        const layout = rowLayout(model.axes)
        for (let placement = 0; placement < layout.placements; placement++) {
          let stock = model.openingStock.placement.filter((home) => home === placement).length
          for (let month = 0; month < layout.months; month++) {
            const at = month * layout.placements + placement
            const firstDay = month > 0 ? model.axes.monthEnd[month - 1] + 1 : 1
            const movesOut = children.flatMap(({ placements, periods }) =>
              placements.filter(
                ({ fromDay }, index) =>
                  index > 0 &&
                  !periods.some((period) => period.fromDay === fromDay) &&
                  placements[index - 1].placement === placement &&
                  fromDay >= firstDay &&
                  fromDay <= model.axes.monthEnd[month],
              ),
            ).length
            stock += row[layout.offset.entries + at] + row[layout.offset.moves + at]
            stock -= row[layout.offset.exits + at] + movesOut
            expect(row[layout.offset.children + at]).toBe(stock)
          }
        }
      }),
      { numRuns: howMany(40, 100) },
    )
  })

  test('counts as many exits by placement as by reason in every month', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const model = compileModel(scenario)
        const [row] = runMany(model, 1, (values) => values.slice(), seed)
        const layout = rowLayout(model.axes)
        const sum = (from: number, length: number) =>
          row.subarray(from, from + length).reduce((total, value) => total + value, 0)
        for (let month = 0; month < layout.months; month++)
          expect(sum(layout.offset.exits + month * layout.placements, layout.placements)).toBe(
            sum(layout.exitsByReason + month * layout.reasons, layout.reasons),
          )
      }),
      { numRuns: howMany(40, 100) },
    )
  })

  test('has nobody in care from the 18th birthday, and nobody in care before birth', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const model = compileModel(scenario)
        for (const child of plainRun(model, seed).children) {
          const { exit } = latestPeriod(child)
          const lastDay = exit?.day ?? model.axes.days
          expect(exit ? exit.day <= child.turns18 : child.turns18 > lastDay).toBe(true)
          expect(exit?.reason === EXIT_REASONS.length).toBe(exit?.day === child.turns18)
          expect(child.periods[0].fromDay).toBeGreaterThanOrEqual(child.turns18 - 6575)
        }
      }),
      { numRuns: howMany(40, 100) },
    )
  })

  test('never fills a placement above its places by an arrival', () => {
    fc.assert(
      fc.property(anyRun, ([scenario, seed]) => {
        const model = compileModel(scenario)
        const { children, limitsOn } = plainRun(model, seed)
        for (const child of children)
          for (const [index, { placement, fromDay }] of child.placements.entries()) {
            // A move to another home of the same type takes the place that the child gives up: it is no arrival.
            const isReturn = child.periods.some((period) => period.fromDay === fromDay)
            if (fromDay < 1 || (!isReturn && child.placements[index - 1]?.placement === placement)) continue
            const there = children.filter((other) => homeAt(other, fromDay) === placement).length
            expect(there).toBeLessThanOrEqual(limitsOn(fromDay)[placement])
          }
      }),
      { numRuns: howMany(40, 100) },
    )
  })
})
