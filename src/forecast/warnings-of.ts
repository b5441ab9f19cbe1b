// All warnings of a result, in the order in which they are told.

import { cappedServices } from '../model/packages/capped-services.ts'
import type { Result } from '../result/result.ts'
import { heldWarnings, rangeWarnings } from '../result/warnings/assumption-warnings.ts'
import { budgetWarnings } from '../result/warnings/budget-warnings.ts'
import { cappedWarnings } from '../result/warnings/capped-warnings.ts'
import { changedMeanings } from '../result/warnings/changed-meanings.ts'
import { fitWarnings } from '../result/warnings/fit-warnings.ts'
import { investmentWarnings, overpaidWarnings } from '../result/warnings/money-warnings.ts'
import { precisionWarnings } from '../result/warnings/precision-warnings.ts'
import { reentryWarnings } from '../result/warnings/reentry-warnings.ts'
import type { ResultWarning } from '../result/warnings/result-warning.ts'
import { solveWarnings } from '../result/warnings/solve-warnings.ts'
import { startedWarnings } from '../result/warnings/started-warnings.ts'
import { untouchedWarnings } from '../result/warnings/untouched-warnings.ts'
import type { RunTable } from '../run/run-row.ts'
import { overpaidYears } from '../summary/overpaid-years.ts'
import { untouchedInterventions } from '../summary/packages/untouched.ts'
import { variantsOf } from '../summary/variants.ts'
import type { YearValues } from '../summary/year-values.ts'
import type { Simulated } from './simulated.ts'

/** Warns of all that a reader must know before the numbers are used. */
export function warningsOf(
  known: Pick<Result, 'scenario' | 'budgets' | 'errors' | 'solve'>,
  { prepared, fitted: { fit, model }, packages: { programme, plans }, table }: Simulated,
  yearsOf: (table: RunTable) => YearValues,
  untilError: number | undefined,
): ResultWarning[] {
  const { scenario, budgets, errors, solve } = known
  const { file, assumptions, held } = prepared
  const variants = variantsOf(table)
  const interventions = programme.interventions.map(({ key }) => key)
  const capped = cappedServices(model, programme)
  const hasPackages = table.packages.length > 0
  return [
    ...fitWarnings(fit),
    ...file.warnings,
    ...reentryWarnings(fit.scenario),
    ...solveWarnings(solve),
    ...precisionWarnings(errors, table.runs, untilError),
    ...heldWarnings(held),
    ...rangeWarnings(scenario, assumptions),
    ...budgetWarnings(scenario, budgets),
    ...overpaidWarnings(overpaidYears(variants, yearsOf)),
    ...investmentWarnings(scenario, interventions),
    ...(hasPackages
      ? [
          ...startedWarnings(scenario, plans),
          ...cappedWarnings(capped),
          ...untouchedWarnings(untouchedInterventions(table, table.packages, programme)),
        ]
      : []),
    ...changedMeanings({
      scenario,
      assumptions,
      interventions,
      capped,
      caps: new Map(programme.packages.map(({ key, cap }) => [key, cap])),
      variants,
      yearsOf,
    }),
  ]
}
