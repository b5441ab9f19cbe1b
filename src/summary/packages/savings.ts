// £ that a package costs less than the baseline in the same run, with what its interventions cost or without.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { RunTable } from '../../run/run-row.ts'
import { costOfLines, joinCosts } from '../line-costs.ts'
import { countsPer, gatherSeries } from '../numbers/series.ts'

/**
 * Returns £ saved in each run in a financial year or in 'all'. Gross leaves out what the package's interventions cost and
 * what others pay of it, or because of it.
 */
export function savingsOfRuns(
  baseline: RunTable,
  own: RunTable,
  financialYear: string,
  isGross = false,
): Float64Array {
  const before = poundsOf(baseline, ['total'], financialYear)
  const after = poundsOf(own, ['total'], financialYear)
  const net = before.map((pounds, run) => pounds - after[run])
  if (!isGross) return net
  const costs = poundsOf(own, interventionLines(own), financialYear)
  return net.map((pounds, run) => pounds + costs[run])
}

function interventionLines({ axes }: RunTable): string[] {
  return axes.interventions.flatMap(({ key }) => [`intervention:${key}`, `contribution:${key}`])
}

function poundsOf(table: RunTable, lines: string[], financialYear: string): Float64Array {
  const years = table.axes.years.flatMap((name, year) =>
    financialYear === ALL_YEARS || financialYear === name ? [year] : [],
  )
  const counts = new Float64Array(table.runs)
  gatherSeries(table, [joinCosts(years.map((year) => costOfLines(table, year, lines)))], counts)
  return counts.map((count) => count / countsPer('£'))
}
