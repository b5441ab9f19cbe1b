// A section of the page: all packages beside each other, how far the one shown is from the baseline, the parts of its
// saving, and when it pays back.

import { BASELINE } from '../../domain/baseline.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { PackageResult } from '../../summary/packages/package-results.ts'
import { chanceInWords } from '../../words/chance-in-words.ts'
import { differences } from '../charts/differences.ts'
import { payback } from '../charts/payback.ts'
import { waterfall } from '../charts/waterfall.ts'
import { html, type Markup } from '../html.ts'
import { monthPoints, type ReportSource } from '../report-source.ts'
import { formatChange, formatMillions } from '../report-words.ts'
import { shownVariants } from '../variant-parts.ts'
import type { Section } from './section.ts'

/** What the packages bring. */
export const PACKAGES: Section = {
  id: 'packages',
  heading: 'What the packages bring',
  before: comparedPackages,
  charts: [differences, waterfall, payback],
}

/** A table of more rows is none to look at; packages.csv has them all. */
const MOST_ROWS = 59

/** All packages beside the baseline; nothing where there are none. */
function comparedPackages(source: ReportSource): Markup | undefined {
  const { manifest } = source
  const packages = manifest.packages ?? []
  if (packages.length === 0) return undefined
  const isIllustration = manifest.illustrative !== undefined
  const columns = [
    'Package',
    'Children at the end',
    'Against the baseline',
    'Cost of all years',
    'Saving on average',
    'Saving, 80 % interval',
    ...(isIllustration ? [] : ['Saves in']),
  ]
  const rows = [
    baselineRow(source, columns.length),
    ...packages.slice(0, MOST_ROWS).map((one) => packageRow(source, one, isIllustration)),
  ]
  return html`<p id="packages-table-name">All packages beside each other. Children and cost are medians; differences are those between a package and the baseline in the same run, with 80 % prediction intervals, from P10 to P90. In brackets stands how the saving counts.${
    packages.length > MOST_ROWS && ` The first ${MOST_ROWS} are shown; packages.csv has all.`
  }${isIllustration && ' No probability is given, since this is an illustration only.'}</p>
<div class="scroll" role="region" aria-labelledby="packages-table-name" tabindex="0"><table id="packages-table">
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...values]) =>
      html`<tr><th scope="row">${name}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>
`,
  )}</tbody></table></div>
${notDrawn(source)}<p>A saving that is cashable can be taken off a budget; one that is avoided is a cost that would have come.</p>
`
}

/** Packages that the switch does not have. */
function notDrawn(source: ReportSource): Markup | undefined {
  const shown = shownVariants(source)
  const labels = source.manifest
    .packages!.filter((one) => !shown.includes(one.package))
    .map(({ label }) => label)
  if (labels.length === 0) return undefined
  return html`<p>So that the page stays small enough to be sent, no charts are drawn of: ${labels.join('; ')}.</p>
`
}

function baselineRow(source: ReportSource, columns: number): string[] {
  const { totalCost } = source.manifest
  const known = ['Baseline', childrenAtEnd(source, BASELINE), '–', formatMillions(totalCost[BASELINE].q50)]
  return [...known, ...Array.from({ length: columns - known.length }, () => '–')]
}

function packageRow(source: ReportSource, result: PackageResult, isIllustration: boolean): string[] {
  const { manifest } = source
  const { package: key, label, children_end, saving, total, counts_as } = result
  return [
    saving.mean < 0 ? label : `${label} (${counts_as.join(', ')})`,
    childrenAtEnd(source, key),
    `${formatChange(children_end.q50)} (${formatChange(children_end.q10)} to ${formatChange(children_end.q90)})`,
    formatMillions(manifest.totalCost[key].q50),
    savedOrMore(saving.mean),
    `${savedOrMore(saving.q10)} to ${savedOrMore(saving.q90)}`,
    ...(isIllustration ? [] : [chanceInWords(total.p_below_zero, manifest.runs)]),
  ]
}

/** What costs more is no saving below 0. */
function savedOrMore(pounds: number): string {
  return pounds < 0 ? `costs ${formatMillions(-pounds)} more` : formatMillions(pounds)
}

function childrenAtEnd(source: ReportSource, variant: string): string {
  const last = monthPoints(source, variant, 'children', null).at(-1)
  return last === undefined ? '–' : formatNumber(last.statistics.q50)
}
