// Returns at another rate against the closed form, and services after care for another share.
import { describe, expect, test } from 'vitest'
import { compileModel } from '../../../src/model/compile-model.ts'
import type { EffectModel } from '../../../src/model/packages/programme.ts'
import { constantHazard, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import {
  reached,
  returns,
  runPlainly,
  STANDARD_ERRORS,
  simpleChoice,
  standardErrorsFrom,
  strengthFrom,
} from '../simple-programme.ts'

/** All of 200 children leave within weeks; some come back within a year, and two in five get a service. */
const model = compileModel(
  simpleScenario({
    openingStock: {
      children: 200,
      placements: { foster: 200 },
      ages: onlyAge('5 to 9'),
      monthsInCare: { 0: 1 },
    },
    entries: { ...simpleScenario().entries, perYear: 0 },
    exits: { reunification: constantHazard(60), other: constantHazard(60) },
    afterCare: {
      reentry: { reunification: { 3: 0.3, 12: 0.5 } },
      services: {
        support: { label: 'Support', weekly: 10, months: 1, after: ['other'], share: 0.4 },
      },
    },
  }),
)

/** [run] share of those who were reunified first who have come back within some days. */
function returned(effects: EffectModel[], runs: number, within = 365): number[] {
  return runPlainly(model, simpleChoice(model, [{ effects }]), runs, ({ children }) => {
    const reunified = children.filter(({ periods }) => periods[0].exit?.reason === 0)
    const back = reunified.filter(
      ({ periods }) => periods[1] && periods[1].fromDay - periods[0].exit!.day <= within,
    )
    return back.length / reunified.length
  })
}

describe('returns', () => {
  test.each([
    ['0.5', [0.5]],
    ['2', [2]],
    ['0', [0]],
    ['0.5 and 2, which is as often', [0.5, 2]],
    ['3 and 0.5', [3, 0.5]],
    ['2 and 2', [2, 2]],
  ])('at ratios of %s are the share 1 - (1 - F)^ratio', (_, ratios) => {
    const effects = ratios.map((ratio) => returns(model, ratio))
    const ratio = ratios.reduce((product, value) => product * value, 1)
    if (ratio === 0) expect(returned(effects, 3)).toEqual([0, 0, 0])
    else
      for (const [within, share] of [
        [91, 0.3],
        [365, 0.5],
      ])
        expect(standardErrorsFrom(1 - (1 - share) ** ratio, returned(effects, 25, within))).toBeLessThan(
          STANDARD_ERRORS,
        )
  })

  test('change only for children who leave from the start on, and count those who would have come back', () => {
    const late = simpleChoice(model, [{ strength: strengthFrom(model, 20), effects: [returns(model, 0)] }])
    const before = runPlainly(model, undefined, 5, ({ children }) => children)
    const cases: number[] = []
    runPlainly(model, late, 5, ({ children, row }, layout) => {
      cases.push(reached(row, layout, 'cases'))
      return children
    }).forEach((after, run) => {
      const later = after.flatMap(({ periods }, index) =>
        periods.flatMap(({ exit }) => (exit && exit.day >= 20 ? [index] : [])),
      )
      const backInTime = before[run].filter(({ periods }) => periods[1] && periods[0].exit!.day >= 20)
      // Some would have come back behind the last day.
      expect(cases[run]).toBeGreaterThanOrEqual(backInTime.length)
      expect(cases[run]).toBeLessThan(later.length)
      after.forEach((child, index) => {
        const { exit } = child.periods[0]
        if (exit!.day < 20) expect(child.periods[1]?.fromDay).toBe(before[run][index].periods[1]?.fromDay)
        else expect(child.periods).toHaveLength(1)
      })
    })
  })
})

describe('a service after care', () => {
  /** [run] children for whom it is paid, of those who left for the reason it is for; and who are counted. */
  const paid = (share: number, strength: number, runs: number) => {
    const effect: EffectModel = { kind: 'service', payment: 0, share }
    const choice = simpleChoice(model, [{ strength: strengthFrom(model, 1, strength), effects: [effect] }])
    return runPlainly(model, choice, runs, ({ row, children }, layout) => {
      const days = row[layout.paidDays] + row[layout.paidDays + 1]
      const leavers = children.flatMap(({ periods }) => periods.filter(({ exit }) => exit?.reason === 5))
      return { paid: days / 30 / leavers.length, cases: reached(row, layout, 'cases') / leavers.length }
    })
  }

  test.each([
    ['more', 0.9, 1, 0.9],
    ['fewer', 0.1, 1, 0.1],
    ['somewhat more at half strength', 0.8, 0.5, 0.6],
  ])('goes to %s, and counts those who get it or lose it', (_, share, strength, known) => {
    const runs = paid(share, strength, 30)
    expect(
      standardErrorsFrom(
        known,
        runs.map(({ paid }) => paid),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
    const changed = Math.abs(known - 0.4)
    expect(
      standardErrorsFrom(
        changed,
        runs.map(({ cases }) => cases),
      ),
    ).toBeLessThan(STANDARD_ERRORS)
  })
})
