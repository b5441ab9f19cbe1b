// The law of re-entry, held by itself: both engines take its hazards as they are, so that neither can find it wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { compileReentry, daysToReturn, type Reentry, survivalOutOfCare } from '../../src/model/reentry.ts'
import { simpleScenario } from '../simple-scenario.ts'

const REASON = EXIT_REASONS.indexOf('reunification')

/** The law of children who went home, by the share of them who are back after so many months. */
const reentryOf = (shares: Record<string, number>): Reentry =>
  compileReentry(simpleScenario({ afterCare: { reentry: { reunification: shares } } }))

const hazardsOf = ({ cumulativeHazard, steps }: Reentry) => [
  ...cumulativeHazard.subarray(REASON * steps, (REASON + 1) * steps),
]

/** Whole percents of some months as a run can draw them, each from a range of its own: they may fall. */
const drawnPercents = fc.dictionary(
  fc.integer({ min: 1, max: 216 }).map(String),
  fc.integer({ min: 0, max: 99 }),
  { minKeys: 1, maxKeys: 5 },
)

const reentryOfPercents = (percents: Record<string, number>): Reentry =>
  reentryOf(Object.fromEntries(Object.entries(percents).map(([month, percent]) => [month, percent / 100])))

describe('compileReentry', () => {
  test('sums hazards up to -ln(1 - share) by the end of each step', () => {
    const { stepEnd, steps, ...reentry } = reentryOf({ 3: 0.12, 12: 0.2 })
    expect([...stepEnd.subarray(REASON * steps, (REASON + 1) * steps)]).toEqual([91, 365])
    const [soon, late] = hazardsOf({ stepEnd, steps, ...reentry })
    expect(soon).toBeCloseTo(-Math.log(0.88), 12)
    expect(late).toBeCloseTo(-Math.log(0.8), 12)
  })

  test('keeps those back who are back where a run draws a smaller share for later: 30 %, then 10 %, then 35 %', () => {
    const [first, second, third] = hazardsOf(reentryOf({ 3: 0.3, 12: 0.1, 72: 0.35 }))
    expect(first).toBeCloseTo(-Math.log(0.7), 12)
    expect(second).toBe(first)
    expect(third).toBeCloseTo(-Math.log(0.65), 12)
  })

  test('has no hazard below 0 in any step, whatever shares are drawn', () => {
    fc.assert(
      fc.property(drawnPercents, (percents) => {
        const reentry = reentryOfPercents(percents)
        const hazards = hazardsOf(reentry)
        expect(hazards).toEqual([...hazards].sort((one, other) => one - other))
        const survival = [...survivalOutOfCare(reentry, REASON)]
        expect(survival).toEqual([...survival].sort((one, other) => other - one))
        expect(survival.at(-1)).toBeCloseTo(1 - Math.max(...Object.values(percents)) / 100, 9)
      }),
    )
  })

  test('brings nobody back later, and no fewer, where a drawn share rises', () => {
    const clocks = fc.integer({ min: 0, max: 5_000 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(drawnPercents, fc.nat(), fc.nat(), clocks, (percents, which, by, clock) => {
        const month = Object.keys(percents)[which % Object.keys(percents).length]
        const raised = { ...percents, [month]: percents[month] + (by % (100 - percents[month])) }
        const [before, after] = [percents, raised].map(reentryOfPercents)
        const hazards = hazardsOf(before)
        for (const [step, hazard] of hazardsOf(after).entries())
          expect(hazard).toBeGreaterThanOrEqual(hazards[step])
        const [day, sooner] = [before, after].map((one) => daysToReturn(one, REASON, clock))
        if (day < 0) return
        expect(sooner).toBeGreaterThan(0)
        expect(sooner).toBeLessThanOrEqual(day)
      }),
    )
  })
})
