// The ledger of a financial year: every line in £ as a sum over a run's row. Gross is what is spent, contributions are what
// others pay of it, below 0, and the total is what is left to the council: gross and contributions add up to it.

import { PENCE_SEVENTHS_PER_POUND } from '../domain/pence-sevenths.ts'
import type { LedgerLine } from '../model/ledger-lines.ts'
import type { RunTable } from '../run/run-row.ts'
import { paymentInYear } from './after-care-cost.ts'
import { interventionInYear } from './intervention-cost.ts'
import { costInYear } from './placement-cost.ts'
import { constantSum, joinSums, type RowSum, scaledSum } from './row-sum.ts'

/** A line in £, in sevenths of a penny; contributions are below 0. */
export interface MoneyLine {
  line: string
  sum: RowSum
  /** The lines whose sum it is; absent where it is not a sum of lines. */
  parts?: readonly MoneyLine[]
}

/** Lines that are sums of the others, in their order. */
export const TOTALS = {
  gross: 'gross',
  contributions: 'contributions',
  total: 'total',
  baseYear: 'total_in_base_prices',
} as const

/**
 * Returns the lines of a financial year that add up to its total: placements, payments, other lines, the interventions of a
 * package, contributions.
 */
export function moneyLines(table: RunTable, year: number): MoneyLine[] {
  const { placements, payments, ledgerLines, interventions } = table.axes
  const lines = [
    ...placements.map((line, placement) => ({ line, sum: costInYear(table, year, placement) })),
    ...payments.map((line, payment) => ({ line, sum: paymentInYear(table, year, payment) })),
    ...ledgerLines.map((one) => ({ line: one.line, sum: lineInYear(table, year, one) })),
    ...interventions.flatMap((_, intervention) => linesOfIntervention(table, year, intervention)),
  ].sort((one, other) => Number(isContribution(one)) - Number(isContribution(other)))
  return interventions.length > 0 ? joinedByName(lines) : lines
}

/** What somebody else pays for an intervention stands against its cost. */
function linesOfIntervention(table: RunTable, year: number, intervention: number): MoneyLine[] {
  const { key, isPaidByCouncil } = table.axes.interventions[intervention]
  const sum = interventionInYear(table, year, intervention)
  const cost = { line: `intervention:${key}`, sum }
  return isPaidByCouncil ? [cost] : [cost, { line: `contribution:${key}`, sum: scaledSum(sum, -1) }]
}

/** One intervention can bring several contributions, which are one line. */
function joinedByName(lines: MoneyLine[]): MoneyLine[] {
  const byName = new Map<string, RowSum[]>()
  for (const { line, sum } of lines) byName.set(line, [...(byName.get(line) ?? []), sum])
  return [...byName].map(([line, sums]) => ({ line, sum: joinSums(sums) }))
}

/**
 * Returns the sums of the lines: the total, in the prices of the year and in those of the price base; gross and contributions
 * before it where somebody else pays a part.
 */
export function totalsOf(table: RunTable, year: number, lines: MoneyLine[]): MoneyLine[] {
  const sumOf = (some: MoneyLine[]) => joinSums(some.map(({ sum }) => sum))
  const total = sumOf(lines)
  const deflator = table.axes.deflators[year]
  const contributions = lines.filter(isContribution)
  const spent = lines.filter((line) => !isContribution(line))
  const split = [
    { line: TOTALS.gross, sum: sumOf(spent), parts: spent },
    { line: TOTALS.contributions, sum: sumOf(contributions), parts: contributions },
  ]
  return [
    ...(contributions.length > 0 ? split : []),
    { line: TOTALS.total, sum: total, parts: lines },
    { line: TOTALS.baseYear, sum: scaledSum(total, 1 / deflator), ...(deflator === 1 && { parts: lines }) },
  ]
}

function isContribution({ line }: MoneyLine): boolean {
  return line.startsWith('contribution:')
}

function lineInYear(
  table: RunTable,
  year: number,
  { isContribution, pounds, share, placements, strength }: LedgerLine,
): RowSum {
  const part = share * (strength?.[year] ?? 1)
  const fixed = constantSum(Math.round(pounds[year] * PENCE_SEVENTHS_PER_POUND))
  const shares = placements.map((placement) => scaledSum(costInYear(table, year, placement), part))
  const sum = share > 0 ? joinSums([fixed, ...shares]) : fixed
  return isContribution ? scaledSum(sum, -1) : sum
}
