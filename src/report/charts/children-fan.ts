// The fan of children looked after: known numbers, the spread of the runs month by month, and what was claimed of them.
import { dot, lineY, type Markish, ruleY, text } from '@observablehq/plot'
import { dateInFull, dateOf, monthInFull, parseDate } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { knownNumbers } from '../../result/fan-data.ts'
import type { Statistics } from '../../summary/numbers/statistics.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import { type Chart, COLOURS, INK, isNarrow, PAPER } from '../chart.ts'
import { type MonthPoint, monthPoints, type ReportSource } from '../report-source.ts'
import { predictionWords } from '../report-words.ts'
import { BANDS_NOTE, fanMarks } from './band-marks.ts'
import { changeOfMedian } from './change.ts'
import { edgeLabels, moveApart } from './direct-labels.ts'
import { marchAxis, thinned } from './time-axis.ts'
import { roundDomain, valueAxis } from './value-axis.ts'

/** Months drawn at most; of longer horizons every second, third and so on. */
const MOST_MONTHS = 48
const COLUMNS = ['Month', 'P05', 'P10', 'P25', 'Median', 'P75', 'P80', 'P90', 'P95']
/** On charts that are no wider, claims are called by their numbers alone. */
const NARROW_PIXELS = 300
/** Room for a line of text, and for names, whose characters are no wider in any font. */
const LINE_PIXELS = 15
const EDGE_PIXELS = 8
const CHARACTER_PIXELS = 7.4
const MARGINS = { marginTop: 26, marginBottom: 28, marginLeft: 44 }

/** Draws the children of a variant from the known numbers to the end. */
export function childrenFan(source: ReportSource, variant: string): Chart[] {
  const { scenario } = source
  const start = parseDate(scenario.start)!
  const months = thinned(monthPoints(source, variant, 'children', null), MOST_MONTHS)
  const opening = { day: start, statistics: everyQuantile(scenario.openingStock.children) }
  const points = [opening, ...months]
  const chart: Chart = {
    name: 'children',
    title: titleOf(points),
    finding: findingOf(points),
    note: `${BANDS_NOTE} Dots: numbers that are known.${claimsNote(claimsOf(source, variant))}`,
    options: (width) => optionsOf(source, variant, points, width),
    table: {
      columns: COLUMNS,
      rows: points.map(({ day, statistics: { q05, q10, q25, q50, q75, q80, q90, q95 } }) => [
        monthInFull(day),
        ...[q05, q10, q25, q50, q75, q80, q90, q95].map((value) => formatNumber(value)),
      ]),
    },
    places: { scale: 'x', of: points.map(({ day }) => dateOf(day)) },
  }
  return [chart]
}

function titleOf(points: MonthPoint[]): string {
  const [from, to] = [points[0].statistics, points.at(-1)!.statistics]
  const end = monthInFull(points.at(-1)!.day)
  const direction = changeOfMedian(from, to)
  if (direction === 'unclear') return 'Too few runs to tell whether children rise or fall'
  if (direction === 'none') return `Children stay near ${formatNumber(from.q50)} until ${end}`
  return `Children ${direction} from ${formatNumber(from.q50)} to ${formatNumber(to.q50)} by ${end}`
}

function findingOf(points: MonthPoint[]): string {
  const { day, statistics } = points.at(-1)!
  return (
    `On ${dateInFull(day)} the median of the runs is ${formatNumber(statistics.q50)} children, ` +
    `${predictionWords(statistics)}; on ${dateInFull(points[0].day)} there were ${formatNumber(points[0].statistics.q50)}.`
  )
}

function optionsOf(source: ReportSource, variant: string, points: MonthPoint[], width: number) {
  const known = knownNumbers(source.scenario)
  const claims = claimsOf(source, variant)
  const days = [...known.map(({ day }) => day), ...points.map(({ day }) => day)]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const height = isNarrow(width) ? 260 : 340
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const domain = roundDomain([
    ...known.map(({ children }) => children),
    ...points.flatMap(({ statistics: { q05, q95 } }) => [q05, q95]),
    ...claims.map(({ value }) => value),
  ])
  const { q10, q50, q90 } = points.at(-1)!.statistics
  const labels = [
    { y: q90, text: `P90 ${formatNumber(q90)}` },
    { y: q50, text: `Median ${formatNumber(q50)}` },
    { y: q10, text: `P10 ${formatNumber(q10)}` },
  ]
  const marginRight = EDGE_PIXELS + CHARACTER_PIXELS * Math.max(...labels.map((label) => label.text.length))
  const pixelsAcross = width - MARGINS.marginLeft - marginRight
  return {
    ...MARGINS,
    height,
    marginRight,
    x: { type: 'utc' as const, domain: [dateOf(first), dateOf(last)] },
    y: valueAxis(domain, pixels, 'Children', formatNumber),
    marks: [
      marchAxis(first, last, pixelsAcross),
      ...fanMarks(points.map(({ day, statistics }) => ({ x: dateOf(day), statistics }))),
      ...claims.map(({ on, value }) =>
        ruleY([value], {
          x1: dateOf(points[0].day),
          x2: dateOf(parseDate(on!)!),
          stroke: COLOURS[3],
          strokeDasharray: '6 3',
          strokeWidth: 2,
        }),
      ),
      lineY(known, { x: ({ day }) => dateOf(day), y: 'children', stroke: INK }),
      dot(known, { x: ({ day }) => dateOf(day), y: 'children', fill: INK, r: 3.5 }),
      ...claimLabels(claims, points[0].day, { first, last, pixelsAcross, domain, pixels }),
      // What is known of the start alone stands in the title.
      text(known.slice(0, -1).slice(0, 1), {
        x: ({ day }) => dateOf(day),
        y: 'children',
        text: ({ children }) => formatNumber(children),
        dy: -12,
        textAnchor: 'start' as const,
        stroke: PAPER,
        strokeWidth: 4,
        fill: INK,
      }),
      ...edgeLabels(labels, { domain, pixels }),
    ],
  }
}

/**
 * Names claims left of their lines, where only the known numbers are, or at their ends where there is no room; each on paper
 * of its own, since it may lie on a line or on the bands.
 */
function claimLabels(claims: TestedClaim[], start: number, frame: Frame): Markish[] {
  const { first, last, pixelsAcross, pixels, domain } = frame
  const nameOf = ({ relation, value }: TestedClaim) =>
    pixelsAcross < NARROW_PIXELS
      ? `${relation} ${formatNumber(value)}`
      : `Claim: ${relation} ${formatNumber(value)}`
  const longest = Math.max(...claims.map((claim) => nameOf(claim).length))
  const room = ((start - first) / (last - first)) * pixelsAcross
  const isLeft = room > EDGE_PIXELS + CHARACTER_PIXELS * longest
  const perPixel = (domain[1] - domain[0]) / pixels
  const sorted = claims.toSorted((one, other) => one.value - other.value)
  const apart = moveApart(
    sorted.map(({ value }) => value / perPixel),
    LINE_PIXELS,
  )
  return sorted.map((claim, index) => {
    const end = parseDate(claim.on!)!
    const isBefore = isLeft || end === last
    return text([claim], {
      x: () => dateOf(isLeft ? start : end),
      y: () => apart[index] * perPixel,
      text: () => nameOf(claim),
      textAnchor: isBefore ? 'end' : 'start',
      dx: isBefore ? -8 : 6,
      dy: !isLeft && end === last ? -10 : 0,
      fill: INK,
      stroke: PAPER,
      strokeWidth: 4,
    })
  })
}

/** Where a chart has its scales. */
interface Frame {
  /** Days at the left and at the right. */
  first: number
  last: number
  pixelsAcross: number
  domain: [number, number]
  pixels: number
}

/** Claims of the number of all children on a date, each number once. */
function claimsOf({ manifest }: ReportSource, variant: string): TestedClaim[] {
  const own = manifest.claims.filter(
    ({ kind, of, given, variant: tested }) =>
      kind === 'children' && !of && given === undefined && (tested === undefined || tested === variant),
  )
  return own.filter(({ value }, index) => own.findIndex((other) => other.value === value) === index)
}

function claimsNote(claims: TestedClaim[]): string {
  return claims.length === 0 ? '' : ' Dashed lines: what was claimed or budgeted, up to its date.'
}

function everyQuantile(value: number): Statistics {
  return {
    mean: value,
    sd: 0,
    q05: value,
    q10: value,
    q25: value,
    q50: value,
    q75: value,
    q80: value,
    q90: value,
    q95: value,
    mc_error: 0,
  }
}
