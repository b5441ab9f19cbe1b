// More and fewer exits and moves, against stated numbers and against scenarios whose own hazards are higher or lower.
import { describe, expect, test } from 'vitest'
import { EXIT_REASONS } from '../../../src/domain/exit-reason.ts'
import type { Hazard, Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel, type Model } from '../../../src/model/compile-model.ts'
import type { EffectModel } from '../../../src/model/packages/programme.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { type RowLayout, rowLayout } from '../../../src/run/run-row.ts'
import { simulateVariants } from '../../../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../../../src/run/variants/variant-space.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { exitsFor, measured } from '../run-many.ts'
import {
  everyone,
  extra,
  fewer,
  outcomesOf,
  perYear,
  reached,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
} from '../simple-programme.ts'

const YEAR = 365 / 365.25

/** So many children of 5 to 9 at the start, whom nobody joins, over a year. */
function stockOf(children: number, overrides: Partial<Scenario> = {}): Scenario {
  return simpleScenario({
    end: '2022-03-31',
    openingStock: {
      children,
      placements: { foster: children },
      ages: onlyAge('5 to 9'),
      monthsInCare: { 0: 1 },
    },
    entries: { ...simpleScenario().entries, perYear: 0 },
    ...overrides,
  })
}

function runsWith(model: Model, effects: EffectModel[], runs: number) {
  return runPlainly(model, simpleChoice(model, [{ effects }]), runs, ({ row }, layout) => ({
    cases: reached(row, layout, 'cases'),
    lapsed: reached(row, layout, 'lapsed'),
    left: measured(row, layout, 'children', layout.months - 1),
    moves: measured(row, layout, 'moves'),
    exits: EXIT_REASONS.map((_, reason) => exitsFor(row, layout, reason)),
  }))
}

const lefts = (runs: { left: number }[]) => runs.map(({ left }) => left)

describe('extra exits by number', () => {
  test('are 40 a year for their reason where 40 a year are stated', () => {
    const model = compileModel(stockOf(150))
    const effect = extra(model, { perDay: perYear(model, 40), outcomes: outcomesOf(model, 'adoption') })
    const runs = runsWith(model, [effect], 60)
    const adoptions = runs.map(({ exits }) => exits[3])
    expect(standardErrorsFrom(40 * YEAR, adoptions)).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ cases }) => cases)).toEqual(adoptions)
    expect(lefts(runs)).toEqual(adoptions.map((number) => 150 - number))
  })

  test('reach every child there is and then lapse', () => {
    const model = compileModel(stockOf(10))
    const runs = runsWith(model, [extra(model, { perDay: perYear(model, 80) })], 40)
    expect(lefts(runs)).toEqual(runs.map(() => 0))
    const events = runs.map(({ cases, lapsed }) => cases + lapsed)
    expect(standardErrorsFrom(80 * YEAR, events)).toBeLessThan(STANDARD_ERRORS)
  })

  test('lapse, all of them, where nobody ever was in care', () => {
    const model = compileModel(stockOf(0))
    const lapsed = runsWith(model, [extra(model, { perDay: perYear(model, 40) })], 40)
    expect(
      standardErrorsFrom(
        40 * YEAR,
        lapsed.map(({ lapsed }) => lapsed),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
  })

  test('fall on all eligible children alike', () => {
    const placements = { foster: { label: 'A', weeklyPrice: 1 }, home: { label: 'B', weeklyPrice: 1 } }
    const openingStock = {
      children: 100,
      placements: { foster: 75, home: 25 },
      ages: onlyAge('5 to 9'),
      monthsInCare: { 0: 1 },
    }
    const model = compileModel(stockOf(100, { placements, openingStock }))
    const choice = simpleChoice(model, [{ effects: [extra(model, { perDay: perYear(model, 30) })] }])
    const fromHome = runPlainly(model, choice, 80, ({ children }) =>
      children.filter(({ periods }) => periods[0].exit).map(({ placements }) => placements[0].placement),
    ).flat()
    expect(standardErrorsFrom(0.25, fromHome)).toBeLessThan(STANDARD_ERRORS)
  })
})

describe('a hazard ratio', () => {
  test.each([1.5, 2, 5])('of %d has as many left as that many times the hazard', (ratio) => {
    const model = compileModel(stockOf(300, { exits: { other: constantHazard(0.5) } }))
    const runs = runsWith(model, [extra(model, { extraRatio: ratio - 1 })], 25)
    expect(standardErrorsFrom(300 * Math.exp(-0.5 * ratio * YEAR), lefts(runs))).toBeLessThan(STANDARD_ERRORS)
  })

  test.each([0, 0.5, 0.9])('of %d has as many left as so little of the hazard', (ratio) => {
    const model = compileModel(stockOf(300, { exits: { other: constantHazard(0.5) } }))
    const runs = runsWith(model, [fewer(model, { ratio })], 25)
    const known = 300 * Math.exp(-0.5 * ratio * YEAR)
    if (ratio === 0) expect(lefts(runs)).toEqual(runs.map(() => 300))
    else expect(standardErrorsFrom(known, lefts(runs))).toBeLessThan(STANDARD_ERRORS)
  })

  test('changes its own reason only, in proportion, also where all exits become more frequent', () => {
    const exits = { adoption: constantHazard(0.2), other: constantHazard(0.3) }
    const shifts = { court: { on: 'exits' as const, from: '2021-10-01', factor: 3 } }
    const model = compileModel(stockOf(300, { exits, shifts }))
    const runs = runsWith(model, [extra(model, { extraRatio: 1 })], 40)
    const known = 300 * Math.exp((-(0.2 + 0.6) * (183 + 3 * 182)) / 365.25)
    expect(standardErrorsFrom(known, lefts(runs))).toBeLessThan(STANDARD_ERRORS)
    // Each run's adoptions less a quarter of its exits are 0 on average.
    const beyond = runs.map(({ exits }) => exits[3] - 0.25 * (exits[3] + exits[5]))
    expect(standardErrorsFrom(0, beyond)).toBeLessThan(STANDARD_ERRORS)
  })

  test('of 2 and one of 0.5 add up to one and a half: fewer holds of natural exits, not of those that the other adds', () => {
    const model = compileModel(stockOf(300, { exits: { other: constantHazard(0.5) } }))
    const runs = runsWith(model, [extra(model, { extraRatio: 1 }), fewer(model)], 25)
    expect(standardErrorsFrom(300 * Math.exp(-0.75 * YEAR), lefts(runs))).toBeLessThan(STANDARD_ERRORS)
  })

  const shaped: Partial<Hazard> = {
    byMonthsInCare: { 0: 3, 3: 0.5, 9: 1 },
    byPlacement: { foster: 1, home: 2 },
  }
  const lively = (exits: number, moves: number): Scenario =>
    stockOf(0, {
      placements: { foster: { label: 'A', weeklyPrice: 1 }, home: { label: 'B', weeklyPrice: 1 } },
      openingStock: {
        children: 80,
        placements: { foster: 50, home: 30 },
        ages: everyAge(0.2),
        monthsInCare: { 0: 0.5, 12: 0.5 },
      },
      entries: { perYear: 100, ages: everyAge(0.2), placements: everyAge({ foster: 0.5, home: 0.5 }) },
      exits: { other: constantHazard(0.5 * exits, shaped), reunification: constantHazard(0.3, shaped) },
      moves: {
        any: {
          ...constantHazard(0.6 * moves, { byMonthsInPlacement: { 0: 2, 6: 0.5 } }),
          destinations: { foster: { foster: 0.3, home: 0.7 }, home: { foster: 0.9, home: 0.1 } },
        },
      },
      shocks: { exits: { local: 0.3, national: 0 } },
    })
  const moveOutcomes = (model: Model) => outcomesOf(model, 'foster', 'home')

  test.each([
    ['2 on exits', lively(2, 1), (model: Model) => [extra(model, { extraRatio: 1 })]],
    ['0.5 on exits', lively(0.5, 1), (model: Model) => [fewer(model)]],
    [
      '2 on moves',
      lively(1, 2),
      (model: Model) => [extra(model, { extraRatio: 1, outcomes: moveOutcomes(model) })],
    ],
    [
      '0.5 on moves',
      lively(1, 0.5),
      (model: Model) => [fewer(model, { ratio: 0.5, outcomes: moveOutcomes(model) })],
    ],
  ])(
    'of %s has the children and moves of a scenario with hazards of its own like that',
    (_, like, effects) => {
      const model = compileModel(lively(1, 1))
      const other = compileModel(like)
      const known = runPlainly(other, undefined, 40, ({ row }, layout) => ({
        left: measured(row, layout, 'children', layout.months - 1),
        moves: measured(row, layout, 'moves'),
      }))
      const runs = runsWith(model, effects(model), 40)
      for (const of of ['left', 'moves'] as const) {
        const differences = runs.map((run, index) => run[of] - known[index][of])
        expect(standardErrorsFrom(0, differences)).toBeLessThan(STANDARD_ERRORS)
      }
    },
  )
})

describe('two interventions that would both refuse every exit', () => {
  test('are not both credited with one: the first has it, in the plain engine and in the fast one', () => {
    const model = compileModel(stockOf(50, { exits: { other: constantHazard(2) } }))
    const refuseAll = { effects: [fewer(model, { ratio: 0 })] }
    const casesOf = (row: Int32Array, layout: RowLayout) =>
      [0, 1].map((position) => reached(row, layout, 'cases', position))
    const choice = simpleChoice(model, [refuseAll, refuseAll])
    const layout = rowLayout(choice.axes)
    const [[first, second]] = runPlainly(model, choice, 1, ({ row }) => casesOf(row, layout))
    expect(first).toBeGreaterThan(50)
    expect(second).toBe(0)
    const space = createVariantSpace(model, choice.programme, [choice.axes])
    const rows = [model.axes, choice.axes].map((axes) => new Int32Array(rowLayout(axes).length))
    const places = rows.map((own) => ({ rows: own, start: 0 }))
    simulateVariants(space, choice.programme, runKeys(seedKey('package'), 0), places)
    expect(casesOf(rows[1], layout)).toEqual([first, second])
  })
})

describe('extra moves by number', () => {
  const placements = (places?: number) => ({
    foster: { label: 'A', weeklyPrice: 1, places, overflow: ['home'] },
    home: { label: 'B', weeklyPrice: 1 },
  })
  const homeStock = { ages: onlyAge('5 to 9'), monthsInCare: { 0: 1 } }
  const stepDown = (model: Model, from: string) =>
    extra(model, {
      perDay: perYear(model, 40),
      outcomes: outcomesOf(model, 'foster'),
      eligible: everyone(model, from),
    })

  test('are 40 a year from the placement named to the cheaper one', () => {
    const openingStock = { ...homeStock, children: 150, placements: { home: 150 } }
    const model = compileModel(stockOf(0, { placements: placements(), openingStock }))
    const runs = runsWith(model, [stepDown(model, 'home')], 50)
    const moves = runs.map(({ moves }) => moves)
    expect(standardErrorsFrom(40 * YEAR, moves)).toBeLessThan(STANDARD_ERRORS)
    expect(runs.map(({ cases }) => cases)).toEqual(moves)
    expect(runs.every(({ lapsed }) => lapsed === 0)).toBe(true)
  })

  test('lapse where the placement is full, and overflow nowhere', () => {
    const openingStock = { ...homeStock, children: 55, placements: { foster: 5, home: 50 } }
    const model = compileModel(stockOf(0, { placements: placements(10), openingStock }))
    const runs = runsWith(model, [stepDown(model, 'home')], 40)
    for (const { cases, moves } of runs) expect([cases, moves]).toEqual([5, 5])
    const events = runs.map(({ cases, lapsed }) => cases + lapsed)
    expect(standardErrorsFrom(40 * YEAR, events)).toBeLessThan(STANDARD_ERRORS)
  })

  test('happen within a full placement: another home of the type', () => {
    const openingStock = { ...homeStock, children: 10, placements: { foster: 10 } }
    const model = compileModel(stockOf(0, { placements: placements(5), openingStock }))
    const runs = runsWith(model, [stepDown(model, 'foster')], 40)
    expect(
      standardErrorsFrom(
        40 * YEAR,
        runs.map(({ moves }) => moves),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
  })
})
