// How well the counts of facts are known, as assumptions that each run draws: n events tell a rate to 1/√n of itself. After
// the fit on the main path; src/run/threads/run-model.ts multiplies what was fitted by the values.
import { type Range, relativeGamma } from '../domain/distribution/distribution.ts'
import { EXIT_REASONS, type ExitReason } from '../domain/exit-reason.ts'
import { countedEntries } from '../input/entries-per-year.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { Facts, Scenario } from '../input/schema/scenario-schema.ts'
import { FITTED } from '../model/assumptions.ts'
import { compileSiblingGroups } from '../model/sibling-groups.ts'
import { eventsBehind, type Target, targetsOf } from './fit/targets.ts'
import { BETWEEN_COUNCILS } from './fit-facts.ts'

/** What runs draw, and what they do not though the file gives it a range. */
export interface Uncertainty {
  /** The ranges of the file, then the multipliers of the fit, which are 1 on average. */
  assumptions: Assumption[]
  /** Ranges of numbers whose level the fit sets: they stay at their central values, so that nothing counts twice. */
  held: Assumption[]
}

/**
 * Adds to the ranges of a scenario how well its counts are known, by the number of events behind each (A15): a gamma with the
 * mean 1, as a rate has after Poisson counts. What years differ by beyond that is not in it, since each simulated year draws
 * its own shocks; nothing is counted twice.
 */
export function uncertaintyOf(scenario: Scenario, ranges: Assumption[]): Uncertainty {
  const facts = scenario.facts ?? []
  const targets = facts.flatMap(targetsOf)
  const groups = reasonGroups(targets)
  const isHeld = ({ path }: Assumption) => isLevelOfFit(path, scenario, targets, groups)
  return {
    assumptions: [
      ...ranges.filter((range) => !isHeld(range)),
      ...entriesOfFit(scenario),
      ...groups.flatMap(({ reasons, events }) => {
        const known = reasons.filter((reason) => scenario.exits[reason] !== undefined)
        return known.length > 0 ? multiplierOfFit(FITTED.exits(known), events, facts[0].mode) : []
      }),
      ...(['early', 'moves', 'aged17Share'] as const).flatMap((turned) => {
        const behind = targets.filter(({ turns }) => turns === turned)
        return behind.length > 0 ? multiplierOfFit(FITTED[turned], eventsBehind(behind), facts[0].mode) : []
      }),
    ],
    held: ranges.filter(isHeld),
  }
}

/** In mode shrink the spread between councils stands beside the count, as in the mean of two estimates. */
function multiplierOfFit(path: string, events: number, mode: Facts['mode']): Assumption[] {
  const size = mode === 'shrink' ? events + 1 / BETWEEN_COUNCILS ** 2 : events
  return size > 0 ? [fitted(path, relativeGamma(size), events)] : []
}

/** Entries that come in groups vary by the dispersion more than as many lone children (A14). */
function entriesOfFit(scenario: Scenario): Assumption[] {
  const events = countedEntries(scenario)?.entries ?? 0
  if (events === 0) return []
  const { dispersion } = compileSiblingGroups(scenario)
  return [fitted(FITTED.entries, relativeGamma(events / dispersion), events)]
}

function fitted(path: string, range: Range, events: number): Assumption {
  return { path, range, least: 0, most: Number.MAX_VALUE, events }
}

interface ReasonGroup {
  reasons: ExitReason[]
  /** Exits in all counts that name one of them. */
  events: number
}

/** Reasons that some count takes together move together, and so do those that share one of them. */
function reasonGroups(targets: Target[]): ReasonGroup[] {
  const counts = targets.flatMap(({ turns, observed }) =>
    typeof turns === 'object' ? [{ reasons: turns.reasons, observed: Math.max(0, observed) }] : [],
  )
  let groups: ReasonGroup[] = []
  for (const { reasons, observed } of counts) {
    const touched = groups.filter((group) => group.reasons.some((reason) => reasons.includes(reason)))
    const together = new Set([...reasons, ...touched.flatMap((group) => group.reasons)])
    const merged = {
      reasons: EXIT_REASONS.filter((reason) => together.has(reason)),
      events: touched.reduce((sum, group) => sum + group.events, observed),
    }
    groups = [...groups.filter((group) => !touched.includes(group)), merged]
  }
  return groups
}

/** Tells whether a path leads to a number that a multiplier of the fit overrides, so that a count says how well it is known. */
function isLevelOfFit(path: string, scenario: Scenario, targets: Target[], groups: ReasonGroup[]): boolean {
  const [block, name, field] = path.split('.')
  const isFitted = (reason: string) => groups.some(({ reasons }) => (reasons as string[]).includes(reason))
  const isTurned = (turned: Target['turns']) => targets.some(({ turns }) => turns === turned)
  if (path === 'openingStock.aged17Share') return isTurned('aged17Share')
  if (field !== 'perYear') return false
  if (block === 'exits') return isFitted(name)
  if (block !== 'moves') return false
  const leading = Object.entries(scenario.exits).filter(([, exit]) => exit?.fittedWith === name)
  // As in `multiplied`: the exit that a kind of move leads to sets its level, where there is one.
  return leading.length > 0 ? leading.some(([reason]) => isFitted(reason)) : isTurned('moves')
}
