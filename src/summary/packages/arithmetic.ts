// The council's own arithmetic of an intervention beside the simulation: the printed cell, the rule's value, and the runs.
import { financialYearName, parseFinancialYear } from '../../domain/financial-year.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { councilSaving } from '../../money/council-arithmetic.ts'
import type { AllRuns } from '../../run/run-row.ts'
import { statisticsOfWholeNumbers } from '../numbers/describe-numbers.ts'
import { savingsOfRuns } from './savings.ts'

type Printed = NonNullable<Intervention['printed']>

/** A financial year of the arithmetic, in £. */
export interface ArithmeticYear {
  financial_year: string
  /** null where the document prints none. */
  printed: number | null
  /** What the rule gives for a whole year. */
  rule: number
  /** Gross saving of the simulated days of the year, with an 80 % prediction interval; null where none is simulated. */
  simulated: { mean: number; q10: number; q90: number; mc_error: number } | null
}

/** All years of the arithmetic of an intervention. */
export interface Arithmetic {
  years: ArithmeticYear[]
  why_they_differ: string
}

/** Why the two differ: what the rule leaves out. */
const WHY_THEY_DIFFER =
  'the rule counts every child for all years: it knows no child who would have left anyway, no overlap with other ' +
  'services, no later start, and one price for all'

/** Returns [year] what the rule gives in £ for each financial year from the first that is printed to the last. */
export function ruleByYear({ newChildren, poundsPerChildYear, convention, saving = {} }: Printed) {
  const named = [...Object.keys(newChildren), ...Object.keys(saving)].map((name) => parseFinancialYear(name)!)
  if (named.length === 0) return []
  const first = Math.min(...named)
  const years = Array.from({ length: Math.max(...named) - first + 1 }, (_, year) =>
    financialYearName(first + year),
  )
  const { saving: pounds } = councilSaving({
    newChildren: years.map((name) => newChildren[name] ?? 0),
    poundsPerChildYear,
    convention: convention === 'half' ? 'half of the new' : 'full',
  })
  return years.map((financial_year, year) => ({ financial_year, rule: pounds[year] }))
}

/** Puts the arithmetic into the results of packages of one intervention that has it printed; others stay as they are. */
export function withArithmetic<Result extends { interventions: string[]; arithmetic?: Arithmetic }>(
  results: Result[],
  { interventions = {} }: Pick<Scenario, 'interventions'>,
  runs: AllRuns,
): Result[] {
  return results.map((result, index) => {
    const { printed } = result.interventions.length === 1 ? interventions[result.interventions[0]] : {}
    if (printed === undefined) return result
    const own = runs.packages[index].table
    const arithmetic = ruleByYear(printed).map(({ financial_year, rule }): ArithmeticYear => {
      const isSimulated = own.axes.years.includes(financial_year)
      return {
        financial_year,
        printed: printed.saving?.[financial_year] ?? null,
        rule,
        simulated: isSimulated ? described(savingsOfRuns(runs, own, financial_year, true)) : null,
      }
    })
    return { ...result, arithmetic: { years: arithmetic, why_they_differ: WHY_THEY_DIFFER } }
  })
}

/** Rounded to whole pence, since only whole numbers are described. */
function described(pounds: Float64Array) {
  const pence = pounds.map((value) => Math.round(100 * value))
  const { mean, q10, q90, mc_error } = statisticsOfWholeNumbers(pence, 100)
  return { mean, q10, q90, mc_error }
}
