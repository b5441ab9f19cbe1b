// Facts as targets: what each count is called, what was observed, and which number of a replay it stands beside.
import { EXIT_REASONS, type ExitReason } from '../../domain/exit-reason.ts'
import { sum } from '../../domain/sum.ts'
import type { Facts } from '../../input/schema/scenario-schema.ts'
import type { HindcastCounts } from './hindcast-counts.ts'

/** One count of a block of facts. */
export interface Target {
  /** Path in the scenario file: 'facts.0.exitsAt18'. */
  path: string
  observed: number
  /** Picks the number that stands beside it. */
  of: (counts: HindcastCounts) => number
  /** What the fit turns to reach it; 'exits' and 'entries' follow from the rest, and absent is reported only. */
  turns?: { reasons: ExitReason[] } | 'early' | 'moves' | 'aged17Share' | 'exits' | 'entries'
  /** Whether it is worked out from the other counts and stands in no file. */
  isDerived?: true
}

const AT_18 = EXIT_REASONS.length

/** Returns the exits of a replay for some of the competing reasons. */
export function exitsFor(counts: HindcastCounts, reasons: readonly ExitReason[]): number {
  return sum(reasons.map((reason) => counts.exits[EXIT_REASONS.indexOf(reason)]))
}

/** Lists the counts of a block of facts; `index` is its place in the scenario file. */
export function targetsOf(facts: Facts, index: number): Target[] {
  const at = (field: string) => `facts.${index}.${field}`
  const { exitsByReason = [], exits, exitsAt18, exitsWithin12Months } = facts
  const named = exitsByReason.flatMap(({ reasons }) => reasons)
  const rest = EXIT_REASONS.filter((reason) => !named.includes(reason))
  const targets: (Target | undefined)[] = [
    facts.entries === undefined
      ? undefined
      : { path: at('entries'), observed: facts.entries, of: ({ entries }) => entries, turns: 'entries' },
    exits === undefined
      ? undefined
      : { path: at('exits'), observed: exits, of: (counts) => sum(counts.exits), turns: 'exits' },
    ...exitsByReason.map(({ reasons, children }, position): Target => {
      const path = at(`exitsByReason.${position}`)
      return { path, observed: children, of: (counts) => exitsFor(counts, reasons), turns: { reasons } }
    }),
    // What is left of all exits belongs to the reasons that no count names.
    exits === undefined || rest.length === 0
      ? undefined
      : {
          path: at('exits less those named'),
          observed: exits - sum(exitsByReason.map(({ children }) => children)) - (exitsAt18 ?? 0),
          of: (counts) => exitsFor(counts, rest) + (exitsAt18 === undefined ? counts.exits[AT_18] : 0),
          turns: { reasons: rest },
          isDerived: true,
        },
    exitsAt18 === undefined
      ? undefined
      : {
          path: at('exitsAt18'),
          observed: exitsAt18,
          of: (counts) => counts.exits[AT_18],
          turns: 'aged17Share',
        },
    exitsWithin12Months === undefined
      ? undefined
      : {
          path: at('exitsWithin12Months'),
          observed: exitsWithin12Months,
          of: ({ earlyExits }) => earlyExits,
          turns: 'early',
        },
    facts.childrenWith3Placements === undefined
      ? undefined
      : {
          path: at('childrenWith3Placements'),
          observed: facts.childrenWith3Placements,
          of: ({ childrenWith3Placements }) => childrenWith3Placements,
          turns: 'moves',
        },
    facts.childrenAtEnd === undefined
      ? undefined
      : { path: at('childrenAtEnd'), observed: facts.childrenAtEnd, of: ({ childrenEnd }) => childrenEnd },
  ]
  return targets.filter((target) => target !== undefined)
}

/** Returns how many events the counts of targets have behind them. */
export function eventsBehind(targets: Target[]): number {
  return sum(targets.map(({ observed }) => observed))
}
