// Counts of the facts that are withheld: who entered and who left, and why. -> withheld.ts
import { EXIT_REASONS, TURNED_18 } from '../../domain/exit-reason.ts'
import { sum } from '../../domain/sum.ts'
import { startOfPeriod } from '../../estimate/fit/hindcast.ts'
import type { Facts, Scenario } from '../../input/schema/scenario-schema.ts'
import { smallParts } from './small-shares.ts'
import { suppressed } from './suppress.ts'

const ALL_REASONS: readonly string[] = [...EXIT_REASONS, TURNED_18]

/** What is withheld of counted flows. */
export interface SmallFlows {
  paths: string[]
  /** Exit reasons of which no year is shown. */
  reasons: Set<string>
  /** Whether entries or exits are so few themselves. */
  areSmall: boolean
}

/** Finds the counts of all facts that are withheld. */
export function smallFlows(scenario: Scenario, below: number): SmallFlows {
  const facts = scenario.facts ?? []
  const exits = facts.map((one, index) => smallExits(one, index, below))
  const isSmall = (count = below) => count < below
  const areSmall =
    facts.some((one) => isSmall(one.entries) || isSmall(one.exits)) || isSmall(scenario.entries.perYear)
  return {
    paths: [
      ...exits.flatMap(({ paths }) => paths),
      ...facts.flatMap((one, index) => smallTotals(scenario, one, index, below)),
      ...(areSmall ? ['entries.perYear'] : []),
    ],
    reasons: new Set(exits.flatMap(({ reasons }) => reasons)),
    areSmall,
  }
}

/** Exits by reason and at 18 are parts of all exits; what they leave is of the reasons that are not named. */
function smallExits(facts: Facts, index: number, below: number): { paths: string[]; reasons: string[] } {
  const parts = partsOfExits(facts, index)
  const counts = parts.map(({ children }) => children)
  const rest = Math.max(0, (facts.exits ?? 0) - sum(counts))
  const isHidden = suppressed(counts, below, rest)
  const hidden = parts.filter((_, part) => isHidden[part])
  const named = parts.flatMap(({ reasons }) => reasons)
  const unnamed = rest > 0 ? ALL_REASONS.filter((reason) => !named.includes(reason)) : []
  const reasons = [...hidden.flatMap((part) => part.reasons), ...unnamed]
  if (hidden.length === 0) return { paths: [], reasons: [] }
  // One reason alone follows from all exits and the others.
  return { paths: hidden.map(({ path }) => path), reasons: reasons.length > 1 ? reasons : [...ALL_REASONS] }
}

function partsOfExits({ exitsByReason = [], exitsAt18 }: Facts, index: number) {
  const byReason = exitsByReason.map(({ reasons, children }, at) => ({
    path: `facts.${index}.exitsByReason.${at}.children`,
    reasons: reasons as readonly string[],
    children,
  }))
  if (exitsAt18 === undefined) return byReason
  return [...byReason, { path: `facts.${index}.exitsAt18`, reasons: [TURNED_18], children: exitsAt18 }]
}

/** Starts and ceases follow from each other where the numbers at both ends are known, so that both are withheld or neither. */
function smallTotals(scenario: Scenario, facts: Facts, index: number, below: number): string[] {
  const at = (field: keyof Facts) => `facts.${index}.${field}`
  const { entries, exits, childrenAtStart, childrenAtEnd, agesAtStart = {} } = facts
  const isSmall = (count = below) => count < below
  const isSmallPart = (part: number | undefined, total = Number.POSITIVE_INFINITY) =>
    part !== undefined && (part < below || (part <= total && total - part < below))
  return [
    ...(isSmall(entries) || isSmall(exits) ? [at('entries'), at('exits')] : []),
    ...(isSmall(childrenAtStart) ? [at('childrenAtStart')] : []),
    ...(isSmall(childrenAtEnd) ? [at('childrenAtEnd')] : []),
    ...(isSmallPart(facts.exitsWithin12Months, exits) ? [at('exitsWithin12Months')] : []),
    ...(isSmallPart(facts.childrenWith3Placements, childrenAtEnd) ? [at('childrenWith3Placements')] : []),
    ...smallParts(at('agesAtStart'), agesAtStart, startOfPeriod(scenario, facts).children, below),
  ]
}
