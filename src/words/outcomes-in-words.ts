// What happened later, in words for the terminal and the report: where it fell among the runs.
import { BASELINE } from '../domain/baseline.ts'
import { dateInWords, parseDate } from '../domain/calendar.ts'
import { formatNumber } from '../domain/quantity.ts'
import type { RankedOutcome } from '../summary/targets/outcomes.ts'
import type { Named } from './short-names.ts'

/** Returns a heading and a line for each count, with one for each package under it; nothing where nothing is known. */
export function outcomesInWords(outcomes: readonly RankedOutcome[], packages: Named[] = []): string[] {
  if (outcomes.length === 0) return []
  return [
    'What happened, among the runs (nothing is fitted to it):',
    ...outcomes
      .filter(({ variant }) => variant === BASELINE)
      .flatMap((outcome) => [
        `- ${outcomeInWords(outcome)}`,
        ...packages.flatMap(({ key, label }) => {
          const own = outcomes.find(({ variant, on }) => variant === key && on === outcome.on)
          return own ? [`  with '${label}': ${standing(own)}`] : []
        }),
      ]),
  ]
}

/** '619 children on 31 Mar 2018: the 98th of 100, above the 80 % interval (440 to 560)'. */
export function outcomeInWords(outcome: RankedOutcome): string {
  return `${formatNumber(outcome.children)} children on ${dateInWords(parseDate(outcome.on)!)}: ${standing(outcome)}`
}

function standing({ children, rank, q10, q90 }: RankedOutcome): string {
  const interval = `the 80 % interval (${formatNumber(q10, 0)} to ${formatNumber(q90, 0)})`
  const place = children < q10 ? 'below' : children > q90 ? 'above' : 'within'
  return `rank ${formatNumber(100 * rank, 1)} of 100, ${place} ${interval}`
}
