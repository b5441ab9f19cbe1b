// Entries: a Poisson process of sibling groups whose rate follows trend and month, and who enters where. Children who left
// before the start and come back are among them, those who leave later are not: run/after-care.ts lets these return.
import { AGE_BANDS } from '../domain/age-band.ts'
import { DAYS_PER_YEAR, formatDate, wholeYearsBetween } from '../domain/calendar.ts'
import { compoundGrowth } from '../domain/exact-math.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import { type AgesWithinBand, agesWithinBands } from './ages-within-band.ts'
import type { Axes } from './axes.ts'
import { earlierLeaversReturning } from './earlier-leavers.ts'
import type { Reentry } from './reentry.ts'
import { compileSiblingGroups, type SiblingGroups } from './sibling-groups.ts'

/** Who enters where: the pairs of age band and first placement that can occur. */
export interface EntryPairs {
  /** [pair] probability for an entrant, cumulative; the last is 1. */
  pairCumulative: Float64Array
  /** [pair] where its share of the cumulative probability begins, and one over its share. */
  pairStart: Float64Array
  pairPerShare: Float64Array
  /** [top 8 bits of the random word] first pair that the word can stand for: where the search starts. */
  pairGuide: Uint16Array
  /** [pair] */
  pairAge: Uint8Array
  pairPlacement: Uint8Array
}

/** Entries as the engine draws them: candidate groups at the largest rate, each accepted with rate / largest rate. */
export interface EntryProcess extends EntryPairs, SiblingGroups {
  /** Mean days between groups of candidates; infinite where nobody enters. */
  meanGap: number
  /** Candidates expected over the whole horizon: children, not groups. */
  expectedCandidates: number
  /** [day] probability that a group of candidates of the day enters. */
  acceptance: Float64Array
  /** [day] of that, the part of those who left before the start and come back. */
  returningAcceptance: Float64Array
  /** Whether every candidate enters, as the rate never changes. */
  isSteady: boolean
  agesWithinBand: AgesWithinBand
}

const GUIDE_STEPS = 256
const FIRST_MONTH_DAYS = 28

/**
 * Compiles the entry process of a scenario over the days of its axes. Published entries count those who come back too: who
 * enters for the first time is what is left of them, at least none (firstEntriesPerYear).
 */
export function compileEntries(scenario: Scenario, axes: Axes, reentry: Reentry): EntryProcess {
  const { entries } = scenario
  const returning = earlierLeaversReturning(scenario, reentry, axes.days)
  const perYear = Math.max(0, firstEntriesPerYear(scenario, reentry))
  const ratePerDay = Float64Array.from({ length: axes.days + 1 }, (_, day) => {
    const growth = compoundGrowth(
      entries.trendPerYear ?? 0,
      wholeYearsBetween(axes.startDay, axes.startDay + Math.max(day, 1) - 1),
    )
    const month = Number(formatDate(axes.startDay + day).slice(5, 7)) - 1
    return (
      ((perYear * growth) / DAYS_PER_YEAR) * (entries.monthProfile?.factors[month] ?? 1) +
      returning[Math.max(day, 1)]
    )
  })
  const largest = ratePerDay.reduce((most, rate) => Math.max(most, rate))
  const groups = compileSiblingGroups(scenario)
  return {
    meanGap: groups.meanGroupSize / largest,
    expectedCandidates: largest * axes.days,
    acceptance: ratePerDay.map((rate) => (largest > 0 ? rate / largest : 0)),
    returningAcceptance: returning.map((rate) => (largest > 0 ? rate / largest : 0)),
    isSteady: returning[0] === 0 && ratePerDay.every((rate) => rate === largest),
    agesWithinBand: agesWithinBands({
      'under 1': entries.firstMonthShare
        ? { share: entries.firstMonthShare, days: FIRST_MONTH_DAYS }
        : undefined,
    }),
    ...groups,
    ...pairs(scenario),
  }
}

/** Returns the entries a year less those that earlier leavers account for; below 0 the two contradict each other. */
export function firstEntriesPerYear(scenario: Scenario, reentry: Reentry): number {
  const [returning] = earlierLeaversReturning(scenario, reentry, 0)
  return (entriesPerYear(scenario) ?? 0) - returning * DAYS_PER_YEAR
}

function pairs(scenario: Scenario): EntryPairs {
  const { ages, placements } = scenario.entries
  const keys = Object.keys(scenario.placements)
  const possible = AGE_BANDS.flatMap((band, age) =>
    keys.map((key, placement) => ({ age, placement, share: ages[band] * (placements[band][key] ?? 0) })),
  ).filter(({ share }) => share > 0)
  const total = possible.reduce((sum, { share }) => sum + share, 0)
  let running = 0
  const pairCumulative = Float64Array.from(possible, ({ share }) => {
    running += share / total
    return running
  })
  // Rounding must not leave a sliver behind the last pair.
  pairCumulative[possible.length - 1] = 1
  const pairGuide = Uint16Array.from({ length: GUIDE_STEPS }, (_, step) =>
    pairCumulative.findIndex((cumulative) => cumulative > step / GUIDE_STEPS),
  )
  const pairStart = pairCumulative.map((_, pair) => pairCumulative[pair - 1] ?? 0)
  return {
    pairCumulative,
    pairStart,
    // A hair less than one, so that rounding never takes a child beyond its age band.
    pairPerShare: pairCumulative.map((cumulative, pair) => (1 - 1e-12) / (cumulative - pairStart[pair])),
    pairGuide,
    pairAge: Uint8Array.from(possible, ({ age }) => age),
    pairPlacement: Uint8Array.from(possible, ({ placement }) => placement),
  }
}
