// When a package pays back, in a sentence: by both definitions, from the first simulated year on.

import { formatNumber } from '../domain/quantity.ts'
import type { PaybackResult } from '../summary/packages/payback.ts'
import { chanceInWords } from './chance-in-words.ts'

/** Returns a sentence on what was paid before the start; nothing where nothing was. */
export function beforeStartInWords(pounds = 0): string[] {
  if (pounds === 0) return []
  return [
    `Before the start: £${formatNumber(Math.round(pounds))} of sums of that financial year and of those paid once; in no cost here, but paid back with all years so far.`,
  ]
}

/** What counts as the year of payback, by definition. */
export const PAYBACK_DEFINED = {
  annual: 'first year with a net saving of its own',
  cumulative: 'first year in which all years so far have one',
}

/** Returns a sentence with the chance to have paid back by each year, of never, and of still so at the end; nothing for an illustration. */
export function paybackInWords(results: PaybackResult[], runs: number): string[] {
  const known = results.filter(({ never }) => never !== null)
  if (known.length === 0) return []
  const sentences = known.map(({ definition, by_year, never, still_at_end }) => {
    const chances = by_year.map(
      ({ financial_year, probability }) =>
        `${chanceInWords(probability, runs)} by the end of ${financial_year}`,
    )
    const parts = [
      ...chances,
      `${chanceInWords(never, runs)} not within these years`,
      `${chanceInWords(still_at_end, runs)} paid back and still so at the end`,
    ]
    return `${PAYBACK_DEFINED[definition]}: ${parts.join(', ')}`
  })
  return [`Payback, counted from ${known[0].first_year}; ${sentences.join('; ')}.`]
}
