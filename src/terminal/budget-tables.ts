// Budgets for the terminal: a table for each, the chance of overspending with each package, what the amounts rest on, and
// warnings where prices are not alike.

import { financialYearInWords } from '../domain/financial-year.ts'
import {
  formatNumber,
  formatStandardError,
  POUNDS_PER_MILLION,
  supportedDecimals,
} from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import type { BudgetBasis } from '../money/budget-amount.ts'
import { withoutTotalOfOne } from '../result/rows/budget-rows.ts'
import { type BudgetResult, CONTINGENCY_SHARES, type ContingencyShare } from '../summary/targets/budgets.ts'
import { isOfBaseline } from '../summary/targets/targets.ts'
import { chanceInWords, contingencyInWords } from '../words/chance-in-words.ts'
import type { Named } from '../words/short-names.ts'
import { namedTable } from './named-table.ts'
import type { TerminalStyle } from './terminal-style.ts'
import { fits, type Group, table } from './terminal-table.ts'

const SHARES = Object.keys(CONTINGENCY_SHARES) as ContingencyShare[]
const MOST_LINES_NAMED = 4

/**
 * Returns a paragraph of lines for each budget, a further one where there are packages, and one on how to read them; nothing
 * where there are no budgets. Packages are named by keys and labels.
 */
export function budgetTables(
  budgets: BudgetResult[],
  runs: number,
  style: TerminalStyle,
  packages: Named[] = [],
): string[][] {
  if (budgets.length === 0) return []
  const keys = [...new Set(budgets.map(({ budget }) => budget))]
  const tables = keys.flatMap((key) => {
    const rows = budgets.filter(({ budget }) => budget === key)
    const ofBaseline = withoutTotalOfOne(rows.filter(isOfBaseline))
    return [
      budgetTable(ofBaseline, runs, style),
      ...(rows.length > ofBaseline.length ? packagesTable(rows, packages, runs, style) : []),
    ]
  })
  return [...tables, readingNotes(budgets, style).flatMap((note) => wrapText(note, style.columns))]
}

/** The chance of overspending in the baseline and with each package; an illustration has none. */
function packagesTable(
  rows: BudgetResult[],
  packages: Named[],
  runs: number,
  style: TerminalStyle,
): string[][] {
  const variants = [
    rows.filter(isOfBaseline),
    ...packages.map(({ key }) => rows.filter(({ variant }) => variant === key)),
  ]
  const shown = variants.map(withoutTotalOfOne)
  if (packages.length === 0 || shown[0][0].p_over === null) return []
  const columns = shown[0].map((row, index) => ({
    heading: yearName(row),
    cells: shown.map((of) => chanceInWords(of[index].p_over, runs)),
  }))
  const names = { heading: 'Package', first: ['Baseline'], named: packages }
  return [
    [
      ...wrapText(`Budget: ${rows[0].label}, with each package`, style.columns),
      ...namedTable(names, [{ heading: 'Chance of overspending', columns }], style),
    ],
  ]
}

function budgetTable(rows: BudgetResult[], runs: number, style: TerminalStyle): string[] {
  const [{ label, lines }] = rows
  const decimals = decimalsOf(rows)
  const million = (pounds: number) => formatNumber(pounds / POUNDS_PER_MILLION, decimals)
  const [labels, cost, overspend, contingency] = [
    labelGroup(rows),
    costGroup(rows, million, style),
    overspendGroup(rows, million, runs),
    contingencyGroup(rows, million, style),
  ]
  const wide = table([labels, cost, overspend, contingency], style)
  const heading = `Budget: ${label}${basisInWords(rows[0].basis!, style)}; for ${linesInWords(lines)}`
  return [
    ...wrapText(heading, style.columns),
    ...(fits(wide, style)
      ? wide
      : [...table([labels, cost, overspend], style), '', ...table([labels, contingency], style)]),
    ...partYearNotes(rows).flatMap((note) => wrapText(note, style.columns)),
  ]
}

/** As many digits as the error of the mean cost supports, and one less from £10m on. */
function decimalsOf(rows: BudgetResult[]): number {
  const largest = Math.max(...rows.flatMap(({ amount, mean }) => [amount, mean]))
  const most = largest >= 10 * POUNDS_PER_MILLION ? 1 : largest >= POUNDS_PER_MILLION ? 2 : 3
  return Math.min(...rows.map(({ errors }) => supportedDecimals(errors.mean / POUNDS_PER_MILLION, most)))
}

function labelGroup(rows: BudgetResult[]): Group {
  return { heading: '', columns: [{ heading: 'Year', cells: rows.map(yearName) }] }
}

function yearName({ financial_year, basis }: BudgetResult): string {
  const name = financialYearInWords(financial_year)
  return isPart(basis) ? `${name}*` : name
}

type Write = (pounds: number) => string

function costGroup(rows: BudgetResult[], million: Write, { unicode }: TerminalStyle): Group {
  return {
    heading: unicode ? 'Cost, £m' : 'Cost, GBP m',
    columns: [
      { heading: 'Budget', cells: rows.map(({ amount }) => million(amount)) },
      { heading: 'Mean', cells: rows.map(({ mean }) => million(mean)) },
    ],
  }
}

function overspendGroup(rows: BudgetResult[], million: Write, runs: number): Group {
  return {
    heading: 'Overspend',
    columns: [
      { heading: 'Chance', cells: rows.map(({ p_over }) => chanceInWords(p_over, runs)) },
      { heading: 'Mean', cells: rows.map((row) => million(row.expected_overspend)) },
    ],
  }
}

function contingencyGroup(rows: BudgetResult[], million: Write, { unicode }: TerminalStyle): Group {
  return {
    heading: unicode ? 'Contingency, £m' : 'Contingency, GBP m',
    columns: SHARES.map((share) => ({
      heading: share.toUpperCase(),
      cells: rows.map(({ contingency }) => million(contingency[share])),
    })),
  }
}

function basisInWords(
  { prices, placements, weekly_price, price, uplift }: BudgetBasis,
  { unicode }: TerminalStyle,
): string {
  const uplifted = uplift === undefined ? '' : ', uplifted on each 1 April'
  if (placements === undefined)
    return prices === undefined ? ', in cash' : `, in prices of ${prices}${uplifted}`
  const pounds = `${unicode ? '£' : 'GBP '}${formatNumber(weekly_price!, 2)}`
  const origin = price === 'stated' ? '' : ', the mean price of the children of the start date'
  const count = formatNumber(placements, Number.isInteger(placements) ? 0 : 1)
  return `, ${count} placements at ${pounds} a week in the first year${origin}${uplifted}`
}

function linesInWords(lines: readonly string[]): string {
  if (lines.length <= MOST_LINES_NAMED) return lines.join(', ')
  const named = lines.slice(0, MOST_LINES_NAMED - 1)
  return `${named.join(', ')} and ${lines.length - named.length} more lines`
}

function isPart(basis: BudgetBasis | undefined): boolean {
  return basis !== undefined && basis.days < basis.days_of_year
}

function partYearNotes(rows: BudgetResult[]): string[] {
  return rows
    .filter(({ basis }) => isPart(basis))
    .map(({ financial_year, basis }) => {
      const { days, days_of_year } = basis!
      return `* ${financial_year} is a part year: its budget is that of ${days} of ${days_of_year} days`
    })
}

function readingNotes(budgets: BudgetResult[], { unicode }: TerminalStyle): string[] {
  const isIllustration = budgets.some(({ p_over }) => p_over === null)
  const chance = largest(budgets.map(({ mc_error }) => 100 * (mc_error ?? 0)))
  const contingency =
    largest(budgets.filter(isOfBaseline).map(({ errors }) => errors.contingency.p95)) / POUNDS_PER_MILLION
  const pounds = (text: string) => (text === 'n/a' ? text : unicode ? `£${text}m` : `GBP ${text} m`)
  return [
    isIllustration
      ? 'Chance: none, illustration only.'
      : `Chance: of the cost being above the budget (largest error ${formatNumber(chance, 1)} %).`,
    'Mean overspend: over all runs, nothing where the budget is kept.',
    `${contingencyInWords()} (largest error of P95 ${pounds(formatStandardError(contingency))}).`,
  ]
}

/** NaN where any is unknown. */
function largest(errors: number[]): number {
  return Math.max(...errors)
}
