// The year in which a package pays back, run by run: by either definition that councils use.
import { netOfInvestment, paybackYears } from '../../money/council-arithmetic.ts'
import type { RunTable } from '../../run/run-row.ts'
import { costOfLines } from '../line-costs.ts'
import { type Probability, shareOfRuns } from '../numbers/probability.ts'
import { countsPer, valuesOfSeries } from '../numbers/series.ts'

/** annual: the first year with a net saving of its own; cumulative: the first in which all years so far have one together. */
export type PaybackDefinition = 'annual' | 'cumulative'

/** How sure it is that a package has paid back. */
export interface PaybackResult {
  definition: PaybackDefinition
  /** The first simulated year, which may be simulated in part. */
  first_year: string
  /** P(paid back by the end of the year), year by year; null where the scenario is only an illustration. */
  by_year: { financial_year: string; probability: number | null; mc_error: number | null }[]
  /** P(not within the horizon); null as above. */
  never: number | null
  never_error: number | null
  /**
   * P(paid back within the horizon, and still so in its last year: a net saving of its own, or of all years together); null as
   * above. What a later investment takes back is not in it.
   */
  still_at_end: number | null
  still_at_end_error: number | null
}

/** Payback in each run by one definition. */
interface PaybackOfRuns {
  /** Index of the first year; Infinity where there is none within the horizon. */
  first: Float64Array
  /** The same, but Infinity too where it is no longer so in the last year. */
  lasting: Float64Array
}

/** The totals of a table in each run, [year][run], as a series of £ counts them. */
type TotalsOf = (table: RunTable) => Float64Array[]

/** Returns the index of the year of payback in each run; Infinity where it does not come, or is taken back by the end. */
export function lastingPaybackYears(
  baseline: RunTable,
  own: RunTable,
  definition: PaybackDefinition,
  totalsOf: TotalsOf = gatherTotals,
): Float64Array {
  return paybackOfRuns(baseline, own, totalsOf)[definition].lasting
}

/** Returns £ that the council paid for the interventions of a package before the start. */
export function poundsBeforeStart({ axes }: Pick<RunTable, 'axes'>): number {
  return axes.interventions.reduce((sum, { paidBeforeStart = 0 }) => sum + paidBeforeStart, 0)
}

/** Both definitions are found together, run by run; what was paid before the start counts with all years so far. */
function paybackOfRuns(
  baseline: RunTable,
  own: RunTable,
  totalsOf: TotalsOf,
): Record<PaybackDefinition, PaybackOfRuns> {
  const [without, after] = [totalsOf(baseline), totalsOf(own)]
  const savings = without.map((totals, year) => differencesInPounds(totals, after[year]))
  const noInvestment = savings.map(() => 0)
  const before = poundsBeforeStart(own)
  const none = () => ({ first: new Float64Array(own.runs), lasting: new Float64Array(own.runs) })
  const found = { annual: none(), cumulative: none() }
  for (let run = 0; run < own.runs; run++) {
    const savingsOfRun = savings.map((ofYear) => ofYear[run])
    const { net, cumulativeNet: fromStart } = netOfInvestment(savingsOfRun, noInvestment)
    const cumulativeNet = fromStart.map((pounds) => pounds - before)
    const { annual, cumulative } = paybackYears({ net, cumulativeNet })
    putRun(found.annual, run, annual, net)
    putRun(found.cumulative, run, cumulative, cumulativeNet)
  }
  return found
}

function putRun({ first, lasting }: PaybackOfRuns, run: number, year: number | null, pounds: number[]): void {
  first[run] = year === null ? Number.POSITIVE_INFINITY : year - 1
  lasting[run] = pounds.at(-1)! > 0 ? first[run] : Number.POSITIVE_INFINITY
}

/** Describes the year of payback by both definitions; the totals of both tables may have been gathered before. */
export function paybackResults(
  baseline: RunTable,
  own: RunTable,
  isIllustration = false,
  totalsOf: TotalsOf = gatherTotals,
): PaybackResult[] {
  const byDefinition = paybackOfRuns(baseline, own, totalsOf)
  return (['annual', 'cumulative'] as const).map((definition) => {
    const { first, lasting } = byDefinition[definition]
    const share = (years: Float64Array, isTrue: (year: number) => boolean) =>
      known(shareOfRuns(years, isTrue), isIllustration)
    const never = share(first, (year) => year === Number.POSITIVE_INFINITY)
    const still = share(lasting, (year) => year < Number.POSITIVE_INFINITY)
    return {
      definition,
      first_year: own.axes.years[0],
      by_year: own.axes.years.map((financial_year, last) => ({
        financial_year,
        ...share(first, (year) => year <= last),
      })),
      never: never.probability,
      never_error: never.mc_error,
      still_at_end: still.probability,
      still_at_end_error: still.mc_error,
    }
  })
}

function known(share: Probability, isIllustration: boolean) {
  return isIllustration ? { probability: null, mc_error: null } : share
}

/** £ that the total of a year is less than the baseline's, in each run; what the package costs is in its total. */
function differencesInPounds(before: Float64Array, after: Float64Array): Float64Array {
  const counts = countsPer('£')
  const pounds = new Float64Array(before.length)
  for (let run = 0; run < before.length; run++) pounds[run] = (before[run] - after[run]) / counts
  return pounds
}

function gatherTotals(table: RunTable): Float64Array[] {
  return table.axes.years.map((_, year) => valuesOfSeries(table, costOfLines(table, year, ['total'])))
}
