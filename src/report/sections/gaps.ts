// A section of the page: what the document does not say, what contradicts itself, what is not used, warnings, and what was
// changed against the scenario that this one extends.
import { baseName } from '../../domain/base-name.ts'
import { formatCount } from '../../domain/quantity.ts'
import { wholeBlocks } from '../../words/changes-in-words.ts'
import { capitalised, figureNamer } from '../figure-names.ts'
import { type Content, html, type Markup } from '../html.ts'
import { pathMarkup } from '../path-markup.ts'
import { statedNumber } from '../plain-number.ts'
import type { ReportSource } from '../report-source.ts'
import type { Section } from './section.ts'

/** Longer lists are folded away on screens. */
const LONG = 12

/** What the document does not say. */
export const GAPS: Section = {
  id: 'gaps',
  heading: 'What the document does not say',
  before: (source): Content => {
    const { unknown, contradictions, warnings } = source.manifest
    const parts = [
      unknown.length > 0 && listOf(unknown),
      contradictions.length > 0 && html`<h3>Figures that contradict each other</h3>${listOf(contradictions)}`,
      notUsed(source),
      warnings.length > 0 &&
        html`<h3>Warnings of the run</h3>${listOf(warnings.map(({ text }) => sentence(text)))}`,
      ...changes(source),
    ].filter((part) => part !== false && part !== undefined)
    return parts.length === 0
      ? html`<p>Nothing is listed as unknown, contradictory or unused.</p>`
      : [unknown.length === 0 && html`<p>Nothing is listed as unknown.</p>`, parts]
  },
}

function listOf(texts: string[]): Markup {
  return html`<ul>${texts.map(
    (text) => html`<li>${sentence(text)}</li>
`,
  )}</ul>
`
}

function sentence(text: string): string {
  const begun = text.replace(/^[a-z](?=[a-z]*[ ,])/, (letter) => letter.toUpperCase())
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

function notUsed({ manifest }: ReportSource): Markup | undefined {
  const { notUsed: figures } = manifest
  if (figures.length === 0) return undefined
  const table = html`<div class="scroll" role="region" aria-label="Figures not used" tabindex="0"><table class="text">
<thead><tr><th scope="col">Figure</th><th scope="col">Where</th><th scope="col">Why it is not used</th></tr></thead>
<tbody>${figures.map(
    ({ figure, source, why }) =>
      html`<tr><th scope="row">${figure}</th><td>${source}</td><td>${why}</td></tr>
`,
  )}</tbody></table></div>`
  return html`<h3>Figures of the document that are not used</h3>
${folded(table, figures.length, 'figure')}`
}

function folded(table: Markup, rows: number, noun: string): Markup {
  return rows < LONG
    ? table
    : html`<details class="printed"><summary>${formatCount(rows, noun)}</summary>${table}</details>`
}

function changes(source: ReportSource): (Markup | undefined)[] {
  const { parents } = source.manifest.scenario
  const parent = parents.length > 0 ? baseName(parents[0].path) : 'the scenario'
  return [
    changesBy(source, 'extends', `Changed against ${parent}`),
    changesBy(source, 'set', 'Set on the command line'),
  ]
}

function changesBy({ manifest, scenario }: ReportSource, by: string, title: string): Markup | undefined {
  const all = manifest.changes.filter((change) => change.by === by)
  if (all.length === 0) return undefined
  const { blocks, others } = wholeBlocks(all)
  const name = figureNamer({ scenario, assumptions: [] })
  const table = html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="text">
<thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">Now</th></tr></thead>
<tbody>${others.map(
    ({ path, from, to }) =>
      html`<tr><th scope="row">${capitalised(name(path))}${name(path) !== path && html` ${pathMarkup(path)}`}</th><td>${changedValue(from)}</td><td>${changedValue(to)}</td></tr>
`,
  )}</tbody></table></div>`
  return html`<h3>${title}</h3>
${
  blocks.length > 0 &&
  html`<ul>${blocks.map(
    (block) => html`<li><code>${block}</code></li>
`,
  )}</ul>`
}${others.length > 0 && folded(table, others.length, 'change')}
`
}

function changedValue(value: number | string | null): string {
  if (value === null) return '(none)'
  return typeof value === 'number' ? statedNumber(value, 15) : value
}
