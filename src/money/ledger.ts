// The ledger of a financial year: every line in £ as a sum over a run's row. Gross is what is spent, contributions are what
// others pay of it, and the total is what is left to the council.

import type { LedgerLine } from '../model/ledger-lines.ts'
import type { RunTable } from '../run/run-row.ts'
import { paymentInYear } from './after-care-cost.ts'
import { costInYear, PENCE_SEVENTHS_PER_POUND } from './placement-cost.ts'
import { constantSum, joinSums, type RowSum, scaledSum } from './row-sum.ts'

/** A line in £, in sevenths of a penny; contributions are below 0. */
export interface MoneyLine {
  line: string
  sum: RowSum
}

/** Lines that are sums of the others, in their order. */
export const TOTALS = {
  gross: 'gross',
  contributions: 'contributions',
  total: 'total',
  baseYear: 'total_in_base_prices',
} as const

/** Returns the lines of a financial year that add up to its total: placements, payments, other lines, contributions. */
export function moneyLines(table: RunTable, year: number): MoneyLine[] {
  const { placements, payments, ledgerLines } = table.axes
  return [
    ...placements.map((line, placement) => ({ line, sum: costInYear(table, year, placement) })),
    ...payments.map((line, payment) => ({ line, sum: paymentInYear(table, year, payment) })),
    ...ledgerLines.map((one) => ({ line: one.line, sum: lineInYear(table, year, one) })),
  ].sort((one, other) => Number(isContribution(one)) - Number(isContribution(other)))
}

/**
 * Returns the sums of the lines: the total, in the prices of the year and in those of the price base; gross and contributions
 * before it where somebody else pays a part.
 */
export function totalsOf(table: RunTable, year: number, lines: MoneyLine[]): MoneyLine[] {
  const sumOf = (some: MoneyLine[]) => joinSums(some.map(({ sum }) => sum))
  const total = sumOf(lines)
  const contributions = lines.filter(isContribution)
  const split = [
    { line: TOTALS.gross, sum: sumOf(lines.filter((line) => !isContribution(line))) },
    { line: TOTALS.contributions, sum: scaledSum(sumOf(contributions), -1) },
  ]
  return [
    ...(contributions.length > 0 ? split : []),
    { line: TOTALS.total, sum: total },
    { line: TOTALS.baseYear, sum: scaledSum(total, 1 / table.axes.deflators[year]) },
  ]
}

function isContribution({ line }: MoneyLine): boolean {
  return line.startsWith('contribution:')
}

function lineInYear(
  table: RunTable,
  year: number,
  { isContribution, pounds, share, placements }: LedgerLine,
): RowSum {
  const fixed = constantSum(Math.round(pounds[year] * PENCE_SEVENTHS_PER_POUND))
  const shares = placements.map((placement) => scaledSum(costInYear(table, year, placement), share))
  const sum = share > 0 ? joinSums([fixed, ...shares]) : fixed
  return isContribution ? scaledSum(sum, -1) : sum
}
