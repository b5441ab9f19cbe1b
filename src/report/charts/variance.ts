// Where the range comes from: chance, yearly shocks and assumptions as parts of the variance of both headlines.
import { type Markish, rect, text } from '@observablehq/plot'
import { BASELINE } from '../../domain/baseline.ts'
import { sum } from '../../domain/sum.ts'
import type { HeadlineVariance } from '../../summary/spread/headline-variance.ts'
import type { Part, VariancePart } from '../../summary/spread/variance-split.ts'
import { CLEAR_ERRORS } from '../../words/clear-errors.ts'
import { isOn, nameOfHeadline, PART_NAMES, partsInWords, shareInWords } from '../../words/range-in-words.ts'
import { type Chart, COLOURS, INK } from '../chart.ts'
import { knownHeadlines, rangeOf } from '../range-source.ts'
import type { ReportSource } from '../report-source.ts'
import { BAR, LINE, placeRows, SIDE } from './placed-rows.ts'

const MARGINS = { marginTop: 4, marginBottom: 0, marginLeft: SIDE, marginRight: SIDE }
const PART_COLOURS: Record<Part, string> = {
  assumptions: COLOURS[0],
  shocks: COLOURS[1],
  chance: COLOURS[2],
}
/** The width of a character of a label, in pixels. */
const CHARACTER = 7.4

/** A part as it is drawn: estimates below 0 are drawn as nothing. */
interface DrawnPart extends VariancePart {
  from: number
  to: number
}

/** Draws the parts of the variance of the baseline; nothing where there are too few runs to tell. */
export function variance(source: ReportSource, variant: string): Chart[] {
  const range = rangeOf(source)
  const known = variant === BASELINE ? knownHeadlines(range) : []
  if (known.length === 0) return []
  const names = known.map((headline) => nameOfHeadline(headline, range))
  return [
    {
      name: 'variance',
      title: titleOf(known[0]),
      finding: `Shares of the variance of the runs. ${known.map(({ parts }, index) => `${names[index]}: ${partsInWords(parts)}`).join('. ')}.`,
      note: 'From the left: assumptions, yearly shocks, chance, as far as they vary. What shocks and assumptions do together counts under shocks. For the baseline.',
      options: (width) => optionsOf(known, names, width),
      table: tableOf(known, names),
    },
  ]
}

function titleOf({ line, parts }: HeadlineVariance): string {
  const what = line === 'children_end' ? 'children' : 'cost'
  const [first, second] = parts.filter(isOn).toSorted((one, other) => other.share - one.share)
  if (second === undefined) return 'Chance alone makes the runs differ'
  const isClear = first.share - second.share > CLEAR_ERRORS * Math.hypot(first.mc_error, second.mc_error)
  if (!isClear) return `No source stands out most in the range of ${what}`
  const brings = first.part === 'chance' ? 'brings' : 'bring'
  return `${capital(PART_NAMES[first.part])} ${brings} ${shareInWords(first.share, first.mc_error)} of the variance of ${what}`
}

function capital(words: string): string {
  return words[0].toUpperCase() + words.slice(1)
}

function drawnParts(parts: VariancePart[]): DrawnPart[] {
  const sizes = parts.map(({ share }) => Math.max(0, share))
  const all = sum(sizes)
  return parts.map((part, index) => {
    const from = sizes.slice(0, index).reduce((sum, size) => sum + size, 0) / all
    return { ...part, from, to: from + sizes[index] / all }
  })
}

function optionsOf(known: HeadlineVariance[], names: string[], width: number) {
  const { marginTop: top, marginBottom: bottom } = MARGINS
  const above = names.map((name) => ({ above: name }))
  const { middles, height, y, labels } = placeRows(above, width, {
    top,
    bottom,
    near: { above: 0, below: LINE * 2 },
  })
  const pixels = width - 2 * SIDE
  return {
    ...MARGINS,
    height,
    rowsAt: middles,
    x: { type: 'linear' as const, domain: [0, 1], axis: null },
    y,
    marks: [
      ...known.flatMap(({ parts }, row) => barOf(drawnParts(parts.filter(isOn)), middles[row], pixels)),
      ...labels,
    ],
  }
}

/** A bar with the names of its parts and their shares under them. */
function barOf(parts: DrawnPart[], middle: number, pixels: number): Markish[] {
  const starts = labelStarts(parts, pixels)
  return [
    rect(parts, {
      x1: 'from',
      x2: 'to',
      y1: () => middle - BAR / 2,
      y2: () => middle + BAR / 2,
      insetRight: 1,
      fill: ({ part }: DrawnPart) => PART_COLOURS[part],
    }),
    text(parts, {
      x: (part: DrawnPart) => starts[parts.indexOf(part)],
      y: () => middle + BAR / 2 + 4,
      text: ({ part, share, mc_error }: DrawnPart) => `${PART_NAMES[part]}\n${shareInWords(share, mc_error)}`,
      textAnchor: 'start',
      lineAnchor: 'top',
      lineHeight: 1.2,
      fill: INK,
    }),
  ]
}

/** Where labels begin: under their parts, and moved as far as they need to stand in their order beside each other. */
function labelStarts(parts: DrawnPart[], pixels: number): number[] {
  const widths = parts.map(({ part }) => (CHARACTER * (PART_NAMES[part].length + 1)) / pixels)
  const starts: number[] = []
  parts.forEach(({ from }, index) => {
    starts.push(index === 0 ? from : Math.max(from, starts[index - 1] + widths[index - 1]))
  })
  let end = 1 + SIDE / pixels
  for (let index = parts.length - 1; index >= 0; index--) {
    starts[index] = Math.min(starts[index], end - widths[index])
    end = starts[index]
  }
  return starts
}

function tableOf(known: HeadlineVariance[], names: string[]): Chart['table'] {
  const parts = known[0].parts.filter(isOn).map(({ part }) => part)
  return {
    columns: ['Shares of the variance', ...parts.map((part) => capital(PART_NAMES[part]))],
    rows: known.map((headline, row) => [
      names[row],
      ...parts.map((name) => {
        const { share, mc_error } = headline.parts.find(({ part }) => part === name)!
        return shareInWords(share, mc_error)
      }),
    ]),
  }
}
