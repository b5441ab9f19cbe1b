// Entries: a Poisson process of sibling groups whose rate follows trend and month, and who enters where. Children who left
// before the start and come back are among them, those who leave later are not: run/after-care.ts lets these return.
import { AGE_BANDS } from '../domain/age-band.ts'
import { DAYS_PER_YEAR, formatDate, wholeYearsBetween } from '../domain/calendar.ts'
import { compoundGrowth } from '../domain/exact-math.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type AgesWithinBand, agesWithinBands } from './ages-within-band.ts'
import type { Axes } from './axes.ts'
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

/** Entries as the engine draws them: groups whose waits are told by a clock that runs as fast as children are expected. */
export interface EntryProcess extends EntryPairs, SiblingGroups {
  /** [day] children expected to enter, without shocks and shifts; those who left before the start and come back are among them. */
  perDay: Float64Array
  /** Of all simulated days together. */
  expected: number
  /** Whether as many are expected on every day. */
  isSteady: boolean
  agesWithinBand: AgesWithinBand
}

const GUIDE_STEPS = 256
const FIRST_MONTH_DAYS = 28

/** What of the days the entry rate depends on. */
export interface EntryCalendar {
  /** [day] whole years since the start; day 0 belongs to the first. */
  yearsSince: Uint8Array
  /** [day] month of the calendar, 0 to 11. */
  monthOfYear: Uint8Array
}

/**
 * Compiles the entry process of a scenario over the days of its axes; `returningPerDay`, [day], are the earlier leavers who
 * come back (see earlier-leavers.ts).
 */
export function compileEntries(scenario: Scenario, axes: Axes, returningPerDay: Float64Array): EntryProcess {
  const rates = { perDay: new Float64Array(axes.days + 1), returningPerDay }
  return { ...compileEntryRate(scenario, entryCalendar(axes), rates), ...compileEntryPairs(scenario) }
}

/** Derives the calendar of the days that entries fall on. */
export function entryCalendar({ startDay, days }: Axes): EntryCalendar {
  const yearsSince = new Uint8Array(days + 1)
  const monthOfYear = new Uint8Array(days + 1)
  for (let day = 0; day <= days; day++) {
    yearsSince[day] = wholeYearsBetween(startDay, startDay + Math.max(day, 1) - 1)
    monthOfYear[day] = Number(formatDate(startDay + day).slice(5, 7)) - 1
  }
  return { yearsSince, monthOfYear }
}

/**
 * Compiles when groups come and how large they are; `perDay`, [day], is written anew and part of what is returned.
 * Published entries count those who come back too: who enters for the first time is what is left of them, at least none.
 */
export function compileEntryRate(
  scenario: Scenario,
  { yearsSince, monthOfYear }: EntryCalendar,
  { perDay, returningPerDay }: { perDay: Float64Array; returningPerDay: Float64Array },
): Omit<EntryProcess, keyof EntryPairs> {
  const { trendPerYear = 0, monthProfile, firstMonthShare } = scenario.entries
  const firstPerYear = Math.max(0, (entriesPerYear(scenario) ?? 0) - returningPerDay[0] * DAYS_PER_YEAR)
  const days = perDay.length - 1
  const growth = Float64Array.from({ length: yearsSince[days] + 1 }, (_, year) =>
    compoundGrowth(trendPerYear, year),
  )
  const factors = Float64Array.from({ length: 12 }, (_, month) => monthProfile?.factors[month] ?? 1)
  let expected = 0
  let isSteady = true
  for (let day = 0; day <= days; day++) {
    const first = ((firstPerYear * growth[yearsSince[day]]) / DAYS_PER_YEAR) * factors[monthOfYear[day]]
    perDay[day] = first + returningPerDay[day]
    if (day > 0) expected += perDay[day]
    isSteady &&= perDay[day] === perDay[0]
  }
  return {
    perDay,
    expected,
    isSteady,
    agesWithinBand: agesWithinBands({
      'under 1': firstMonthShare ? { share: firstMonthShare, days: FIRST_MONTH_DAYS } : undefined,
    }),
    ...compileSiblingGroups(scenario),
  }
}

/** Compiles who enters where; `homes`, [age * placements + placement], has 1 for those of them who count, all where missing. */
export function compileEntryPairs(
  scenario: Pick<Scenario, 'entries' | 'placements'>,
  homes?: Uint8Array,
): EntryPairs {
  const { ages, placements } = scenario.entries
  const keys = Object.keys(scenario.placements)
  const possible = AGE_BANDS.flatMap((band, age) =>
    keys.map((key, placement) => ({ age, placement, share: ages[band] * (placements[band][key] ?? 0) })),
  ).filter(
    ({ age, placement, share }) =>
      share > 0 && (homes === undefined || homes[age * keys.length + placement] === 1),
  )
  const total = possible.reduce((sum, { share }) => sum + share, 0)
  let running = 0
  const pairCumulative = Float64Array.from(possible, ({ share }) => {
    running += share / total
    return running
  })
  // Rounding must not leave a sliver behind the last pair.
  pairCumulative[possible.length - 1] = 1
  const pairGuide = new Uint16Array(GUIDE_STEPS)
  for (let step = 0, pair = 0; step < GUIDE_STEPS; step++) {
    while (pairCumulative[pair] <= step / GUIDE_STEPS) pair++
    pairGuide[step] = pair
  }
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
