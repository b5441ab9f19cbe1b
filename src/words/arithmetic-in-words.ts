// The council's arithmetic beside the simulation in a few lines: printed, by the rule, and in the runs.
import { formatPounds } from '../domain/quantity.ts'
import type { PackageResult } from '../summary/packages/package-results.ts'

/** Returns a line for each year and why the numbers differ; nothing where no arithmetic is printed. */
export function arithmeticInWords({ arithmetic }: Pick<PackageResult, 'arithmetic'>): string[] {
  if (arithmetic === undefined) return []
  const lines = arithmetic.years.map(({ financial_year, printed, rule, simulated }) => {
    const parts = [
      ...(printed === null ? [] : [`printed ${formatPounds(printed, 0)}`]),
      `by the rule ${formatPounds(rule, 0)}`,
      simulated === null ? 'not simulated' : `in the runs ${inRuns(simulated)}`,
    ]
    return `Gross saving in ${financial_year}: ${parts.join('; ')}.`
  })
  return [...lines, `They differ since ${arithmetic.why_they_differ}.`]
}

function inRuns({ mean, q10, q90, mc_error }: { mean: number; q10: number; q90: number; mc_error: number }) {
  const [average, low, high] = [mean, q10, q90].map((pounds) => formatPounds(pounds, mc_error))
  return `${average} on average, 80 % prediction interval ${low} to ${high}`
}
