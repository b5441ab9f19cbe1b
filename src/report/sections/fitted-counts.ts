// What was counted, what a replay of its period gives, and by what rates were multiplied for it. Manifest -> inputs.ts.
import { dateInWords, parseDate } from '../../domain/calendar.ts'
import { keyInWords } from '../../domain/key-in-words.ts'
import { formatStandardError } from '../../domain/quantity.ts'
import { CONFIDENTIAL } from '../../result/disclosure/confidential.ts'
import { fitInWords } from '../../words/fit-in-words.ts'
import { capitalised } from '../figure-names.ts'
import { html, type Markup } from '../html.ts'
import { pathMarkup } from '../path-markup.ts'
import { statedNumber } from '../plain-number.ts'
import type { ReportSource } from '../report-source.ts'

type Namer = (path: string) => string

/** Writes sentence and tables on the fit; nothing where nothing was fitted. */
export function fittedCounts({ manifest }: ReportSource, name: Namer): Markup | undefined {
  const { facts, multipliers } = manifest
  if (facts.length === 0 && multipliers.length === 0) return undefined
  return html`<h3>What was fitted to counts</h3>
${fitInWords(manifest).map((line) => html`<p>${line}</p>`)}
${facts.length > 0 && factsTable(facts, name)}${multipliers.length > 0 && multipliersTable(multipliers)}`
}

/** The period is told once where it is that of all. */
function factsTable(facts: ReportSource['manifest']['facts'], name: Namer): Markup {
  const periods = [...new Set(facts.map(({ period }) => periodInWords(period)))]
  const hasOne = periods.length === 1
  return html`<div class="scroll" role="region" aria-label="Counts and replay" tabindex="0"><table>
<thead><tr><th scope="col">Count${hasOne && `, ${periods[0]}`}</th>${!hasOne && html`<th scope="col">Period</th>`}<th scope="col">Observed</th><th scope="col">Fitted</th><th scope="col">Difference</th><th scope="col">Error of fitted</th><th scope="col">Reached</th></tr></thead>
<tbody>${facts.map(
    ({ path, period, observed, fitted, residual, standard_error, feasible }) =>
      html`<tr><th scope="row">${capitalised(name(path))} ${pathMarkup(path)}</th>${[
        ...(hasOne ? [] : [periodInWords(period)]),
        statedNumber(observed),
        statedNumber(oneDecimal(fitted)),
        statedNumber(oneDecimal(residual)),
        errorOf(observed, standard_error),
        REACHED[String(feasible)],
      ].map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>
<p class="note">Fitted: the mean of a replay of the period with the fitted rates, with its Monte Carlo standard error. A count is reached where that is off by no more than 2 % and three standard errors.</p>`
}

const REACHED: Record<string, string> = { true: 'yes', false: 'no', null: 'not aimed at' }

function multipliersTable(multipliers: ReportSource['manifest']['multipliers']): Markup {
  return html`<div class="scroll" role="region" aria-label="Multipliers of the fit" tabindex="0"><table>
<thead><tr><th scope="col">Multiplier on</th><th scope="col">Value</th><th scope="col">Standard error</th></tr></thead>
<tbody>${multipliers.map(
    ({ name, value, standard_error }) =>
      html`<tr><th scope="row">${capitalised(multiplierInWords(name))}</th><td>${statedNumber(value, 3)}</td><td>${value !== null && standard_error === null ? 'no count behind it' : statedNumber(standard_error, 2)}</td></tr>
`,
  )}</tbody></table></div>
<p class="note">What the rates of the scenario were multiplied by; the standard error follows from the number of events alone.</p>`
}

function multiplierInWords(name: string): string {
  if (name === 'openingStock.aged17Share') return 'share of 17 year olds'
  const exits = /^exits\.(\w+)$/.exec(name)
  return exits ? `${keyInWords(exits[1])} exits` : name
}

function periodInWords(period: string): string {
  return period
    .split('..')
    .map((date) => dateInWords(parseDate(date)!))
    .join(' to ')
}

/** A count that is withheld has no error either; with a single run none is known. */
function errorOf(observed: number | null, error: number | null): string {
  if (observed === null) return CONFIDENTIAL
  return error === null ? 'n/a' : formatStandardError(error)
}

function oneDecimal(value: number | null): number | null {
  return value === null ? null : Math.round(10 * value) / 10
}
