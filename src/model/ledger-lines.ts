// Lines of the ledger that no child moves by itself: what others pay, and other lines of the budget (A21).
import { parseFinancialYear, startOfFinancialYear } from '../domain/financial-year.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** A line in £: fixed by financial year, or a share of what placements cost. */
export interface LedgerLine {
  /** 'contribution:<key>', which lowers the total, or 'other:<key>'. */
  line: string
  isContribution: boolean
  /** [year] £ on the simulated days of the financial year. */
  pounds: number[]
  /** Share of the cost of the placements; 0 where the line is fixed. */
  share: number
  /** Indices of the placements that the share is of. */
  placements: number[]
  /** [year] part of the share that is paid, where an intervention brings it; all of it where missing. */
  strength?: number[]
}

interface Horizon {
  placements: string[]
  years: string[]
  yearEnd: number[]
}

/** Lists contributions, then other lines; of a financial year that is simulated in part each has the part by days. */
export function ledgerLinesOf(
  { contributions = {}, otherLines = {} }: Scenario,
  horizon: Horizon,
): LedgerLine[] {
  const { placements } = horizon
  return [
    ...Object.entries(contributions).map(([key, { share = 0, of, perFinancialYear = {} }]) => ({
      line: `contribution:${key}`,
      isContribution: true,
      pounds: poundsOf(perFinancialYear, horizon),
      share,
      placements: (of ?? placements).map((name) => placements.indexOf(name)),
    })),
    ...Object.entries(otherLines).map(([key, { perFinancialYear }]) => ({
      line: `other:${key}`,
      isContribution: false,
      pounds: poundsOf(perFinancialYear, horizon),
      share: 0,
      placements: [],
    })),
  ]
}

/** Returns [year] £ of a table by financial year; of a year that is simulated in part, the part by days. */
export function poundsOf(
  perFinancialYear: Record<string, number>,
  { years, yearEnd }: Pick<Horizon, 'years' | 'yearEnd'>,
): number[] {
  return years.map((name, year) => {
    const first = parseFinancialYear(name)!
    const whole = startOfFinancialYear(first + 1) - startOfFinancialYear(first)
    const simulated = yearEnd[year] - (yearEnd[year - 1] ?? 0)
    return (perFinancialYear[name] ?? 0) * (simulated / whole)
  })
}
