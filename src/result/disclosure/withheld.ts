// What is not passed on of a scenario whose counts come from child-level data: which figures, placements, reasons and lists.
// Scenario -> pass-on.ts, which takes it out of all that the files to be passed on are made from.
import type { Figure } from '../../input/reading/figures.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { smallFlows } from './small-flows.ts'
import { smallEntries, smallShares } from './small-shares.ts'
import { suppressed } from './suppress.ts'

export interface Withheld {
  /** Counts below it are small. */
  below: number
  /** Keys of placements whose number at the start is withheld: nothing of them is shown in any month or year, nor their price. */
  placements: Set<string>
  /** Exit reasons, 'turned18' among them, whose exits are not shown in any year. */
  reasons: Set<string>
  /** Whether so few enter or leave in a year that no flow is shown in any year. */
  areFlowsSmall: boolean
  /** Keys of interventions whose list of children is short. */
  lists: Set<string>
  /** Paths of figures. */
  paths: Set<string>
}

/** Finds what is withheld; undefined where the scenario does not say that its counts come from child-level data. */
export function withheldOf(
  scenario: Scenario,
  figures: Pick<Figure, 'path' | 'kind'>[],
): Withheld | undefined {
  if (scenario.disclosure === undefined) return undefined
  const { below } = scenario.disclosure
  const placements = smallPlacements(scenario, below)
  const flows = smallFlows(scenario, below)
  const lists = smallLists(scenario, below)
  return {
    below,
    placements,
    reasons: flows.reasons,
    areFlowsSmall: flows.areSmall,
    lists: new Set(lists.map(({ key }) => key)),
    paths: new Set([
      ...[...placements].flatMap(pathsOfPlacement),
      ...smallShares(scenario, below),
      ...smallHistory(scenario, below),
      ...flows.paths,
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

/** Each is a total of its own. */
function smallHistory({ history }: Scenario, below: number): string[] {
  return Object.entries(history?.children ?? {})
    .filter(([, children]) => children < below)
    .map(([date]) => `history.children.${date}`)
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

/** Tells whether a figure is withheld; a count of exits is also known by the path of its block. */
export function isPathWithheld(path: string, { paths }: Withheld): boolean {
  return paths.has(path) || paths.has(`${path}.children`)
}

const FLOWS = /^(entries|re_entries|published_starts|published_ceases|exits:.*)$/

/** Tells whether a line of the years is withheld: of a placement, of flows, of what others pay for placements, of a short list. */
export function isLineWithheld(
  line: string,
  withheld: Withheld,
  { contributions = {} }: Pick<Scenario, 'contributions'>,
): boolean {
  if (withheld.areFlowsSmall && FLOWS.test(line)) return true
  const [kind, key] = line.split(':')
  if (key === undefined) return withheld.placements.has(line)
  // Whatever it counts of the placement.
  if (withheld.placements.has(key)) return true
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
