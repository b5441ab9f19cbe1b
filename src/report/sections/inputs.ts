// A section of the page: the register of inputs, by block of the scenario and by where they come from, and what was
// fitted to counts.
import { formatCount } from '../../domain/quantity.ts'
import { assumedInputs } from '../../result/input-count.ts'
import { type AssumptionRow, assumptionRows, ORIGINS } from '../../result/rows/assumption-rows.ts'
import { capitalised, figureNamer } from '../figure-names.ts'
import { type Content, html, type Markup } from '../html.ts'
import { pathMarkup } from '../path-markup.ts'
import { statedNumber } from '../plain-number.ts'
import type { ReportSource } from '../report-source.ts'
import { fittedCounts } from './fitted-counts.ts'
import { type InputBlock, inputBlocks, inputGroups } from './input-blocks.ts'
import type { Section } from './section.ts'

/** Inputs, and where they come from. */
export const INPUTS: Section = {
  id: 'inputs',
  heading: 'Inputs, and where they come from',
  before: register,
}

function register(source: ReportSource): Content {
  const { manifest, scenario } = source
  const name = figureNamer({ scenario, assumptions: manifest.assumptions ?? [] })
  const blocks = inputBlocks(rowsOf(source))
  return html`<p>${assumedInputs(manifest.inputs)}; the others stand in the document or in published figures. Where a range is given, every run draws its own value from it, and the percentage says how probable a value inside it is; without a range all runs have the same value. Money is in £, shares and rates are of 1, and a rate is for a child and year.</p>
${blocks.map((block) => blockOf(block, name))}${fittedCounts(source, name)}`
}

function rowsOf({ manifest, scenario }: ReportSource): AssumptionRow[] {
  const drawn = (manifest.assumptions ?? []).map(({ path, central, low, high, level, shape, ...origin }) => ({
    path,
    range: { central, low, high, level, shape },
    ...('events' in origin && { events: origin.events }),
  }))
  return assumptionRows(manifest.figures, drawn, scenario)
}

function blockOf({ title, rows }: InputBlock, name: (path: string) => string): Markup {
  const assumed = rows.filter(({ origin }) => origin === 'assumed').length
  const fitted = rows.filter(({ origin }) => origin === 'fit').length
  const count =
    fitted === rows.length
      ? `${formatCount(rows.length, 'multiplier')}, 1 on average; the ranges follow from the number of events behind them.`
      : `${assumedInputs({ total: rows.length, assumed })}.`
  const table = html`<div class="scroll" role="region" aria-label="Inputs: ${title}" tabindex="0"><table class="inputs">
<thead><tr><th scope="col">Input</th><th scope="col">Value</th><th scope="col">Range</th></tr></thead>
${inputGroups(rows).map(({ origin, text, rows: own }) => groupOf(origin, text, own, name))}</table></div>`
  return html`<h3>${title}</h3>
<p class="note">${count}</p>
<details class="printed"><summary>${formatCount(rows.length, 'row')}: ${title}</summary>${table}</details>
`
}

function groupOf(
  origin: AssumptionRow['origin'],
  text: string,
  rows: AssumptionRow[],
  name: (path: string) => string,
): Markup {
  return html`<tbody><tr><th scope="rowgroup" colspan="3"><b>${ORIGINS[origin]}:</b> ${text}</th></tr>
${rows.map((row) => {
  const words = name(row.path)
  const isNamed = words !== row.path
  return html`<tr><th scope="row">${capitalised(words)}${isNamed && html` ${pathMarkup(row.path)}`}</th><td>${statedNumber(row.value)}</td><td>${rangeOf(row)}</td></tr>
`
})}</tbody>
`
}

/** Ranges of the fit are worked out, not stated: three digits are enough. */
function rangeOf({ range, origin }: AssumptionRow): string {
  if (range === undefined) return ''
  const digits = origin === 'fit' ? 3 : 6
  const [low, high] = [range.low, range.high].map((end) => statedNumber(end, digits))
  return low === high && !/\d/.test(low)
    ? low
    : `${low} to ${high} (${statedNumber(100 * range.level)}\u00A0%)`
}
