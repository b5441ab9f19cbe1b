// Whether published flows close: the change in the number of children beside starts less ceases. They never quite do: a
// child is counted once a year at its first start and its last cease, and children move between councils (Department for
// Education, methodology of Children looked after in England).
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { startOfPeriod } from './fit/hindcast.ts'

/** The counts of a period side by side; the gap is what the counted flows do not explain. */
export interface Reconciliation {
  /** '2014-04-01..2015-03-31' */
  period: string
  /** Children at the end less children at the start. */
  change: number
  starts: number
  ceases: number
  /** change - (starts - ceases) */
  gap: number
}

/** Reconciles each block of facts that counts both flows and whose stocks are known at both ends. */
export function reconcile(scenario: Scenario): Reconciliation[] {
  return (scenario.facts ?? []).flatMap((facts) => {
    const { period, entries, exits, childrenAtEnd } = facts
    const start = startOfPeriod(scenario, facts)
    const known = start.from === 'stated' || start.from === 'history'
    if (entries === undefined || exits === undefined || childrenAtEnd === undefined || !known) return []
    const change = childrenAtEnd - start.children
    return {
      period: `${period.from}..${period.to}`,
      change,
      starts: entries,
      ceases: exits,
      gap: change - entries + exits,
    }
  })
}
