// The budgets that can be held against the whole cost of a year: those that pay for all of its lines. -> cost-years.ts
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { TOTALS } from '../../money/ledger.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import type { ReportSource } from '../report-source.ts'

/** Lists the amounts of the budget that pays for the same lines as the cost of a variant, year by year; of several the first. */
export function wholeBudgets(source: ReportSource, variant: string): BudgetResult[] {
  const money = moneyLinesOf(source, variant)
  const whole = budgetsOf(source, variant).filter(({ lines }) => isWhole(lines, money))
  return whole.filter(({ budget }) => budget === whole[0].budget)
}

/** Says what the ticks are, or where budgets of some lines stand; nothing where there are no budgets. */
export function budgetsNote(source: ReportSource, variant: string): string {
  const own = budgetsOf(source, variant)
  if (own.length === 0) return ''
  const [drawn] = wholeBudgets(source, variant)
  const others = own.some(({ budget }) => budget !== drawn?.budget)
  const elsewhere = source.manifest.illustrative === undefined ? ' They stand in the next chart.' : ''
  return (
    (drawn === undefined ? '' : ` Orange ticks: the budget ‘${drawn.label}’.`) +
    (others
      ? ` ${drawn === undefined ? 'Budgets' : 'Other budgets'} do not pay for all that is counted here, and are left out.${elsewhere}`
      : '')
  )
}

function budgetsOf({ manifest }: ReportSource, variant: string): BudgetResult[] {
  return (manifest.budgets ?? []).filter(
    (row) => row.financial_year !== ALL_YEARS && (row.variant === undefined || row.variant === variant),
  )
}

function isWhole(lines: readonly string[], money: Set<string>): boolean {
  return (
    lines.includes(TOTALS.total) || (lines.length === money.size && lines.every((line) => money.has(line)))
  )
}

/** Lines in £ that are no sums of others. */
function moneyLinesOf({ years }: ReportSource, variant: string): Set<string> {
  const sums: string[] = Object.values(TOTALS)
  return new Set(
    years.line.filter(
      (line, row) => years.variant[row] === variant && years.unit[row] === '£' && !sums.includes(line),
    ),
  )
}
