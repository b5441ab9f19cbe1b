// The lines of all financial years with the years across, a block for each statistic: what is pasted into papers.
// Summaries -> years sheet and lines-by-year.csv.
import { roundToError } from '../../domain/quantity.ts'
import { type LabelledScenario, lineLabel } from '../../input/line-labels.ts'
import type { Statistic, YearsSummary } from '../../summary/numbers/statistics.ts'

/** The statistics that are pasted; the mean comes first, since of them it alone adds up. */
export const PASTED = {
  mean: 'Mean',
  q10: 'P10',
  q50: 'P50',
  q80: 'P80',
  q90: 'P90',
} as const satisfies Partial<Record<Statistic, string>>

/** A statistic of one line, year by year. */
export interface LineRow {
  statistic: (typeof PASTED)[keyof typeof PASTED]
  line: string
  label: string
  /** £, children, days or moves. */
  unit: string
  /** [year], whole numbers, rounded to the Monte Carlo error of the mean. */
  values: number[]
}

/** The years across the top, and the rows below them. */
export interface LineTable {
  years: string[]
  rows: LineRow[]
}

/** Turns the yearly summary of one variant, so that years are columns; the rows of a statistic stand together. */
export function lineTable(summary: YearsSummary, scenario: LabelledScenario): LineTable {
  const years = [...new Set(summary.financial_year)]
  const lines = [...new Set(summary.line)]
  const rowOf = new Map(summary.line.map((line, row) => [`${summary.financial_year[row]} ${line}`, row]))
  const rowsOf = (statistic: keyof typeof PASTED) =>
    lines.map((line): LineRow => {
      const rows = years.map((year) => rowOf.get(`${year} ${line}`)!)
      return {
        statistic: PASTED[statistic],
        line,
        label: lineLabel(line, scenario),
        unit: summary.unit[rows[0]],
        values: rows.map((row) => rounded(summary, statistic, row)),
      }
    })
  return { years, rows: (Object.keys(PASTED) as (keyof typeof PASTED)[]).flatMap(rowsOf) }
}

function rounded({ statistics }: YearsSummary, statistic: keyof typeof PASTED, row: number): number {
  return roundToError(statistics[statistic][row], statistics.mc_error[row], 1)
}
