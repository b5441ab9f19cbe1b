// Reviews of a list of children: who passes, when, and which gate lets no more through.
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import type { Gate, InterventionModel } from '../../../src/model/packages/programme.ts'
import { constantHazard, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { exitsFor, measured } from '../run-many.ts'
import {
  atGate,
  everyone,
  OPEN_GATE,
  outcomeOf,
  reached,
  review,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from '../simple-programme.ts'

const GUARDIANSHIP = 1

/** 200 children, some of them in homes, to whom nothing else happens in a year. */
function quiet(overrides: Partial<Scenario> = {}) {
  return compileModel(
    simpleScenario({
      end: '2022-03-31',
      placements: {
        foster: { label: 'A', weeklyPrice: 1, places: 160, overflow: ['home'] },
        home: { label: 'B', weeklyPrice: 1 },
      },
      openingStock: {
        children: 200,
        placements: { foster: 150, home: 50 },
        ages: onlyAge('1 to 4'),
        monthsInCare: { 0: 1 },
      },
      entries: { ...simpleScenario().entries, perYear: 0 },
      ...overrides,
    }),
  )
}

function runsOf(
  model: ReturnType<typeof quiet>,
  stated: Parameters<typeof review>[1],
  runs: number,
  intervention: Partial<Omit<InterventionModel, 'address'>> = {},
) {
  const choice = simpleChoice(model, [{ ...intervention, effects: [review(model, stated)] }])
  return runPlainly(model, choice, runs, ({ row, children }, layout) => ({
    children,
    cases: reached(row, layout, 'cases'),
    lapsed: reached(row, layout, 'lapsed'),
    exits: exitsFor(row, layout, GUARDIANSHIP),
    moves: measured(row, layout, 'moves'),
    decided: stated.gates?.map((_, gate) => atGate(row, layout, 'decided', gate)) ?? [],
    waited: stated.gates?.map((_, gate) => atGate(row, layout, 'waitedDays', gate)) ?? [],
  }))
}

const gate = (stated: Partial<Gate>): Gate => ({ ...OPEN_GATE, ...stated })
const posts = (number: number, filledAtStart: number) => ({
  posts: { number, filledAtStart, fillPerDay: 0, leavePerDay: 0 },
})

describe('a review without limits', () => {
  const model = quiet()

  test('lets the share leave who pass every gate, on the day on which the last is passed', () => {
    const gates = [gate({ probability: 0.5, days: 60 }), gate({ probability: 0.8, days: 90 })]
    const runs = runsOf(model, { children: 80, gates }, 60, { strength: strengthFrom(model, 10) })
    const cases = runs.map((run) => run.cases)
    expect(standardErrorsFrom(32, cases)).toBeLessThan(STANDARD_ERRORS)
    expect(
      standardErrorsFrom(
        40,
        runs.map(({ decided }) => decided[1]),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
    for (const { children, exits, decided, waited, cases } of runs) {
      expect([exits, decided[0], ...waited]).toEqual([cases, 80, 0, 0])
      for (const { periods } of children) expect([undefined, 160]).toContain(periods[0].exit?.day)
    }
  })

  test('has each eligible child on its list once, and nobody else', () => {
    const gates = [gate({})]
    for (const { cases, decided, children } of runsOf(
      model,
      { children: 80, gates, eligible: everyone(model, 'home') },
      5,
    )) {
      expect([cases, decided[0]]).toEqual([50, 50])
      const left = children.filter(({ periods }) => periods[0].exit)
      expect(left.every(({ placements }) => placements[0].placement === 1)).toBe(true)
    }
  })

  test('moves children as long as the placement has room', () => {
    const stated = { children: 30, eligible: everyone(model, 'home'), outcome: outcomeOf(model, 'foster') }
    for (const { cases, lapsed, moves } of runsOf(model, stated, 5))
      expect([cases, lapsed, moves]).toEqual([10, 20, 10])
  })

  test('decides nothing where it has no strength, but who has passed leaves', () => {
    const strength = strengthFrom(model, 1).map((share, day) => (day <= 20 ? share : 0))
    const gates = [gate({ days: 30, perDay: 1 })]
    for (const { decided, cases } of runsOf(model, { children: 80, gates }, 2, { strength }))
      expect([decided[0], cases]).toEqual([20, 20])
  })
})

describe('a gate', () => {
  const model = quiet()
  const assessment = gate({ name: 'assessment', perDay: Number.POSITIVE_INFINITY, perPostDay: 0.2, days: 1 })
  const court = gate({ name: 'court', perDay: 0.5, days: 1 })
  const decidedWith = (filled: number, number = filled) =>
    runsOf(model, { children: 190, gates: [assessment, court] }, 1, posts(number, filled))[0]

  test('of assessment decides half as many when one of two posts is vacant', () => {
    const [one, two] = [decidedWith(1, 2), decidedWith(2)].map(({ decided }) => decided[0])
    expect(two).toBe(365 * 0.4)
    expect(one).toBe(two / 2)
  })

  test('profits from a third post until another gate binds, which is where the children wait then', () => {
    const [two, three, four] = [2, 3, 4].map((filled) => decidedWith(filled))
    const court = 365 * 0.5
    expect(two.cases).toBeGreaterThanOrEqual(two.decided[0] - 2)
    expect(two.waited[1]).toBe(0)
    expect(three.decided[0]).toBe(190)
    expect(three.cases).toBeGreaterThan(two.cases)
    expect(Math.abs(three.cases - court)).toBeLessThanOrEqual(3)
    expect(Math.abs(four.cases - three.cases)).toBeLessThanOrEqual(1)
    expect(three.waited[1]).toBeGreaterThan(100)
    expect(four.waited[1]).toBeGreaterThan(2 * three.waited[1])
    expect(four.waited[0]).toBeLessThan(three.waited[0])
  })

  test('keeps no credit for more than one child from days on which nobody was ready', () => {
    const gates = [gate({ days: 100 }), gate({ perDay: 1, days: 1 })]
    const [{ children, decided }] = runsOf(model, { children: 50, gates }, 1)
    const days = children.flatMap(({ periods }) => periods[0].exit?.day ?? [])
    // Ready on day 101: one credit kept and one of the day, and one more on each day after it; a day later they leave.
    expect(decided).toEqual([50, 50])
    expect(days.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, place) => 102 + Math.max(0, place - 1)),
    )
  })

  test('that takes nobody has all of them wait until the last day', () => {
    const gates = [gate({ perDay: 0 })]
    const [{ decided, waited }] = runsOf(model, { children: 10, gates }, 1, {
      strength: strengthFrom(model, 5),
    })
    expect([decided[0], waited[0]]).toEqual([0, 3_600])
  })

  test('takes no time for children who have left, not even for those who came back', () => {
    const leaving = quiet({
      exits: { other: constantHazard(60) },
      afterCare: { reentry: { other: { 3: 0.9 } } },
    })
    const gates = [gate({ perDay: 0.5 }), gate({ days: 200 })]
    for (const { decided, cases } of runsOf(leaving, { children: 100, gates }, 10)) {
      // Within three weeks all have left for the first time: some ten are decided by then, the others fall out.
      expect(decided[0]).toBeLessThan(20)
      expect(cases).toBe(0)
    }
  })
})
