import { describe, expect, test } from 'vitest'
import { checkRules } from '../../../src/input/rules/scenario-rules.ts'
import type { Facts, Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { constantHazard, everyAge, simpleScenario } from '../../simple-scenario.ts'

const PERIOD = { from: '2020-04-01', to: '2021-03-31' }

const problems = (facts: Partial<Facts>, overrides: Partial<Scenario> = {}) =>
  checkRules(
    simpleScenario({
      openingStock: { children: 10, placements: { foster: 10 }, ages: everyAge(0.2), monthsInCare: { 0: 1 } },
      exits: { reunification: constantHazard(0.1), other: constantHazard(0.1) },
      facts: [{ period: PERIOD, mode: 'reproduce', ...facts }],
      ...overrides,
    }),
  ).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('contradictory facts', () => {
  test.each<[string, Partial<Facts>, string]>([
    [
      'parts that are more than the whole',
      { exits: 20, exitsAt18: 12, exitsByReason: [{ reasons: ['reunification'], children: 9 }] },
      'facts.0.exits: 20 is less than its parts: by reason and at 18 they are 21',
    ],
    [
      'more early exits than exits',
      { exits: 20, exitsWithin12Months: 21 },
      'facts.0.exitsWithin12Months: 21 is more than all exits, 20',
    ],
    [
      'more exits than children',
      { childrenAtStart: 10, entries: 5, exits: 16 },
      'facts.0.exits: 16 is more than the 15 children who were there or came',
    ],
    [
      'more movers than children',
      { childrenAtEnd: 10, childrenWith3Placements: 11 },
      'facts.0.childrenWith3Placements: 11 is more than the children on the last day, 10',
    ],
    [
      'a reason counted twice',
      {
        exitsByReason: [
          { reasons: ['other'], children: 1 },
          { reasons: ['reunification', 'other'], children: 1 },
        ],
      },
      'facts.0.exitsByReason.1.reasons.1: other is counted twice',
    ],
    [
      'a reason without a hazard',
      { exitsByReason: [{ reasons: ['adoption'], children: 3 }] },
      'facts.0.exitsByReason.0.reasons.0: adoption has no hazard under exits that could be fitted; add one',
    ],
    [
      'ages that do not sum to 1',
      { agesAtStart: everyAge(0.3) },
      'facts.0.agesAtStart: the shares sum to 1.5; they must sum to 1: divide each by 1.5',
    ],
    [
      'a period that ends before it begins',
      { period: { from: '2020-04-01', to: '2020-03-01' } },
      'facts.0.period: ends before it begins, 2020-04-01',
    ],
    [
      'a period after the start',
      { period: { from: '2021-01-01', to: '2021-12-31' } },
      'facts.0.period.to: is after the start, 2021-03-31; facts are of the time before it',
    ],
  ])('end in a message: %s', (_, facts, message) => {
    expect(problems(facts)).toEqual([message])
  })

  test('may not mix modes, as all facts are fitted at once', () => {
    const facts: Facts[] = [
      { period: PERIOD, mode: 'reproduce', exits: 3 },
      { period: PERIOD, mode: 'shrink', exits: 3 },
    ]
    expect(problems({}, { facts })).toEqual([
      'facts.1.mode: differs from the first; all facts are fitted in one mode',
    ])
  })
})

test('entries come from the facts where the scenario states no rate, and one of them is needed', () => {
  const entries = { ages: everyAge(0.2), placements: everyAge({ foster: 1 }) }
  expect(problems({ entries: 5 }, { entries })).toEqual([])
  expect(problems({}, { entries })).toEqual([
    'entries: has no perYear, and no facts count entries; state one of them',
  ])
})

test('claims are of ends of months within the horizon', () => {
  const claims = (on: string) => ({ claims: { one: { label: 'One', children: { on, below: 5 } } } })
  expect(problems({}, claims('2022-04-30'))).toEqual([])
  expect(problems({}, claims('2023-03-31'))).toEqual([])
  expect(problems({}, claims('2022-04-29'))).toEqual([
    'claims.one.children.on: 2022-04-29 is not the last day of a month, where children are counted',
  ])
  expect(problems({}, claims('2021-03-31'))).toEqual([
    'claims.one.children.on: 2021-03-31 is not between the start, 2021-03-31, and the end, 2023-03-31',
  ])
})
