// All variants of a result in one table each: the baseline's rows first, as they are without packages.
import type { AllRuns } from '../run/run-row.ts'
import {
  joinStatistics,
  type MonthlySummary,
  type RunValues,
  type StatisticsColumns,
  type YearsSummary,
} from './numbers/statistics.ts'
import { runValuesOf } from './run-values.ts'
import { variantsOf } from './variants.ts'
import { gatherYearsOnce } from './year-values.ts'
import { summariseYears } from './years.ts'

/** Months and years over the runs. */
export interface VariantSummary {
  monthly: MonthlySummary
  years: YearsSummary
}

/** Describes years and runs of all variants, and joins their months; those of the baseline are given by themselves too. */
export function summariseVariants(
  runs: AllRuns,
  monthly: MonthlySummary[],
  yearsOf = gatherYearsOnce(),
): VariantSummary & { runs: RunValues; baseline: VariantSummary } {
  const variants = variantsOf(runs)
  const years = variants.map(({ variant, table }) => summariseYears(table, variant, yearsOf(table)))
  return {
    monthly: joined(monthly),
    years: joined(years),
    runs: runValuesOf(variants, yearsOf),
    baseline: { monthly: monthly[0], years: years[0] },
  }
}

/** Puts tables with the same columns one under the other. */
function joined<Table extends { statistics: StatisticsColumns }>(tables: Table[]): Table {
  const columns = (Object.keys(tables[0]) as (keyof Table)[]).map((name) => {
    return [name, tables.flatMap((table) => table[name])]
  })
  const statistics = joinStatistics(tables.map((table) => table.statistics))
  return { ...Object.fromEntries(columns), statistics }
}
