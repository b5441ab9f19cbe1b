// Printed forecasts and targets, each tested on every run.

import { BASELINE } from '../../domain/baseline.ts'
import { CLAIM_KINDS } from '../../input/schema/claim-kinds.ts'
import type { Claim } from '../../input/schema/claim-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { RunTable } from '../../run/run-row.ts'
import { shareOfRuns } from '../numbers/probability.ts'
import { quantileOfSorted } from '../numbers/quantile-of-sorted.ts'
import {
  childrenChanges,
  childrenIn,
  childrenOn,
  highestChildren,
  largestFalls,
  lineValues,
  monthNumber,
  paybackValues,
  peakMonths,
  placementShares,
  savingValues,
  type TestedRuns,
} from './claim-values.ts'

/** Among fewer runs than these, a probability given another claim is not told. */
const FEWEST_GIVEN = 30

export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** at_least and by count the claimed value itself as true; above and below do not. */
export type ClaimRelation = 'above' | 'below' | 'at_least' | 'by'

/** How a claim came out. */
export interface TestedClaim {
  /** 'baseline', or the key of a package; absent where no packages were run. */
  variant?: string
  claim: string
  label: string
  /** Where it stands in the document, or why it is assumed; absent where the claim itself does not say. */
  source?: string
  kind: ClaimKind
  /** The package that the claim is of, where it is of one. */
  package?: string
  /** YYYY-MM-DD, of what is counted on a day; childrenChange counts from the other day. */
  on?: string
  from?: string
  /** Keys of placements. */
  of?: string[]
  /** Keys of the placements whose children a share is of; absent where it is of all. */
  among?: string[]
  /** How many months a fall may take. */
  within_months?: number
  /** The claim among whose true runs this one is tested; absent where it is tested on all. */
  given?: string
  /** The number of those runs; absent with it. */
  given_runs?: number
  /** A line of years.arrow. */
  line?: string
  /** '2017/18' or 'all'. */
  financial_year?: string
  is_gross?: boolean
  definition?: 'annual' | 'cumulative'
  relation: ClaimRelation
  /** The claimed number: children, a share, £, a month as 201803, or the first calendar year of a financial year. */
  value: number
  /** 'share', 'month', 'year', or a unit of results. */
  unit: string
  /**
   * Share of the runs in which the claim is true; null where the scenario is only an illustration, or where it is given
   * another claim that fewer than 30 runs have.
   */
  probability: number | null
  /** Monte Carlo standard error of the probability; null with it. */
  mc_error: number | null
  /** Share of the runs at or below the claimed number: where it stands in the distribution; null with it. */
  quantile: number | null
  /** Quantiles of what is claimed over the runs; null where it is a year that does not come within the horizon. */
  q10: number | null
  q50: number | null
  q80: number | null
  q90: number | null
}

/** What a claim says, without how it came out. */
type Statement = Omit<
  TestedClaim,
  'variant' | 'unit' | 'probability' | 'mc_error' | 'quantile' | 'q10' | 'q50' | 'q80' | 'q90'
>

/** Tests the claims of a scenario on the runs of a variant: those of no package, and those of this one. */
export function testClaims(
  scenario: Scenario,
  own: RunTable,
  { variant = BASELINE, baseline = own }: { variant?: string; baseline?: RunTable } = {},
): TestedClaim[] {
  return Object.entries(scenario.claims ?? {})
    .filter(([, claim]) => claim.package === undefined || claim.package === variant)
    .map(([key, claim]) => testClaim(key, claim, scenario, { own, baseline }))
}

function testClaim(key: string, claim: Claim, scenario: Scenario, runs: TestedRuns): TestedClaim {
  const { unit, values: ofAllRuns } = valuesOf(claim, scenario, runs)
  const condition = claim.given === undefined ? undefined : truthOf(claim.given, scenario, runs)
  const values = condition === undefined ? ofAllRuns : ofAllRuns.filter((_, run) => condition[run])
  const given = condition && { given: claim.given, given_runs: values.length }
  const statement = { ...statementOf(key, claim), ...given }
  const quantiles = {
    q10: quantile(values, 0.1, unit),
    q50: quantile(values, 0.5, unit),
    q80: quantile(values, 0.8, unit),
    q90: quantile(values, 0.9, unit),
  }
  const isTold = scenario.illustrative === undefined && (given === undefined || values.length >= FEWEST_GIVEN)
  if (!isTold) return { ...statement, unit, probability: null, mc_error: null, quantile: null, ...quantiles }
  const share = shareOfRuns(values, (value) => isTrue(statement, value))
  const below = shareOfRuns(values, (value) => value <= statement.value)
  return { ...statement, unit, ...share, quantile: below.probability, ...quantiles }
}

/** Tells of each run whether another claim is true in it. */
function truthOf(key: string, scenario: Scenario, runs: TestedRuns): boolean[] {
  const claim = scenario.claims![key]
  const statement = statementOf(key, claim)
  return Array.from(valuesOf(claim, scenario, runs).values, (value) => isTrue(statement, value))
}

function isTrue({ relation, value: claimed }: Statement, value: number): boolean {
  if (relation === 'above') return value > claimed
  if (relation === 'below') return value < claimed
  return relation === 'at_least' ? value >= claimed : value <= claimed
}

function statementOf(key: string, claim: Claim): Statement {
  const kind = CLAIM_KINDS.find((one) => claim[one] !== undefined)!
  const { label, package: named } = claim
  const source = [claim.source, claim.published, claim.assumed].filter((text) => text !== undefined)
  const origin = source.length > 0 && { source: source.join('; ') }
  const head = { claim: key, label, ...origin, kind, ...(named !== undefined && { package: named }) }
  if (claim.children) {
    const { on, in: of } = claim.children
    return { ...head, on, ...(of && { of }), ...limitOf(claim.children) }
  }
  if (claim.placementShare) {
    const { of, among, on } = claim.placementShare
    return { ...head, of, ...(among && { among }), on, ...limitOf(claim.placementShare) }
  }
  if (claim.highestChildren) {
    const { from, to } = claim.highestChildren
    return { ...head, from, on: to, ...limitOf(claim.highestChildren) }
  }
  if (claim.largestFall) {
    const { from, to, withinMonths } = claim.largestFall
    return { ...head, from, on: to, within_months: withinMonths, ...limitOf(claim.largestFall) }
  }
  if (claim.peak) return { ...head, on: claim.peak.by, relation: 'by', value: monthNumber(claim.peak.by) }
  if (claim.childrenChange) {
    const { from, to } = claim.childrenChange
    return { ...head, from, on: to, ...limitOf(claim.childrenChange) }
  }
  if (claim.line) {
    const { name, financialYear } = claim.line
    return { ...head, line: name, financial_year: financialYear, ...limitOf(claim.line) }
  }
  if (claim.saving) {
    const { financialYear, atLeast, gross = false } = claim.saving
    return { ...head, financial_year: financialYear, is_gross: gross, relation: 'at_least', value: atLeast }
  }
  const { by, definition } = claim.payback!
  return { ...head, financial_year: by, definition, relation: 'by', value: Number(by.slice(0, 4)) }
}

function limitOf({ below, above }: { below?: number; above?: number }) {
  const relation: ClaimRelation = below === undefined ? 'above' : 'below'
  return { relation, value: (below ?? above)! }
}

function valuesOf(
  claim: Claim,
  scenario: Scenario,
  runs: TestedRuns,
): { unit: string; values: Float64Array } {
  const { own } = runs
  const { children, placementShare, childrenChange, line, saving, payback } = claim
  const { highestChildren: highest, largestFall, peak } = claim
  if (children?.in) return { unit: 'children', values: childrenIn(own, children.on, children.in) }
  if (children) return { unit: 'children', values: childrenOn(own, children.on, scenario) }
  if (highest) return { unit: 'children', values: highestChildren(own, highest, scenario) }
  if (largestFall) return { unit: 'children', values: largestFalls(own, largestFall, scenario) }
  if (peak) return { unit: 'month', values: peakMonths(own) }
  if (placementShare) return { unit: 'share', values: placementShares(own, placementShare) }
  if (childrenChange) return { unit: 'children', values: childrenChanges(own, childrenChange, scenario) }
  if (line) return lineValues(own, line)
  if (saving) return { unit: '£', values: savingValues(runs, saving) }
  return { unit: 'year', values: paybackValues(runs, payback!) }
}

/** Years and months are not interpolated, and those beyond the horizon are not known. */
function quantile(values: Float64Array, share: number, unit: string): number | null {
  if (values.length === 0) return null
  const sorted = values.slice().sort()
  if (unit !== 'year' && unit !== 'month') return quantileOfSorted(sorted, share)
  const year = sorted[Math.ceil(share * sorted.length) - 1]
  return Number.isFinite(year) ? year : null
}
