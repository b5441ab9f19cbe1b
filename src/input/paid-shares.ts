// Shares of what placements cost, paid by others, and whether they come to more than the cost on some day.
import { daysOfMonths, parseDate } from '../domain/calendar.ts'
import type { FieldPath } from './input-error.ts'
import { plain } from './rules/table-rules.ts'
import type { Intervention } from './schema/intervention-schema.ts'
import type { Scenario } from './schema/scenario-schema.ts'

/** What of a scenario says who pays shares of what placements cost. */
export type Paying = Partial<Pick<Scenario, 'placements' | 'contributions' | 'interventions'>>

/** A share of the cost of some placements, from a day up to, not including, another. */
export interface PaidShare {
  name: string
  share: number
  of: readonly string[]
  from: number
  end: number
  path: FieldPath
}

/** Decimals in binary: 0.6, 0.3 and 0.1 come out a hair above 1. */
const ROUNDING = 1e-9

const MEND = 'lower them, or name in of the placements that each is for'

/** Says by what the shares that are paid while some interventions run come to more than what a placement costs. */
export function sharesAbove1(keys: readonly string[], scenario: Paying): string | undefined {
  const { interventions = {} } = scenario
  const members = keys.filter((key) => Object.hasOwn(interventions, key))
  const shares = members.flatMap((key) => sharesOf(key, interventions[key]))
  const message = excessProblem([...ownShares(scenario), ...shares], scenario)?.message
  return message && `has contributions that overlap: ${message}`
}

/** Returns the shares that the scenario itself has. */
export function ownShares({ contributions = {} }: Paying): PaidShare[] {
  return Object.entries(contributions).flatMap(([key, { share, of }]) =>
    share === undefined
      ? []
      : [
          {
            name: key,
            share,
            of: of ?? [],
            from: Number.NEGATIVE_INFINITY,
            end: Number.POSITIVE_INFINITY,
            path: ['contributions', key, 'share'],
          },
        ],
  )
}

/** Returns the shares that an intervention brings, from its planned start until its effects have faded. */
export function sharesOf(key: string, { start, end, persistMonths = 0, effects }: Intervention): PaidShare[] {
  return effects.flatMap(({ changePrice }, index): PaidShare[] => {
    const { share, of } = changePrice?.contribution ?? {}
    if (share === undefined) return []
    return [
      {
        name: `the intervention ${key}`,
        share,
        of: of ?? [],
        from: parseDate(start.date)!,
        end: end === undefined ? Number.POSITIVE_INFINITY : parseDate(end)! + 1 + daysOfMonths(persistMonths),
        path: ['interventions', key, 'effects', index, 'changePrice', 'contribution', 'share'],
      },
    ]
  })
}

/** Returns the share that comes on top of what pays all of a placement on some day, and what to say of it; undefined where none does. */
export function excessProblem(
  shares: readonly PaidShare[],
  { placements = {} }: Paying,
): { path: FieldPath; message: string } | undefined {
  for (const { from: day } of shares)
    for (const placement of Object.keys(placements)) {
      const paid = shares.filter(
        ({ of, from, end }) => from <= day && day < end && (of.length === 0 || of.includes(placement)),
      )
      const sum = paid.reduce((total, { share }) => total + share, 0)
      if (sum <= 1 + ROUNDING) continue
      const parts = paid.map(({ name, share }) => `${share} by ${name}`).join(', ')
      const message = `the shares of what ${placement} costs add up to ${plain(sum)} (${parts}), and they are 1 at most; ${MEND}`
      return { path: paid.at(-1)!.path, message }
    }
  return undefined
}
