// Takes small counts out of a result, for the files that are passed on: what is withheld is NaN, which they write as [c], or is
// not there. Result -> Result. Every field has its answer here, since the record does not compile without one: a new
// field passes nothing on before it is said what of it may be.
import type { Result } from '../result.ts'
import { claimsToPassOn, solvedToPassOn } from './answers-to-pass-on.ts'
import { CONFIDENTIAL } from './confidential.ts'
import {
  assumptionsToPassOn,
  changesToPassOn,
  figuresToPassOn,
  isFitShown,
  scenarioToPassOn,
  setToPassOn,
  sourceToPassOn,
} from './inputs-to-pass-on.ts'
import { billToPassOn, monthsToPassOn, yearsToPassOn } from './tables-to-pass-on.ts'
import { isPartly, type Withheld, withheldOf } from './withheld.ts'

/** What of a field is passed on. */
type Passed<Field extends keyof Result> = (
  field: NonNullable<Result[Field]>,
  withheld: Withheld,
  whole: Result,
) => Result[Field]

/** It is of all children or of money for all of them, or says nothing of how many there are. */
const whole = <Value>(value: Value): Value => value

const TO_PASS_ON: { [Field in keyof Required<Result>]: Passed<Field> } = {
  identity: ({ solve, ...identity }, withheld) => ({
    ...identity,
    sets: identity.sets.map((set) => setToPassOn(set, withheld)),
  }),
  source: sourceToPassOn,
  scenario: scenarioToPassOn,
  changes: changesToPassOn,
  figures: figuresToPassOn,
  assumptions: assumptionsToPassOn,
  facts: (facts, withheld) =>
    facts.map((fact) =>
      withheld.paths.has(fact.path) || withheld.paths.has(`${fact.path}.children`)
        ? {
            ...fact,
            observed: Number.NaN,
            fitted: Number.NaN,
            residual: Number.NaN,
            standard_error: Number.NaN,
          }
        : fact,
    ),
  // The rest of what is known of a fit tells its counts together.
  multipliers: (multipliers, withheld) =>
    isFitShown(withheld)
      ? multipliers
      : multipliers.map(({ name }) => ({ name, value: Number.NaN, standard_error: Number.NaN })),
  reconciliation: (gaps, withheld) => (isFitShown(withheld) ? gaps : []),
  growth: (growth, withheld) => (isFitShown(withheld) && !withheld.areFlowsSmall ? growth : undefined),
  reentry: (split, withheld) => (isFitShown(withheld) ? split : undefined),
  openingBill: billToPassOn,
  totalCost: whole,
  errors: whole,
  monthly: monthsToPassOn,
  years: (years, withheld, { scenario }) => yearsToPassOn(years, withheld, scenario),
  budgets: (budgets, withheld) =>
    budgets.filter(({ lines }) => lines === undefined || !isPartly(lines, withheld)),
  bridge: (bridge, withheld) => (isPartly(bridge.lines, withheld) ? undefined : bridge),
  packages: (packages, withheld) =>
    packages.map((one) => ({
      ...one,
      reviews: one.reviews.filter(({ intervention }) => !withheld.lists.has(intervention)),
    })),
  attribution: whole,
  solve: solvedToPassOn,
  // Only the terminal and JSON show them, to the one who asked.
  assertions: () => undefined,
  claims: claimsToPassOn,
  outcomes: (outcomes, { below }) => outcomes.filter(({ children }) => children >= below),
  // Correlations and shares of variances of the children and the cost of all placements.
  variance: whole,
  ranking: whole,
  warnings: (warnings, withheld) =>
    warnings.map((warning) =>
      [...withheld.paths].some((path) => isNamed(path, warning.text))
        ? { ...warning, text: `${CONFIDENTIAL} (a warning that names a confidential number)` }
        : warning,
    ),
}

/** Returns the result without small counts and what would tell them; the very same where its scenario has no counts of child-level data. */
export function toPassOn(result: Result): Result {
  const withheld = withheldOf(result.scenario, result.figures)
  if (withheld === undefined) return result
  const fields = Object.entries(TO_PASS_ON) as [keyof Result, Passed<keyof Result>][]
  const passed = fields.flatMap(([field, pass]) => {
    const value = result[field]
    return value === undefined ? [] : [[field, pass(value, withheld, result)] as const]
  })
  return Object.fromEntries(passed) as unknown as Result
}

/** `facts.0.exitsByReason.0` is the name of the count `facts.0.exitsByReason.0.children`. */
function isNamed(path: string, text: string): boolean {
  return text.includes(path.replace(/\.children$/, ''))
}
