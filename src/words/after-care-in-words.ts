// How much of the cost follows care, for the note under the table of years: allowances and services by their names.
import { keyInWords } from '../domain/key-in-words.ts'
import { formatNumber, POUNDS_PER_MILLION } from '../domain/quantity.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { YearsSummary } from '../summary/numbers/statistics.ts'

/** What is paid to one kind of leavers. */
export interface PaidAfterCare {
  name: string
  /** Mean over the runs of all years together, in £. */
  pounds: number
}

/** Adds up the means of the years for each allowance and service; means add up where quantiles do not. */
export function paidAfterCare(
  { line, statistics }: YearsSummary,
  { afterCare }: Pick<Scenario, 'afterCare'>,
): PaidAfterCare[] {
  const sumOf = (wanted: string) =>
    line.reduce((sum, name, row) => (name === wanted ? sum + statistics.mean[row] : sum), 0)
  const allowances = Object.keys(afterCare?.allowances ?? {}).map((reason) => ({
    name: `${keyInWords(reason)} allowances`,
    pounds: sumOf(`allowance:${reason}`),
  }))
  const services = Object.entries(afterCare?.services ?? {}).map(([key, { label }]) => ({
    name: label,
    pounds: sumOf(`after_care:${key}`),
  }))
  return [...allowances, ...services]
}

/** Says in a sentence what of the cost is not for placements; nothing where nothing is paid after care. */
export function afterCareInWords(paid: PaidAfterCare[]): string[] {
  if (paid.length === 0) return []
  const all = paid.reduce((sum, { pounds }) => sum + pounds, 0)
  const what = paid.length === 1 ? paid[0].name : paid.map(partInWords).join(', ')
  return [
    `The cost of all years includes ${millions(all)} after care, on average: ${what}. The rest is placements.`,
  ]
}

function partInWords({ name, pounds }: PaidAfterCare): string {
  return `${name} ${millions(pounds)}`
}

function millions(pounds: number): string {
  return `£${formatNumber(pounds / POUNDS_PER_MILLION, 2)}m`
}
