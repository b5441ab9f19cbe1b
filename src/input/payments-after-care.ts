// What a scenario pays for children who have left, as one list of lines: allowances by reason, then services.
import type { Scenario } from './schema/scenario-schema.ts'

type AfterCare = NonNullable<Scenario['afterCare']>
type Allowance = NonNullable<NonNullable<AfterCare['allowances']>['adoption']>

/** A weekly payment: who leaves in one of these ways, from one of these placements, can get it. */
export interface Payment extends Omit<Allowance, 'weekly'> {
  /** Its line in the results. */
  line: string
  weekly: number
  reasons: readonly string[]
  placements?: readonly string[]
}

/** Lists the payments of a scenario by their lines in the results. */
export function paymentsOf({ afterCare }: Pick<Scenario, 'afterCare'>): Payment[] {
  const allowances = Object.entries(afterCare?.allowances ?? {}).map(([reason, allowance]) => {
    return { ...allowance!, line: `allowance:${reason}`, reasons: [reason] }
  })
  const services = Object.entries(afterCare?.services ?? {}).map(([key, service]) => {
    return { ...service, line: `after_care:${key}`, reasons: service.after, placements: service.from }
  })
  return [...allowances, ...services]
}
