// What a year of care costs, in a sentence.
import { formatPounds } from '../domain/quantity.ts'
import type { CostOfCare } from '../summary/cost-per-year-of-care.ts'

/** Says what a year of care costs in each financial year. */
export function costOfCareInWords(years: CostOfCare[]): string[] {
  const said = years.map(({ financial_year, pounds }) => `${formatPounds(pounds, 0)} in ${financial_year}`)
  return [`A year of care costs ${said.join(', ')} on average.`]
}
