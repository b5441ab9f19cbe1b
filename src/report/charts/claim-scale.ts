// Where the numbers of a claim stand on a scale of its own, from 0 at the left to 1 at the right. -> claims.ts
import { parseDate } from '../../domain/calendar.ts'
import { financialYearsBetween, parseFinancialYear } from '../../domain/financial-year.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'

/** Places from 0 to 1; a year beyond the horizon stands at 1. */
export interface ClaimScale {
  low: number
  median: number
  high: number
  claimed: number
}

/** Makes the scale that holds the 80 % interval and the claimed number; that of years holds the whole horizon. */
export function claimScale(
  { q10, q50, q90, value, unit }: TestedClaim,
  { start, end }: Pick<Scenario, 'start' | 'end'>,
): ClaimScale {
  const years =
    unit === 'year'
      ? financialYearsBetween(parseDate(start)! + 1, parseDate(end)!).map((year) => parseFinancialYear(year)!)
      : []
  // One more than the last year stands for all later ones.
  const ends = unit === 'year' ? [years[0], years.at(-1)! + 1] : []
  const all = [q10, q50, q90, value, ...ends].filter((number) => number !== null)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  // A month is written as 201803: years and twelfths of them.
  const along = (number: number) =>
    unit === 'month' ? 12 * Math.floor(number / 100) + (number % 100) : number
  const place = (number: number | null) =>
    number === null ? 1 : last === first ? 0.5 : (along(number) - along(first)) / (along(last) - along(first))
  return { low: place(q10), median: place(q50), high: place(q90), claimed: place(value) }
}
