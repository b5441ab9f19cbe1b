// Children who have left: when they come back, and how long is paid for them. Tolerances are in standard errors.
import { mean, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import type { PlainChild } from '../../src/run/plain/child.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../simple-scenario.ts'
import { exitsFor, measured, runMany } from './run-many.ts'

const STANDARD_ERRORS = 4

/** Nobody enters; those in care at the start leave within days. */
function leaving(children: number, overrides: Partial<Scenario>): Scenario {
  return simpleScenario({
    openingStock: { children, placements: { foster: children }, ages: everyAge(0.2), monthsInCare: { 0: 1 } },
    entries: { perYear: 0, ages: everyAge(0.2), placements: everyAge({ foster: 1 }) },
    exits: { reunification: constantHazard(60) },
    ...overrides,
  })
}

/** Spells out of care of under 18 year olds: days to the return, or to the 18th birthday or the horizon without one. */
function spellsOut({ periods, turns18 }: PlainChild, horizon: number): { days: number; returned: boolean }[] {
  return periods.flatMap(({ exit }, index) => {
    if (!exit || exit.day >= turns18) return []
    const next = periods[index + 1]
    const end = next ? next.fromDay : Math.min(turns18, horizon + 1)
    return [{ days: end - exit.day, returned: next !== undefined }]
  })
}

/** Kaplan and Meier's share who have returned by a day, and Greenwood's standard error of it. */
function returnedBy(day: number, spells: { days: number; returned: boolean }[]) {
  let survival = 1
  let sum = 0
  const sorted = [...spells].sort((one, other) => one.days - other.days)
  let at = 0
  for (let time = 1; time <= day; time++) {
    const first = sorted.findIndex(({ days }, index) => index >= at && days >= time)
    if (first < 0) break
    at = first
    const atRisk = sorted.length - at
    let events = 0
    for (let index = at; index < sorted.length && sorted[index].days === time; index++)
      if (sorted[index].returned) events++
    survival *= 1 - events / atRisk
    if (events > 0 && events < atRisk) sum += events / (atRisk * (atRisk - events))
  }
  return { share: 1 - survival, error: survival * Math.sqrt(sum) }
}

describe('re-entry', () => {
  test('has the Kaplan-Meier shares of 12, 20 and 35 % at 3 months, 1 and 6 years when so set, net of turning 18', () => {
    const scenario = leaving(3_000, {
      end: '2027-12-31',
      afterCare: { reentry: { reunification: { 3: 0.12, 12: 0.2, 72: 0.35 } } },
    })
    const model = compileModel(scenario)
    const { children } = simulatePlainly(model, runKeys(seedKey('returns'), 0))
    const spells = children.flatMap((child) => spellsOut(child, model.axes.days))
    expect(spells.filter(({ returned }) => !returned).length).toBeGreaterThan(1_000)
    for (const [day, known] of [
      [91, 0.12],
      [365, 0.2],
      [2191, 0.35],
    ]) {
      const { share, error } = returnedBy(day, spells)
      expect(error).toBeLessThan(0.015)
      expect(Math.abs(share - known) / error).toBeLessThan(STANDARD_ERRORS)
    }
    // The hazard falls: more come back in the first quarter than in the second.
    expect(returnedBy(182, spells).share - returnedBy(91, spells).share).toBeLessThan(0.06)
  })

  test('lets children come back by the table of the reason they left for, and no one without a table', () => {
    const scenario = leaving(1_000, {
      end: '2024-03-31',
      openingStock: {
        children: 1_000,
        placements: { foster: 1_000 },
        ages: onlyAge('1 to 4'),
        monthsInCare: { 0: 1 },
      },
      exits: { reunification: constantHazard(30), adoption: constantHazard(30) },
      afterCare: { reentry: { reunification: { 12: 0.9 } } },
    })
    const { children } = simulatePlainly(compileModel(scenario), runKeys(seedKey('reasons'), 0))
    for (const { periods } of children)
      for (const [index, { exit }] of periods.entries())
        if (exit?.reason === 3) expect(periods[index + 1]).toBeUndefined()
    expect(children.filter(({ periods }) => periods.length > 1).length).toBeGreaterThan(300)
  })

  test('changes nothing else where nobody comes back', () => {
    const rows = [undefined, { reentry: { reunification: { 6: 0 } } }].map((afterCare) => {
      const scenario = simpleScenario({ exits: { reunification: constantHazard(0.5) }, afterCare })
      return runMany(compileModel(scenario), 5, (row, layout) => row.slice(0, layout.paidDays))
    })
    expect(rows[1]).toEqual(rows[0])
  })

  test('keeps the entries of all children at the stated number while as many leave as before', () => {
    // 100 entries a year of infants of whom 0.5 a year leave: the stock tends to 200, and 100 a year leave.
    const ages = onlyAge('1 to 4')
    const scenario = simpleScenario({
      end: '2024-03-31',
      openingStock: { children: 200, placements: { foster: 200 }, ages, monthsInCare: { 0: 1 } },
      entries: { perYear: 100, ages, placements: everyAge({ foster: 1 }) },
      exits: { reunification: constantHazard(0.5) },
      afterCare: {
        reentry: { reunification: { 3: 0.12, 12: 0.2, 72: 0.35 } },
        earlierLeavers: { reunification: { ...everyAge(0), '1 to 4': 100 } },
      },
    })
    const entries = runMany(compileModel(scenario), 2_000, (row, layout) => measured(row, layout, 'entries'))
    const error = Math.sqrt(sampleVariance(entries) / entries.length)
    expect(Math.abs(mean(entries) - (100 * 1096) / 365.25) / error).toBeLessThan(STANDARD_ERRORS)
  })

  test('counts starts and ceases once a child and year, and every return', () => {
    const scenario = leaving(40, {
      end: '2022-03-31',
      afterCare: { reentry: { reunification: { 1: 0.9 } } },
    })
    const model = compileModel(scenario)
    const { children, row } = simulatePlainly(model, runKeys(seedKey('published'), 3))
    const [fast] = runMany(model, 1, (values, layout) => ({ values: values.slice(), layout }), 'published')
    const { layout } = fast
    const young = children.filter(({ periods }) => periods.length > 1)
    const returns = children.reduce((sum, { periods }) => sum + periods.length - 1, 0)
    expect(returns).toBeGreaterThan(young.length)
    expect(row[layout.reentries!]).toBe(returns)
    expect(row[layout.publishedStarts!]).toBe(young.length)
    expect(row[layout.publishedCeases!]).toBe(children.filter(({ periods }) => periods[0].exit).length)
    const reasons = model.axes.reasons.map((_, reason) => exitsFor(row, layout, reason))
    expect(reasons.reduce((sum, exits) => sum + exits)).toBeGreaterThan(row[layout.publishedCeases!])
  })
})

describe('payments after care', () => {
  /** Days paid in all for one child, day by day of leaving, in runs of its own. */
  const paid = (
    age: Parameters<typeof onlyAge>[0],
    afterCare: Scenario['afterCare'],
    { end = '2026-03-31', ...overrides }: Partial<Scenario> = {},
  ) => {
    const scenario = leaving(1, {
      end,
      openingStock: { children: 1, placements: { foster: 1 }, ages: onlyAge(age), monthsInCare: { 0: 1 } },
      afterCare,
      ...overrides,
    })
    const model = compileModel(scenario)
    return Array.from({ length: 50 }, (_, run) => {
      const { children, row } = simulatePlainly(model, runKeys(seedKey('payments'), run))
      const [fast] = runMany(
        model,
        run + 1,
        (values, layout) => ({ values: values.slice(), layout }),
        'payments',
      ).slice(-1)
      expect(fast.values).toEqual(row)
      const { paidDays, paymentPence } = fast.layout
      const days = row.subarray(paidDays, paymentPence).reduce((sum, value) => sum + value, 0)
      return { child: children[0], days, horizon: model.axes.days }
    })
  }

  test('end after their months', () => {
    const allowance = { weekly: 100, months: 24 }
    for (const { child, days } of paid('1 to 4', { allowances: { reunification: allowance } }))
      expect([days, child.periods[0].exit!.day < 200]).toEqual([730, true])
  })

  test('end on the birthday, the day before being the last that is paid', () => {
    const allowance = { weekly: 100, months: 300, untilAge: 18 }
    for (const { child, days } of paid('16 to 17', { allowances: { reunification: allowance } })) {
      const { exit } = child.periods[0]
      expect(days).toBe(exit!.day < child.turns18 ? child.turns18 - exit!.day : 0)
    }
  })

  test('end when the child comes back, and begin again when it leaves again', () => {
    const afterCare = {
      allowances: { reunification: { weekly: 100, untilAge: 18 } },
      reentry: { reunification: { 6: 0.8 } },
    }
    for (const { child, days, horizon } of paid('1 to 4', afterCare)) {
      const inCare = child.periods.reduce(
        (sum, { fromDay, exit }) => sum + (exit?.day ?? horizon + 1) - Math.max(1, fromDay),
        0,
      )
      expect(days + inCare).toBe(horizon)
    }
  })

  test('go on after 18 for Staying Put, from the placements it is for only', () => {
    const stayingPut = { label: 'Staying Put', weekly: 200, untilAge: 21, after: ['turned18' as const] }
    const stay = (from: string[]) =>
      paid(
        '16 to 17',
        { services: { stayingPut: { ...stayingPut, from } } },
        { end: '2029-03-31', exits: {} },
      )
    for (const { child, days } of stay(['foster'])) {
      // 21 years are 7,670 days, 18 are 6,575.
      expect(child.periods[0].exit!.reason).toBe(6)
      expect(days).toBe(1095)
    }
    for (const { days } of stay(['kinship'])) expect(days).toBe(0)
  })

  test('reach the stated share of the leavers', () => {
    const scenario = leaving(2_000, {
      end: '2022-03-31',
      exits: { adoption: constantHazard(300) },
      afterCare: { allowances: { adoption: { weekly: 1, months: 1, share: 0.3 } } },
    })
    const model = compileModel(scenario)
    const [days] = runMany(model, 1, (row, layout) => row[layout.paidDays] + row[layout.paidDays + 1])
    const leavers = days / 30
    expect(Math.abs(leavers - 600) / Math.sqrt(2_000 * 0.3 * 0.7)).toBeLessThan(STANDARD_ERRORS)
  })

  test('run down for those who are paid at the start: half of them are over halfway', () => {
    const scenario = simpleScenario({
      end: '2022-03-31',
      entries: { ...simpleScenario().entries, perYear: 0 },
      afterCare: { allowances: { adoption: { weekly: 1, months: 24, payingNow: 1_000 } } },
    })
    const days = runMany(compileModel(scenario), 50, (row, layout) => row[layout.paidDays])
    // What is left is uniform on 0 to 729 days, of which the first 365 are within the horizon.
    const known =
      1_000 * (Array.from({ length: 730 }, (_, left) => Math.min(left, 365)).reduce((a, b) => a + b) / 730)
    const error = Math.sqrt(sampleVariance(days) / days.length)
    expect(Math.abs(mean(days) - known) / error).toBeLessThan(STANDARD_ERRORS)
  })

  test('draw under the name of their line, so that another payment moves no number of the first', () => {
    const first = { weekly: 100, months: 12, share: 0.5 }
    const rows = [{}, { adoption: first }].map((more) => {
      const scenario = simpleScenario({
        exits: { reunification: constantHazard(0.5), adoption: constantHazard(0.5) },
        afterCare: { allowances: { ...more, reunification: first } },
      })
      const { axes } = compileModel(scenario)
      const at = axes.payments.indexOf('allowance:reunification')
      return runMany(compileModel(scenario), 20, (row, layout) =>
        axes.years.map((_, year) => row[layout.paidDays + year * axes.payments.length + at]),
      )
    })
    expect(rows[1]).toEqual(rows[0])
  })
})
