// What is not passed on of a scenario whose counts come from child-level data: which figures, placements, reasons and lists.
// Scenario -> pass-on.ts, which takes it out of all that the files to be passed on are made from.
import { EXIT_REASONS, TURNED_18 } from '../../domain/exit-reason.ts'
import { startOfPeriod } from '../../estimate/fit/hindcast.ts'
import type { Figure } from '../../input/figures.ts'
import type { Facts, Scenario } from '../../input/scenario-schema.ts'
import { suppressed } from './suppress.ts'

export interface Withheld {
  /** Counts below it are small. */
  below: number
  /** Where the counts come from. */
  source: string
  /** Keys of placements whose number at the start is withheld: nothing of them is shown in any month or year, nor their price. */
  placements: Set<string>
  /** Exit reasons, 'turned18' among them, whose exits are not shown in any year. */
  reasons: Set<string>
  /** Keys of interventions whose list of children is short. */
  lists: Set<string>
  /** Paths of figures. */
  paths: Set<string>
}

type Counted = { scenario: Scenario; figures: Pick<Figure, 'path' | 'kind'>[] }

/** Finds what is withheld; undefined where the scenario does not say that its counts come from child-level data. */
export function withheldOf({ scenario, figures }: Counted): Withheld | undefined {
  const { disclosure } = scenario
  if (disclosure === undefined) return undefined
  const { below, source } = disclosure
  const placements = smallPlacements(scenario, below)
  const exits = (scenario.facts ?? []).map((facts, index) => smallExits(facts, index, below))
  const lists = smallLists(scenario, below)
  return {
    below,
    source,
    placements,
    reasons: new Set(exits.flatMap(({ reasons }) => reasons)),
    lists: new Set(lists.map(({ key }) => key)),
    paths: new Set([
      ...[...placements].flatMap(pathsOfPlacement),
      ...smallShares(scenario, below),
      ...smallHistory(scenario, below),
      ...exits.flatMap(({ paths }) => paths),
      ...(scenario.facts ?? []).flatMap((facts, index) => smallTotals(scenario, facts, index, below)),
      ...lists.map(({ path }) => path),
      ...smallLeavers(scenario, below),
      ...smallEntries(scenario, figures, below),
    ]),
  }
}

/** Of the placements that there can be; one that the opening stock does not name has no children. */
function smallPlacements({ placements, openingStock }: Scenario, below: number): Set<string> {
  const keys = Object.keys(placements)
  const isHidden = suppressed(
    keys.map((key) => openingStock.placements[key] ?? 0),
    below,
  )
  return new Set(keys.filter((_, index) => isHidden[index]))
}

/** With the price, since a cost divided by a price is a number of children. */
function pathsOfPlacement(key: string): string[] {
  return [
    `openingStock.placements.${key}`,
    ...['weeklyPrice', 'priceSpread', 'fixedShare'].map((field) => `placements.${key}.${field}`),
  ]
}

/** Shares of a known number of children are counts. */
function smallParts(
  at: string,
  shares: Partial<Record<string, number>>,
  total: number,
  below: number,
): string[] {
  const keys = Object.keys(shares)
  const isHidden = suppressed(
    keys.map((key) => Math.round(total * (shares[key] ?? 0))),
    below,
  )
  return keys.filter((_, index) => isHidden[index]).map((key) => `${at}.${key}`)
}

function smallShares({ openingStock }: Scenario, below: number): string[] {
  const { children, ages, monthsInCare, aged17Share } = openingStock
  const ofAges = smallParts('openingStock.ages', ages, children, below)
  const oldest = Math.round(children * (ages['16 to 17'] ?? 0))
  const halves = [aged17Share ?? 0, 1 - (aged17Share ?? 0)].map((share) => Math.round(share * oldest))
  const isSmall = aged17Share !== undefined && suppressed(halves, below).includes(true)
  return [
    ...ofAges,
    ...smallParts('openingStock.monthsInCare', monthsInCare, children, below),
    ...(isSmall ? ['openingStock.aged17Share'] : []),
  ]
}

/** Each is a total of its own. */
function smallHistory({ history }: Scenario, below: number): string[] {
  return Object.entries(history?.children ?? {})
    .filter(([, children]) => children < below)
    .map(([date]) => `history.children.${date}`)
}

/** Exits by reason and at 18 are parts of all exits; what they leave is of the reasons that are not named. */
function smallExits(
  { exits, exitsByReason = [], exitsAt18 }: Facts,
  index: number,
  below: number,
): { paths: string[]; reasons: string[] } {
  const parts = [
    ...exitsByReason.map(({ reasons, children }, at) => ({
      path: `facts.${index}.exitsByReason.${at}.children`,
      reasons: reasons as string[],
      children,
    })),
    ...(exitsAt18 === undefined
      ? []
      : [{ path: `facts.${index}.exitsAt18`, reasons: [TURNED_18 as string], children: exitsAt18 }]),
  ]
  const counts = parts.map(({ children }) => children)
  const rest = Math.max(0, (exits ?? 0) - counts.reduce((sum, count) => sum + count, 0))
  const isHidden = suppressed(counts, below, rest)
  const hidden = parts.filter((_, part) => isHidden[part])
  const named = parts.flatMap(({ reasons }) => reasons)
  const others = [...EXIT_REASONS, TURNED_18].filter((reason) => !named.includes(reason))
  return {
    paths: hidden.map(({ path }) => path),
    reasons:
      hidden.length === 0 ? [] : [...hidden.flatMap(({ reasons }) => reasons), ...(rest > 0 ? others : [])],
  }
}

/** Starts and ceases follow from each other where the numbers at both ends are known. */
function smallTotals(scenario: Scenario, facts: Facts, index: number, below: number): string[] {
  const at = (field: keyof Facts) => `facts.${index}.${field}`
  const { entries, exits, exitsWithin12Months: early, childrenWith3Placements: moved } = facts
  const { childrenAtStart: start, childrenAtEnd: end, agesAtStart } = facts
  const isSmall = (count: number | undefined) => count !== undefined && count < below
  const isSmallPart = (part: number | undefined, total = Number.POSITIVE_INFINITY) =>
    isSmall(part) || (part !== undefined && part < total && total - part < below)
  return [
    ...(isSmall(entries) || isSmall(exits) ? [at('entries'), at('exits')] : []),
    ...(isSmall(start) ? [at('childrenAtStart')] : []),
    ...(isSmall(end) ? [at('childrenAtEnd')] : []),
    ...(isSmallPart(early, exits) ? [at('exitsWithin12Months')] : []),
    ...(isSmallPart(moved, end) ? [at('childrenWith3Placements')] : []),
    ...smallParts(at('agesAtStart'), agesAtStart ?? {}, startOfPeriod(scenario, facts).children, below),
  ]
}

/** Lists that a review works through. */
function smallLists({ interventions = {} }: Scenario, below: number): { key: string; path: string }[] {
  return Object.entries(interventions).flatMap(([key, { effects }]) =>
    effects.flatMap(({ reviewCohort }, effect) => {
      const path = `interventions.${key}.effects.${effect}.reviewCohort.children`
      return reviewCohort !== undefined && reviewCohort.children < below ? [{ key, path }] : []
    }),
  )
}

/** Children who have left, and those who are paid for on the start date. */
function smallLeavers({ afterCare }: Scenario, below: number): string[] {
  const { earlierLeavers = {}, services = {}, allowances = {} } = afterCare ?? {}
  const leavers = Object.entries(earlierLeavers).flatMap(([reason, ages]) =>
    Object.entries(ages).map(([age, children]) => ({
      path: `afterCare.earlierLeavers.${reason}.${age}`,
      children,
    })),
  )
  const paid = Object.entries({ services, allowances }).flatMap(([block, payments]) =>
    Object.entries(payments).map(([key, { payingNow }]) => ({
      path: `afterCare.${block}.${key}.payingNow`,
      children: payingNow,
    })),
  )
  return [...leavers, ...paid]
    .filter(({ children }) => children !== undefined && children < below)
    .map(({ path }) => path)
}

/** Ages and first placements of the entrants, as far as they are counted and not assumed. */
function smallEntries(
  { entries, facts = [] }: Scenario,
  figures: Counted['figures'],
  below: number,
): string[] {
  const total = entries.perYear ?? facts.at(-1)?.entries ?? 0
  const assumed = new Set(figures.filter(({ kind }) => kind === 'assumed').map(({ path }) => path))
  const paths = [
    ...smallParts('entries.ages', entries.ages, total, below),
    ...Object.entries(entries.placements).flatMap(([age, shares]) => {
      const ofAge = total * (entries.ages[age as keyof typeof entries.ages] ?? 0)
      return smallParts(`entries.placements.${age}`, shares, ofAge, below)
    }),
  ]
  return paths.filter((path) => !assumed.has(path))
}

/** Tells whether a figure is withheld; a count of exits is also known by the path of its block. */
export function isPathWithheld(path: string, { paths }: Withheld): boolean {
  return paths.has(path) || paths.has(`${path}.children`)
}

/** Tells whether a line of the years is withheld: of a placement, of exits, of what others pay for placements, of a short list. */
export function isLineWithheld(line: string, withheld: Withheld, { contributions = {} }: Scenario): boolean {
  const [kind, key] = line.split(':')
  if (key === undefined) return withheld.placements.has(line)
  if (kind === 'exits') return withheld.reasons.has(key)
  // All of them, since with their sum each would be known from the others.
  if (kind === 'contribution')
    return Object.values(contributions).some(({ of }) => of !== undefined && isPartly(of, withheld))
  return (kind === 'cases' || kind === 'lapsed') && withheld.lists.has(key)
}

/** Tells whether a sum over placements has some of those withheld in it but not all, which would tell them apart. */
export function isPartly(keys: readonly string[], { placements }: Withheld): boolean {
  const within = [...placements].filter((key) => keys.includes(key))
  return within.length > 0 && within.length < placements.size
}
