// claims.arrow: a row for each variant and claim, beside what the runs say of it.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import type { TestedClaim } from '../../../summary/targets/claims.ts'
import { type ColumnDefinition, STATISTIC_DEFINITIONS, UNIT, VARIANT } from './column-definitions.ts'
import { encodeTable } from './table.ts'

const claimedQuantile = (definition: ColumnDefinition): ColumnDefinition => ({
  ...definition,
  description: `${definition.description}; of years not interpolated, and null where it is beyond the horizon`,
  nullable: true,
})

const DEFINITIONS = {
  variant: VARIANT,
  claim: { description: 'key of the claim in the scenario' },
  source: { description: 'where the claim comes from; null where the scenario does not say', nullable: true },
  probability: {
    description:
      'share of the runs in which the claim is true; null where the scenario is only an illustration',
    nullable: true,
  },
  quantile: {
    description:
      'share of the runs at or below the claimed value; null where the scenario is only an illustration',
    nullable: true,
  },
  kind: { description: 'what kind of claim it is, as in the scenario' },
  relation: { description: 'above, below, at_least or by: how the runs are to stand to the value' },
  value: {
    description:
      'the claimed value; of a payback the calendar year in which the financial year begins, of a peak the month as 201803',
    unit: UNIT,
  },
  unit: { description: 'unit of value and quantiles: share, month, year, £, children, days or moves' },
  mc_error: {
    description: 'Monte Carlo standard error of the probability; null with it',
    nullable: true,
  },
  q10: claimedQuantile(STATISTIC_DEFINITIONS.q10),
  q50: claimedQuantile(STATISTIC_DEFINITIONS.q50),
  q80: claimedQuantile(STATISTIC_DEFINITIONS.q80),
  q90: claimedQuantile(STATISTIC_DEFINITIONS.q90),
} as const

export const CLAIMS = {
  name: 'claims',
  columns: [
    'variant',
    'claim',
    'source',
    'value',
    'probability',
    'mc_error',
    'quantile',
    'unit',
    'kind',
    'relation',
    'q10',
    'q50',
    'q80',
    'q90',
  ],
  definitions: DEFINITIONS,
} as const

/** Encodes claims.arrow: a row for each variant and claim; `baseline` is what claims of no variant are of. */
export function encodeClaims(claims: TestedClaim[], baseline: string, identity: ResultIdentity): Uint8Array {
  const numbers = (read: (claim: TestedClaim) => number | null) =>
    Float64Array.from(claims, (claim) => read(claim) ?? Number.NaN)
  const columns = {
    variant: claims.map(({ variant = baseline }) => variant),
    claim: claims.map(({ claim }) => claim),
    source: claims.map(({ source = null }) => source),
    value: numbers(({ value }) => value),
    probability: numbers(({ probability }) => probability),
    mc_error: numbers(({ mc_error }) => mc_error),
    quantile: numbers(({ quantile }) => quantile),
    unit: claims.map(({ unit }) => unit),
    kind: claims.map(({ kind }) => kind),
    relation: claims.map(({ relation }) => relation),
    q10: numbers(({ q10 }) => q10),
    q50: numbers(({ q50 }) => q50),
    q80: numbers(({ q80 }) => q80),
    q90: numbers(({ q90 }) => q90),
  }
  return encodeTable(CLAIMS, columns, DEFINITIONS, identity)
}
