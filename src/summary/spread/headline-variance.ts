// The variance of every headline, split into its parts: which runs are repeated, with what drawn afresh.
import type { DomainName } from '../../run/addresses.ts'
import type { RunTable } from '../../run/run-row.ts'
import type { Unit } from '../numbers/series.ts'
import { headlinesOf, headlineValues } from './headlines.ts'
import { splitVariance, type VarianceSplit, type Varied } from './variance-split.ts'

/** The parts of the variance of a headline. */
export interface HeadlineVariance extends VarianceSplit {
  /** '2017/18', or 'all'. */
  financial_year: string
  line: string
  /** Of the headline; its variance is in the square of it. */
  unit: Unit
  /** The first so many runs are what the split is made from. */
  runs: number
}

type Domains = readonly DomainName[]

/** Enough to know a share to some 3 %; each is simulated once or twice more. */
const MOST_SPLIT_RUNS = 1_000

/** Returns how many runs the split takes beside those of the result. */
export function extraRuns(runs: number, varied: Varied): number {
  return repeatsFor(varied).length * splitRuns(runs)
}

/**
 * Splits the variance of every headline. The first runs of the table are repeated by `simulateAgain`, which is given the
 * domains to draw afresh and the number of runs; what does not vary is not repeated.
 */
export async function splitHeadlines(
  table: RunTable,
  varied: Varied,
  simulateAgain: (fresh: Domains, runs: number) => Promise<RunTable>,
): Promise<HeadlineVariance[]> {
  const headlines = headlinesOf(table)
  const runs = splitRuns(table.runs)
  const repeats = [headlineValues(table, headlines, runs)]
  for (const fresh of repeatsFor(varied))
    repeats.push(headlineValues(await simulateAgain(fresh, runs), headlines))
  return headlines.map(({ financial_year, line, unit }, index) => {
    const split = splitVariance(
      varied,
      repeats.map((values) => values[index]),
    )
    return { financial_year, line, unit, ...split, runs }
  })
}

function splitRuns(runs: number): number {
  return Math.min(runs, MOST_SPLIT_RUNS)
}

/** What is drawn afresh in each repeat, in the order of splitVariance's columns. */
function repeatsFor({ assumptions, shocks }: Varied): Domains[] {
  if (!assumptions && !shocks) return []
  return assumptions && shocks ? [['chance'], ['shocks', 'chance']] : [['chance']]
}
