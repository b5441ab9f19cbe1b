// What the fit reached and what it could not, in words for the terminal and the manifest.
import { dateInWords, parseDate } from '../domain/calendar.ts'
import { formatCount, formatNumber } from '../domain/quantity.ts'
import type { FittedGrowth } from '../estimate/fit/stock-growth.ts'
import type { Fit } from '../estimate/fit-facts.ts'
import type { Reconciliation } from '../estimate/reconciliation.ts'
import { fitWarnings } from '../result/warnings/fit-warnings.ts'

function gapInWords({ period, change, starts, ceases, gap }: Reconciliation, hasGrowth: boolean): string {
  const signed = (children: number) => `${children < 0 ? '-' : '+'}${formatNumber(Math.abs(children))}`
  const [first, last] = period.split('..').map((date) => dateInWords(parseDate(date)!))
  return `Published flows do not close (${first} to ${last}): the number changed by ${signed(change)}, starts less ceases were ${signed(starts - ceases)}; ${hasGrowth ? 'the expected growth stands for' : 'the forecast leaves out'} the gap of ${signed(gap)}.`
}

function growthInWords({ stated, entries_per_year, added_per_year }: FittedGrowth): string {
  const more = added_per_year < 0 ? 'fewer' : 'more'
  return (
    `Entries are turned until the number of children is expected to grow by ${formatNumber(100 * stated, 1)} % a year: in the first ` +
    `year ${formatNumber(Math.abs(added_per_year), 1)} ${more} than ${formatNumber(entries_per_year, 1)}.`
  )
}

/** Returns a sentence on the fit and one on each count that was not reached, and on what growth does to entries; nothing where nothing is fitted. */
export function fitInWords(fit: Pick<Fit, 'facts' | 'reconciliation' | 'growth'>): string[] {
  return [...countsInWords(fit), ...(fit.growth ? [growthInWords(fit.growth)] : [])]
}

function countsInWords(fit: Pick<Fit, 'facts' | 'reconciliation' | 'growth'>): string[] {
  const aimedAt = fit.facts.filter(({ feasible }) => feasible !== null)
  if (fit.facts.length === 0) return []
  const hasGrowth = fit.growth !== undefined
  const gaps = fit.reconciliation.filter(({ gap }) => gap !== 0).map((one) => gapInWords(one, hasGrowth))
  if (aimedAt.length === 0)
    return [
      `Rates lean towards ${formatCount(fit.facts.length, 'count')}, weighted by what a count can tell.`,
      ...gaps,
    ]
  const warnings = fitWarnings(fit)
  const counts = formatCount(aimedAt.length, 'count')
  if (warnings.length === 0)
    return [`Fitted to ${counts}: a replay of their period gives each within 2 %.`, ...gaps]
  const reached = `Fitted to ${counts}, of which ${formatNumber(warnings.length)} could not be reached:`
  return [reached, ...warnings.map(({ text }) => `- ${text}`), ...gaps]
}
