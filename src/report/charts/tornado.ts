// Which assumptions drive the range: for the children at the end and the cost of all years, the share that each has by itself.
import { link, rect, ruleX, text } from '@observablehq/plot'
import { BASELINE } from '../../domain/baseline.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { HeadlineVariance } from '../../summary/spread/headline-variance.ts'
import { inputNamer } from '../../words/input-in-words.ts'
import {
  directionOf,
  namedAssumptions,
  nameOfHeadline,
  type RangeOfResult,
  rankedInWords,
  shareInWords,
} from '../../words/range-in-words.ts'
import { type Chart, COLOURS, INK, SOFT_INK } from '../chart.ts'
import { knownHeadlines, rangeOf } from '../range-source.ts'
import type { ReportSource } from '../report-source.ts'
import { BAR, placeRows, SIDE } from './placed-rows.ts'
import { roundDomain, valueAxisAcross } from './value-axis.ts'

const MARGINS = { marginTop: 52, marginBottom: 8, marginLeft: SIDE, marginRight: SIDE }
const MOST_NAMED = 8
const MOST_WORDS = 10
/** How far the line of an error is under its bar. */
const UNDER = 4

/** An assumption in words, with the share that is drawn: to the left where more of it means less. */
interface DrawnAssumption {
  words: string
  name: string
  share: number
  error: number
  direction: -1 | 0 | 1
  correlation: number
}

/** Draws the assumptions behind both headlines of the baseline; nothing where none is uncertain, or runs are too few for any to stand out. */
export function tornado(source: ReportSource, variant: string): Chart[] {
  if (variant !== BASELINE) return []
  const range = rangeOf(source)
  return knownHeadlines(range).flatMap((headline) => {
    const drawn = drawnOf(headline, range)
    return drawn.length === 0 ? [] : [chartOf(headline, drawn, range)]
  })
}

function drawnOf(headline: HeadlineVariance, range: RangeOfResult): DrawnAssumption[] {
  const nameOfInput = inputNamer(range)
  return namedAssumptions(range.ranking, headline, MOST_NAMED).map((ranked) => {
    const name = nameOfInput(ranked.assumption)
    return {
      words: rankedInWords(ranked, name, range.runs),
      name: name.replace(/ \(from [\d,]+ counted\)$/, ''),
      // An estimate can be below 0, the share cannot.
      share: Math.max(0, ranked.first_order_share),
      error: ranked.mc_error,
      direction: directionOf(ranked, range.runs),
      correlation: ranked.rank_correlation,
    }
  })
}

function chartOf(headline: HeadlineVariance, drawn: DrawnAssumption[], range: RangeOfResult): Chart {
  const isChildren = headline.line === 'children_end'
  return {
    name: isChildren ? 'drivers-children' : 'drivers-cost',
    title: titleOf(drawn[0], isChildren ? 'children' : 'cost'),
    finding: `${nameOfHeadline(headline, range)}: of all assumptions the largest share of the variance is that of ${drawn[0].words}.`,
    note:
      'Bars: the share of the variance that each assumption has by itself; to the right where more of it means more ' +
      `${isChildren ? 'children' : 'cost'}, to the left where it means ${isChildren ? 'fewer' : 'less'}, grey where the runs do not ` +
      'tell. Lines under them: one Monte Carlo error to either side. For the baseline.',
    options: (width) => optionsOf(drawn, width),
    table: tableOf(drawn),
  }
}

function titleOf({ name, share, error }: DrawnAssumption, what: 'children' | 'cost'): string {
  const words = shareInWords(share, error)
  const named = `${name[0].toUpperCase()}${name.slice(1)}: ${words} of the variance of ${what}`
  return named.split(' ').length <= MOST_WORDS
    ? named
    : `One assumption has ${words} of the variance of ${what}`
}

function optionsOf(drawn: DrawnAssumption[], width: number) {
  const { marginTop: top, marginBottom: bottom } = MARGINS
  const placed = placeRows(
    drawn.map(({ words }) => ({ above: words })),
    width,
    { top, bottom, near: { above: 0, below: UNDER + 2 } },
  )
  const side = ({ correlation }: DrawnAssumption) => (correlation < 0 ? -1 : 1)
  const ends = drawn.map((one) => side(one) * (one.share + one.error))
  const domain = roundDomain([0, ...ends])
  const middle = (one: DrawnAssumption) => placed.middles[drawn.indexOf(one)]
  const under = (one: DrawnAssumption) => middle(one) + BAR / 2 + UNDER
  return {
    ...MARGINS,
    height: placed.height,
    rowsAt: placed.middles,
    x: { ...valueAxisAcross(domain, width, percentSize), axis: 'top' as const },
    y: placed.y,
    marks: [
      ruleX([0], { stroke: INK }),
      ...sideNames(domain),
      rect(drawn, {
        x1: 0,
        x2: (one: DrawnAssumption) => side(one) * one.share,
        y1: (one: DrawnAssumption) => middle(one) - BAR / 2,
        y2: (one: DrawnAssumption) => middle(one) + BAR / 2,
        fill: ({ direction }: DrawnAssumption) =>
          direction === 0 ? COLOURS[4] : COLOURS[direction > 0 ? 0 : 3],
      }),
      link(drawn, {
        x1: (one: DrawnAssumption) => side(one) * Math.max(0, one.share - one.error),
        x2: (one: DrawnAssumption) => side(one) * (one.share + one.error),
        y1: under,
        y2: under,
        stroke: SOFT_INK,
        strokeWidth: 2,
      }),
      ...placed.labels,
    ],
  }
}

/** Shares to the left are no less than 0. */
function percentSize(share: number): string {
  return `${formatNumber(100 * Math.abs(share))} %`
}

function sideNames([low, high]: readonly [number, number]) {
  const name = (words: string, x: number, textAnchor: 'start' | 'end') =>
    text([words], {
      x: () => x,
      frameAnchor: 'top',
      dy: -38,
      text: (line: string) => line,
      textAnchor,
      fill: INK,
    })
  return [
    ...(low < 0 ? [name('◂ higher: less', low, 'start')] : []),
    ...(high > 0 ? [name('higher: more ▸', high, 'end')] : []),
  ]
}

function tableOf(drawn: DrawnAssumption[]): Chart['table'] {
  return {
    columns: ['Assumption', 'Share of the variance', 'Error', 'Rank correlation'],
    rows: drawn.map(({ name, share, error, correlation }) => [
      name,
      shareInWords(share, error),
      `${formatNumber(100 * error, 1)} %`,
      formatNumber(correlation, 2),
    ]),
  }
}
