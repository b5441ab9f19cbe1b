// The first screen: who asks what, the answer in a paragraph, three numbers, and the fan of children.

import { BASELINE } from '../../domain/baseline.ts'
import { dateInFull, parseDate } from '../../domain/calendar.ts'
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { formatCount, formatNumber } from '../../domain/quantity.ts'
import { assumedInputs } from '../../result/input-count.ts'
import type { PackageResult } from '../../summary/packages/package-results.ts'
import { chanceInWords } from '../../words/chance-in-words.ts'
import { intervalsInWords } from '../../words/intervals-in-words.ts'
import { childrenFan } from '../charts/children-fan.ts'
import { html, type Markup } from '../html.ts'
import { monthPoints, type ReportSource } from '../report-source.ts'
import { formatChange, formatMillions, intervalWords, variantLabel } from '../report-words.ts'
import { figures, perVariant, variantSwitch } from '../variant-parts.ts'

/** Writes the top of the page. */
export function firstScreen(source: ReportSource): Markup {
  const { manifest, scenario } = source
  return html`<header>
<p>${scenario.council}</p>
<h1>${scenario.name}</h1>
<p class="question">${scenario.question}</p>
${scenario.illustrative !== undefined && html`<p class="badge">Illustration only</p><p>${scenario.illustrative}</p>`}
</header>
${variantSwitch(source)}
${perVariant(
  source,
  (variant) => html`<p class="answer">${answerOf(source, variant)}</p>
<ul class="numbers">${numbersOf(source, variant).map(
    ({ value, label, note }) => html`<li><b>${value}</b>${label}<span>${note}</span></li>`,
  )}</ul>`,
)}
<p>${assumedInputs(manifest.inputs)}: every one is in the <a href="#inputs">list of inputs</a>, with its source or the reason for it.</p>
${figures(source, childrenFan)}`
}

function answerOf(source: ReportSource, variant: string): string {
  const { manifest, scenario } = source
  const children = monthPoints(source, variant, 'children', null).at(-1)!.statistics
  const cost = manifest.totalCost[variant]
  const own = manifest.packages?.find(({ package: key }) => key === variant)
  const difference =
    own === undefined
      ? ''
      : ` Against the baseline that is ${formatChange(own.children_end.q50)} children (${intervalWords(own.children_end, formatChange)}) ` +
        `and ${savingWords(own)}.`
  const subject = variant === BASELINE ? 'If nothing changes' : `With ‘${variantLabel(source, variant)}’`
  return (
    `${subject}, ${scenario.council} looks after ${formatNumber(children.q50)} children on ${dateInFull(parseDate(scenario.end)!)}, ` +
    `at a cost of ${formatMillions(cost.q50)} from ${dateInFull(parseDate(scenario.start)!)} to then: both are medians. ` +
    `In 80 of 100 runs there are ${formatNumber(children.q10)} to ${formatNumber(children.q90)} children and the cost is ` +
    `${formatMillions(cost.q10)} to ${formatMillions(cost.q90)}; these 80 % prediction intervals include ${intervalsInWords(manifest.intervals)}.${difference}`
  )
}

/** A package that costs more on average has no saving. */
function savingWords({ saving, total }: PackageResult): string {
  const [what, { mean }] = saving.mean < 0 ? ['an extra cost', total] : ['a saving', saving]
  const interval = intervalWords(saving.mean < 0 ? total : saving, formatMillions)
  return `${what} of ${formatMillions(mean)} on average (${interval})`
}

interface HeadlineNumber {
  value: string
  label: string
  note: string
}

function numbersOf(source: ReportSource, variant: string): HeadlineNumber[] {
  const { manifest, scenario } = source
  const children = monthPoints(source, variant, 'children', null).at(-1)!.statistics
  const cost = manifest.totalCost[variant]
  const budget = manifest.budgets?.findLast(
    ({ variant: of, p_over }) => (of === undefined || of === variant) && p_over !== null,
  )
  return [
    {
      value: formatNumber(children.q50),
      label: `children on ${dateInFull(parseDate(scenario.end)!)}`,
      note: intervalWords(children),
    },
    {
      value: formatMillions(cost.q50),
      label: 'cost of the period',
      note: intervalWords(cost, formatMillions),
    },
    budget === undefined
      ? { value: '–', label: 'chance of overspending', note: 'no budget is given' }
      : {
          value: chanceInWords(budget.p_over, manifest.runs),
          label: `chance of more than ${formatMillions(budget.amount)}`,
          note: `${budget.label}, ${budget.financial_year === ALL_YEARS ? 'all its years' : budget.financial_year}; ${formatCount(manifest.runs, 'run')}`,
        },
  ]
}
