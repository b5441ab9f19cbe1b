// What the runs come to: rows of all runs -> Result, and the tables of single runs beside it.
import { splitEntries } from '../estimate/reentry-split.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { openingBill } from '../result/opening-bill.ts'
import type { Result } from '../result/result.ts'
import { seedKey } from '../run/addresses.ts'
import { type Draws, drawAssumptions } from '../run/draws.ts'
import type { RunTable } from '../run/run-row.ts'
import { totalCostErrors } from '../summary/monte-carlo-error.ts'
import { bridgeFromOutturn } from '../summary/outturn-bridge.ts'
import { withArithmetic } from '../summary/packages/arithmetic.ts'
import { type PackageResult, packageResults, withDisplacement } from '../summary/packages/package-results.ts'
import { type PairedSummary, summarisePaired } from '../summary/packages/paired.ts'
import { rankAssumptions } from '../summary/spread/assumption-ranking.ts'
import { summariseVariants } from '../summary/summarise-variants.ts'
import { testAssertions } from '../summary/targets/assertion.ts'
import { rankOutcomes } from '../summary/targets/outcomes.ts'
import { budgetsOfVariants, claimsOfVariants } from '../summary/targets/targets.ts'
import { variantsOf } from '../summary/variants.ts'
import { summariseTotalCost } from '../summary/whole-horizon.ts'
import { gatherYearsOnce, totalsOfAllYears, type YearValues } from '../summary/year-values.ts'
import type { RunTables } from '../write/run-tables.ts'
import { keptSource } from './kept-source.ts'
import type { ForecastRequest } from './request.ts'
import type { Simulated } from './simulated.ts'
import { warningsOf } from './warnings-of.ts'

/** A result, and the tables of its single runs. */
export interface Concluded {
  result: Result
  tables: RunTables
}

/** Concludes what the runs come to. */
export function conclude(
  simulated: Simulated,
  {
    assertions,
    solve,
    solved,
    untilError,
  }: Pick<ForecastRequest, 'assertions' | 'solve' | 'solved' | 'untilError'>,
): Concluded {
  const { prepared, fitted, table, identity, variance, attribution } = simulated
  const { file, assumptions } = prepared
  const { scenario } = file
  const { fit, model } = fitted
  const yearsOf = gatherYearsOnce()
  const costOf = (own: RunTable) => totalsOfAllYears(own, yearsOf(own))
  const variants = variantsOf(table)
  const draws = drawAssumptions(assumptions, seedKey(identity.seed, identity.stream), table.runs)
  const { packages, paired } = comparePackages(simulated, scenario, yearsOf)
  const { monthly, years, runs } = summariseVariants(table, simulated.monthly, yearsOf)
  const known: Omit<Result, 'warnings'> = {
    identity,
    source: keptSource(file),
    scenario,
    changes: file.changes,
    figures: file.figures,
    assumptions,
    facts: fit.facts,
    multipliers: fit.multipliers,
    reconciliation: fit.reconciliation,
    growth: fit.growth,
    reentry: splitEntries(fit.scenario),
    openingBill: openingBill(scenario, model),
    totalCost: Object.fromEntries(
      variants.map(({ variant, table: own }) => [variant, summariseTotalCost(own, costOf(own))]),
    ),
    errors: totalCostErrors(table, costOf(table)),
    monthly,
    years,
    budgets: budgetsOfVariants(scenario, table),
    bridge: bridgeFromOutturn(scenario, table),
    packages,
    attribution: attribution.length > 0 ? attribution : undefined,
    solve: solve && solved && { ...solve, ...solved },
    assertions: assertions && testAssertions(assertions, variants, scenario),
    claims: claimsOfVariants(scenario, table),
    outcomes: rankOutcomes(scenario, table),
    variance,
    ranking: rankAssumptions(table, ofBaseline(draws)),
  }
  return {
    result: { ...known, warnings: warningsOf(known, simulated, yearsOf, untilError) },
    tables: { runs, paired, draws },
  }
}

/** Holds each package against the baseline. */
function comparePackages(
  { table, packages: { programme }, displaced }: Simulated,
  scenario: Scenario,
  yearsOf: (table: RunTable) => YearValues,
): { packages?: PackageResult[]; paired?: PairedSummary } {
  if (table.packages.length === 0) return {}
  const isIllustration = scenario.illustrative !== undefined
  const paired = summarisePaired(table, table.packages, isIllustration, yearsOf)
  const results = packageResults(paired, table, programme, isIllustration, yearsOf)
  return { paired, packages: withArithmetic(withDisplacement(results, displaced), scenario, table) }
}

/** What interventions are drawn does not move the baseline. */
function ofBaseline({ paths, values, runs }: Draws): Draws {
  const own = [...paths.keys()].filter((index) => !paths[index].startsWith('interventions.'))
  const kept = new Float64Array(own.length * runs)
  own.forEach((index, at) => {
    kept.set(values.subarray(index * runs, (index + 1) * runs), at * runs)
  })
  return { paths: own.map((index) => paths[index]), values: kept, runs }
}
