// Warnings for a scenario file that names no file version: what it says means something else now, one warning for each meaning
// that has changed and that concerns the file, with its effect in £ where that can be told.

import { DAYS_PER_YEAR, daysOfMonths, parseDate } from '../../domain/calendar.ts'
import { isOfHalves } from '../../domain/distribution/distribution.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { sum } from '../../domain/sum.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { firstDayOfYear } from '../../model/grown-entries.ts'
import type { CappedServices } from '../../model/packages/capped-services.ts'
import { expectedPosts } from '../../model/packages/expected-posts.ts'
import { upliftByYear } from '../../model/prices.ts'
import { tablesWithRanges } from '../../model/tables-with-ranges.ts'
import { poundsOf } from '../../money/placement-cost.ts'
import type { RunTable } from '../../run/run-row.ts'
import type { NamedRuns } from '../../summary/variants.ts'
import type { YearValues } from '../../summary/year-values.ts'
import type { ResultWarning } from './result-warning.ts'

/** What a changed meaning is found in, and its effect worked out from. */
export interface ReadOfBefore {
  scenario: Scenario
  assumptions: readonly Assumption[]
  /** Keys of the interventions of the packages that are run. */
  interventions: readonly string[]
  capped: readonly CappedServices[]
  /** Share that each package may prevent, by its key. */
  caps: ReadonlyMap<string, number>
  variants: readonly NamedRuns[]
  yearsOf: (table: RunTable) => YearValues
}

const CODE = 'changed-meaning'
const MEND = 'see the changelog, and write carecast: 1 at the top of the file once it says what is meant'
const MOST_NAMED = 3
/** Years whose entries are turned to a growth. */
const MOST_TURNED = 5

/** Returns a warning for each changed meaning that concerns a file of an earlier version; none where the file names its version. */
export function changedMeanings(read: ReadOfBefore): ResultWarning[] {
  if (read.scenario.carecast !== undefined) return []
  const found = MEANINGS.flatMap((meaning) => meaning(read) ?? [])
  return found.map((text) => ({ code: CODE, text: `the file is of an earlier version: ${text}; ${MEND}` }))
}

const MEANINGS: ((read: ReadOfBefore) => string | undefined)[] = [
  (read) => {
    const uplifted = investedIn(read, ({ cash }) => !cash)
    const pounds = uplifted.reduce((sum, [key]) => sum + upliftOf(key, read), 0)
    if (Math.round(pounds) === 0) return undefined
    return `investment is in prices of ${read.scenario.priceBase} now and rises with upliftPerYear, where it was cash: ${more(pounds)} in all years on average, for ${named(uplifted)}; cash: true keeps the amounts as they are`
  },
  (read) => {
    const priced = investedIn(
      read,
      ({ perPostYear, perPlaceYear }) => Boolean(perPostYear) || Boolean(perPlaceYear),
    )
    if (priced.length === 0) return undefined
    const [, { perPostYear = 0, perPlaceYear = 0 }] = priced[0]
    const printed = perPostYear || perPlaceYear
    return `a year of a post or a place is the financial year, so that a whole one costs what is printed: ${exactly(printed)}, and not ${exactly((printed * 365) / DAYS_PER_YEAR)} (${exactly((printed * 366) / DAYS_PER_YEAR)} in a leap year), for ${named(priced)}`
  },
  (read) => {
    const fading = investedIn(
      read,
      ({ perPostYear, perPlaceYear, paidWhilePersisting }, intervention) =>
        !paidWhilePersisting &&
        Boolean(perPostYear || perPlaceYear) &&
        fadingDays(intervention, read.scenario).length > 0,
    )
    if (fading.length === 0) return undefined
    const pounds = fading.reduce((sum, [key]) => sum + postsWhileFading(key, read.scenario), 0)
    const effect = pounds > 0 ? `: ${less(pounds)} on average for filled posts` : ''
    return `posts and places are paid for until the end of an intervention, and not while its effects fade${effect}, for ${named(fading)}; paidWhilePersisting: true pays for them as before`
  },
  ({ scenario, interventions }) => {
    const adding = interventions.flatMap((key) =>
      scenario.interventions![key].effects.flatMap(({ addPlaces }) => addPlaces?.placement ?? []),
    )
    const carers = Object.entries(scenario.placements).flatMap(([key, { carers }]) => (carers ? [key] : []))
    const fixed = [...new Set([...adding, ...carers])].filter((key) => scenario.placements[key].fixedShare)
    if (fixed.length === 0) return undefined
    const { weeklyPrice, fixedShare = 0 } = scenario.placements[fixed[0]]
    return `a place that opens costs its fixed share from that day on, taken or not, £${formatNumber((weeklyPrice * fixedShare * 365) / 7)} a year in ${fixed[0]}, where only the children of the start were paid for (${list(fixed)})`
  },
  ({ assumptions }) => {
    const lopsided = assumptions
      .filter(({ range, events }) => events === undefined && isOfHalves(range))
      .map(({ path }) => path)
    if (lopsided.length === 0) return undefined
    return `low and high of every range hold its level, which those of lopsided ranges missed (${list(lopsided)})`
  },
  ({ assumptions }) => {
    const tables = tablesWithRanges([...assumptions]).map(({ path }) => path)
    if (tables.length === 0) return undefined
    return `in a table of shares the numbers without a range take the rest, where all were scaled (${list(tables)})`
  },
  ({ capped, caps }) => {
    const raised = capped.filter(
      (one) => one.interventions.length > 1 && one.allowed > (caps.get(one.package) ?? 1),
    )
    if (raised.length === 0) return undefined
    return `the cap of a package takes nothing from its strongest service, so that ${list(raised.map((one) => one.package))} prevents more entries`
  },
  ({ scenario, interventions }) => {
    const reviews = interventions.filter((key) => {
      const { noEffectShare, effects } = scenario.interventions![key]
      return noEffectShare && effects.some(({ reviewCohort }) => reviewCohort !== undefined)
    })
    if (reviews.length === 0) return undefined
    return `a review decides about its list in runs without effect too, and nobody leaves for it, so that decisions at gates are more (${list(reviews)})`
  },
  ({ scenario: { entries, start, end } }) => {
    if (entries.stockGrowth === undefined) return undefined
    const days = parseDate(end)! - parseDate(start)!
    const whole = Math.max(1, Math.floor(days / 365))
    if (whole >= MOST_TURNED || firstDayOfYear(whole) > days) return undefined
    return `entries are turned to stockGrowth in every year that begins before the end, the last part of a year too, where whole years alone were`
  },
  ({ scenario }) => {
    const claims = claimsWith(scenario, ({ payback }) => payback !== undefined)
    if (claims.length === 0) return undefined
    return `a claim of payback is true only where it is still so at the end of the last year (${list(claims)})`
  },
  ({ scenario }) => {
    const claims = claimsWith(scenario, ({ line }) => line?.name === 'contributions')
    if (claims.length === 0) return undefined
    return `the line contributions is below 0, as its parts are, where it was above (${list(claims)})`
  },
]

type Investment = NonNullable<Intervention['investment']>

/** Lists the interventions that are run and have an investment of a kind. */
function investedIn(
  { scenario, interventions }: ReadOfBefore,
  isOfKind: (investment: Investment, intervention: Intervention) => boolean,
): [string, Investment][] {
  return interventions.flatMap((key) => {
    const intervention = scenario.interventions![key]
    const { investment } = intervention
    const isFound = investment !== undefined && isOfKind(investment, intervention)
    return isFound ? ([[key, investment]] satisfies [string, Investment][]) : []
  })
}

/** £ that the uplift adds to what an intervention costs in all years, on average over the runs of the first package that has it. */
function upliftOf(key: string, { scenario, variants, yearsOf }: ReadOfBefore): number {
  const line = `intervention:${key}`
  const owner = variants.find(({ table }) => yearsOf(table)[0].some((one) => one.line === line))
  if (owner === undefined) return 0
  const uplift = upliftByYear(scenario, owner.table.axes)
  return yearsOf(owner.table).reduce((total, lines, year) => {
    const { values } = lines.find((one) => one.line === line)!
    const mean = poundsOf(sum(values) / values.length)
    return total + mean * (1 - 1 / uplift[year])
  }, 0)
}

/** The simulated days after the end of an intervention on which its effects fade. */
function fadingDays(
  { end, persistMonths = 0 }: Intervention,
  scenario: Pick<Scenario, 'start' | 'end'>,
): number[] {
  if (end === undefined) return []
  const lastFull = parseDate(end)!
  const first = Math.max(lastFull, parseDate(scenario.start)!) + 1
  const last = Math.min(lastFull + daysOfMonths(persistMonths), parseDate(scenario.end)!)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** £ that an intervention's posts cost in earlier versions while its effects fade, on average, in the cash and days of then. */
function postsWhileFading(key: string, scenario: Scenario): number {
  const intervention = scenario.interventions![key]
  const { start, posts, investment } = intervention
  const startDay = parseDate(start.date)! + daysOfMonths(start.slipMonths ?? 0)
  const filled = fadingDays(intervention, scenario).reduce(
    (sum, day) => sum + expectedPosts(posts, day - startDay),
    0,
  )
  return (filled * (investment?.perPostYear ?? 0)) / DAYS_PER_YEAR
}

type Claim = NonNullable<Scenario['claims']>[string]

function claimsWith({ claims = {} }: Scenario, isSo: (claim: Claim) => boolean): string[] {
  return Object.entries(claims).flatMap(([key, claim]) => (isSo(claim) ? [key] : []))
}

function more(pounds: number): string {
  return pounds < 0 ? less(-pounds) : `£${formatNumber(Math.round(pounds))} more`
}

function less(pounds: number): string {
  return `£${formatNumber(Math.round(pounds))} less`
}

function exactly(pounds: number): string {
  return `£${formatNumber(pounds, 2)}`
}

function named(interventions: readonly [string, unknown][]): string {
  return list(interventions.map(([key]) => key))
}

function list(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
