// What a year of care costs on average, by financial year.
import { ALL_YEARS } from '../domain/financial-year.ts'
import type { YearsSummary } from './numbers/statistics.ts'

/** A financial year's mean cost over its mean years of care, in £. */
export interface CostOfCare {
  financial_year: string
  pounds: number
}

/** Divides the mean total of each financial year by its mean days of care, as a year of 365 days. */
export function costPerYearOfCare(
  { line, financial_year, statistics }: YearsSummary,
  years: string[],
): CostOfCare[] {
  const meanOf = (year: string, isWanted: (line: string) => boolean) =>
    line.reduce(
      (sum, name, row) => (financial_year[row] === year && isWanted(name) ? sum + statistics.mean[row] : sum),
      0,
    )
  return years
    .filter((year) => year !== ALL_YEARS)
    .map((year) => {
      const days = meanOf(year, (name) => name.startsWith('care_days:'))
      return { financial_year: year, pounds: (365 * meanOf(year, (name) => name === 'total')) / days }
    })
}
