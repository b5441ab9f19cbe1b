// What each intervention of a package adds to its saving, one after the other from 0 to the whole.
import { link, rect, ruleX } from '@observablehq/plot'
import { formatCount } from '../../domain/quantity.ts'
import type { AttributedValue, Attribution, InterventionShare } from '../../summary/packages/attribution.ts'
import { CLEAR_SHARE } from '../../words/clear-errors.ts'
import { type Chart, COLOURS, INK, SOFT_INK } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { axisMillions, formatChange, formatMillions, predictionWords } from '../report-words.ts'
import { LEAST, wayOf } from './clear-change.ts'
import { BAR, placeRows, SIDE } from './placed-rows.ts'
import { roundDomain, valueAxisAcross } from './value-axis.ts'

const MARGINS = { marginTop: 22, marginBottom: 8, marginLeft: SIDE, marginRight: SIDE }

/** How far the line of an interval is under its bar. */
const UNDER = 4

/** A floating bar: from what those before it bring together to that with its own. */
interface Step {
  label: string
  from: number
  value: AttributedValue
  isWhole: boolean
}

/** Draws the steps of a package's saving in its order; nothing where it has none that were attributed. */
export function waterfall({ manifest }: ReportSource, variant: string): Chart[] {
  const own = manifest.attribution?.find(({ package: key, line }) => key === variant && line === 'total')
  if (own === undefined || own.interventions.length < 2) return []
  const steps = stepsOf(own)
  return [
    {
      name: 'waterfall',
      title: titleOf(own),
      finding: findingOf(own),
      note: noteOf(own),
      options: (width) => optionsOf(steps, width),
      table: tableOf(own),
    },
  ]
}

function stepsOf({ interventions, whole }: Attribution): Step[] {
  let sum = 0
  const steps = interventions.map(({ label, step }) => {
    const from = sum
    sum += step.mean
    return { label, from, value: step, isWhole: false }
  })
  return [...steps, { label: 'Package', from: 0, value: whole, isWhole: true }]
}

function titleOf({ interventions, whole }: Attribution): string {
  const way = wayOf(whole, LEAST['£'])
  if (way === 'unknown') return 'Too few runs to tell what interventions save'
  const saving = interventions.filter(({ step }) => savesClearly(step)).length
  const clearly = `${saving || 'None'} of ${interventions.length} interventions clearly ${saving > 1 ? 'save' : 'saves'}`
  if (way === 'near') return `${clearly}; together close to nothing`
  return `${clearly}; on average ${savedOrLost(whole.mean)}`
}

/** Where the share of the runs is not told, it is at least 9 of 10 where P10 is above 0. */
function savesClearly(step: AttributedValue): boolean {
  if (wayOf(step, LEAST['£']) !== 'up') return false
  const { q10, p_above_zero } = step
  return typeof p_above_zero === 'number' ? p_above_zero >= CLEAR_SHARE : q10 > 0
}

function findingOf({ interventions, whole }: Attribution): string {
  const sorted = interventions.toSorted((one, other) => one.step.mean - other.step.mean)
  const words = ({ label, step }: InterventionShare) => `‘${label}’, ${savedOrLost(step.mean)}`
  return (
    `Together the interventions come to ${savedOrLost(whole.mean)} on average over all years, ` +
    `${predictionWords(whole, savedOrLost)}. The largest step is ${words(sorted.at(-1)!)}; the smallest ${words(sorted[0])}.`
  )
}

/** In words, since a minus would be torn from its £ at the end of a line. */
function savedOrLost(pounds: number): string {
  return `${formatMillions(Math.abs(pounds))} ${pounds < 0 ? 'lost' : 'saved'}`
}

function noteOf({ interaction, runs }: Attribution): string {
  return (
    `Bars: means, each added to those above it, in the order of the package; blue saves, orange costs more. Lines under ` +
    `them: 80 % prediction intervals of each step, from its own zero, the upright stroke where its bar begins: on the left of it the step ` +
    `costs more. Clearly: in at least 8 of 10 runs. Quantiles do not add up. The order matters: each alone, the interventions come to ` +
    `${moreOrLess(interaction.mean)} together. From the first ${formatCount(runs, 'run')}.`
  )
}

/** The interaction is the whole less the sum of each alone. */
function moreOrLess(interaction: number): string {
  if (Math.abs(interaction) < LEAST['£']) return 'the same'
  return `${formatMillions(Math.abs(interaction))} ${interaction < 0 ? 'more than they do' : 'less than they do'}`
}

function optionsOf(steps: Step[], width: number) {
  const { marginTop: top, marginBottom: bottom } = MARGINS
  const { middles, height, y, labels } = placeRows(
    steps.map(({ label, value }) => ({ above: `${label}: ${formatChange(value.mean, formatMillions)}` })),
    width,
    { top, bottom, near: { above: 0, below: UNDER + 2 } },
  )
  const domain = roundDomain([
    0,
    ...steps.flatMap(({ from, value: { mean, q10, q90 } }) => [from, from + mean, from + q10, from + q90]),
  ])
  const at = (step: Step) => middles[steps.indexOf(step)]
  return {
    ...MARGINS,
    height,
    rowsAt: middles,
    x: { ...valueAxisAcross(domain, width, axisMillions), axis: 'top' as const },
    y,
    marks: [
      ruleX([0], { stroke: INK }),
      link(steps.slice(1, -1), {
        x1: 'from',
        x2: 'from',
        y1: (step: Step) => middles[steps.indexOf(step) - 1],
        y2: at,
        stroke: SOFT_INK,
        strokeDasharray: '2 2',
      }),
      rect(steps, {
        x1: 'from',
        x2: ({ from, value }: Step) => from + value.mean,
        y1: (step: Step) => at(step) - BAR / 2,
        y2: (step: Step) => at(step) + BAR / 2,
        fill: ({ value, isWhole }: Step) => (value.mean < 0 ? COLOURS[3] : isWhole ? INK : COLOURS[0]),
      }),
      link(steps, {
        x1: ({ from, value }: Step) => from + value.q10,
        x2: ({ from, value }: Step) => from + value.q90,
        y1: (step: Step) => at(step) + BAR / 2 + UNDER,
        y2: (step: Step) => at(step) + BAR / 2 + UNDER,
        stroke: SOFT_INK,
        strokeWidth: 2,
      }),
      link(steps, {
        x1: 'from',
        x2: 'from',
        y1: (step: Step) => at(step) - BAR / 2,
        y2: (step: Step) => at(step) + BAR / 2 + 2 * UNDER,
        stroke: INK,
      }),
      ...labels,
    ],
  }
}

function tableOf({ interventions, interaction, whole }: Attribution): Chart['table'] {
  const row = (name: string, { mean, q10, q50, q80, q90 }: AttributedValue) => [
    name,
    ...[mean, q10, q50, q80, q90].map(formatMillions),
  ]
  return {
    columns: ['Intervention', 'Mean', 'P10', 'Median', 'P80', 'P90', 'Alone, mean', 'Counts as'],
    rows: [
      ...interventions.map(({ label, step, alone, saving }) => [
        ...row(label, step),
        formatMillions(alone.mean),
        saving,
      ]),
      [...row('Package', whole), '–', '–'],
      [...row('Interaction: package less the sum of each alone', interaction), '–', '–'],
    ],
  }
}
