// How many children or families an intervention serves, where its scenario says so: all who are served are paid for, not only
// those in whom it works.
import { sum } from '../domain/sum.ts'
import type { Intervention } from './schema/intervention-schema.ts'

/**
 * Returns how many are served in a year at full strength: what the investment says, else what the effects that prevent entries
 * say together; undefined where neither does.
 */
export function servedPerYear({
  investment,
  effects,
}: Pick<Intervention, 'investment' | 'effects'>): number | undefined {
  if (investment?.serves !== undefined) return investment.serves
  const served = effects.flatMap(({ preventEntries }) => preventEntries?.serves ?? [])
  return served.length > 0 ? sum(served) : undefined
}

/** Tells whether anything says how many are served: a number a year, or a list of children under review. */
export function saysWhoIsServed(intervention: Pick<Intervention, 'investment' | 'effects'>): boolean {
  return (
    servedPerYear(intervention) !== undefined ||
    intervention.effects.some(({ reviewCohort }) => reviewCohort !== undefined)
  )
}
