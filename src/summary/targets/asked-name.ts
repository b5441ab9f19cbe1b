// The parts of a name in an assertion: LINE[@YEAR][.STATISTIC], whose last two may change places, as people write them.
import { ALL_YEARS } from '../../domain/financial-year.ts'

/** What is taken of a line over the runs: its mean, or the quantile of a share of them between 0 and 1; of a budget p_over. */
export type AskedStatistic = 'mean' | 'p_over' | { share: number }

export interface AskedName {
  /** A line, or the key of a budget. */
  line: string
  financial_year: string
  /** Undefined for a text that is none. */
  statistic: AskedStatistic | undefined
  /** As written; absent where none was. */
  written?: string
}

const PARTS = /^([^@.]*)(?:\.([^@]*))?(?:@([^.]*))?(?:\.(.*))?$/s
const P_OVER = 'p_over'

/** Splits a name; all years and the mean where it names none, and no line where p_over stands alone. */
export function splitName(name: string): AskedName {
  const [, first, before, financial_year = ALL_YEARS, after] = PARTS.exec(name) ?? [name, name]
  const texts = [before, after].filter((text) => text !== undefined)
  const budget = /^p_over(?::(.*))?$/i.exec(first)
  // p_over:BUDGET is BUDGET.p_over.
  const [line, written] = budget ? [budget[1] ?? '', [P_OVER, ...texts]] : [first, texts]
  if (written.length === 0) return { line, financial_year, statistic: 'mean' }
  const text = written.join('.')
  return { line, financial_year, statistic: statisticOf(text), written: text }
}

/** Quantiles are written in % of the runs: q80, P80 or p97.5. A share, like q0.8, is refused: it could be 0.8 %. */
function statisticOf(written: string): AskedStatistic | undefined {
  const name = written.toLowerCase()
  if (name === 'mean') return 'mean'
  if (name === P_OVER) return P_OVER
  if (name === 'median') return { share: 0.5 }
  const percent = /^[pq](\d{1,2}(?:\.\d+)?)$/.exec(name)?.[1]
  return percent === undefined || Number(percent) < 1 ? undefined : { share: Number(`${percent}e-2`) }
}
