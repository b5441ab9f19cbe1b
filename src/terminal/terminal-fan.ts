// A fan chart of letters: the known numbers of children, then the median and the 80 % band, month by month.
import { monthInWords } from '../domain/calendar.ts'
import { formatNumber } from '../domain/quantity.ts'
import { type FanData, fanAt } from '../result/fan-data.ts'
import {
  columnOf,
  type HorizontalScale,
  horizontalScale,
  type VerticalScale,
  verticalScale,
} from './fan-scales.ts'
import { paint, type TerminalStyle } from './terminal-style.ts'

const MOST_COLUMNS = 72
const FEWEST_COLUMNS = 40

// All of them in WGL4, the letters that every Windows console font has; Braille dots are not.
const UNICODE_SIGNS = {
  known: '●',
  upper: '▀',
  lower: '▄',
  band: '░',
  axis: '│',
  tick: '┤',
  corner: '└',
  base: '─',
  date: '┴',
}
const ASCII_SIGNS = {
  known: 'o',
  upper: '=',
  lower: '=',
  band: ':',
  axis: '|',
  tick: '+',
  corner: '+',
  base: '-',
  date: '+',
}

type Signs = typeof UNICODE_SIGNS

const signsOf = (style: TerminalStyle): Signs => (style.unicode ? UNICODE_SIGNS : ASCII_SIGNS)

/** Draws the fan: a legend, the chart with numbers at its left, dates below; nothing where the terminal is too narrow. */
export function terminalFan(data: FanData, style: TerminalStyle): string[] {
  if (style.columns < FEWEST_COLUMNS) return []
  const signs = signsOf(style)
  const vertical = verticalScale(data)
  const margin = ' '.repeat(formatNumber(vertical.top).length)
  const horizontal = horizontalScale(data, Math.min(MOST_COLUMNS, style.columns) - margin.length - 2)
  const rows = drawRows(data, vertical, horizontal, signs).map((cells, row) => {
    const value = vertical.top - row * vertical.step
    const labelled = value % vertical.labelStep === 0
    const label = (labelled ? formatNumber(value) : '').padStart(margin.length)
    return `${label} ${labelled ? signs.tick : signs.axis}${paintRow(cells, style)}`
  })
  return [...legend(signs, style), ...rows, ...dateAxis(data, horizontal, margin, signs)]
}

function legend(signs: Signs, style: TerminalStyle): string[] {
  const [known, median, band] = [signs.known, signs.lower, signs.band].map((sign) => paintRow([sign], style))
  const heading = paint(style, 'bold', 'Children looked after, month by month')
  return [heading, `${known} known  ${median} median  ${band} 80 % interval`]
}

function paintRow(row: string[], style: TerminalStyle): string {
  const { upper, lower, band } = signsOf(style)
  const painted = (sign: string) => {
    if (sign === upper || sign === lower) return paint(style, 'cyan', sign)
    return sign === band ? paint(style, 'dim', sign) : sign
  }
  return row.map(painted).join('').trimEnd()
}

function drawRows(
  { known, fan }: FanData,
  vertical: VerticalScale,
  horizontal: HorizontalScale,
  signs: Signs,
) {
  const rows = Array.from({ length: vertical.rows }, () => Array<string>(horizontal.width).fill(' '))
  const depthOf = (children: number) => (vertical.top - children) / vertical.step
  const rowOf = (children: number) => Math.round(depthOf(children))
  for (let column = columnOf(fan[0].day, horizontal); column < horizontal.width; column++) {
    const { q10, q50, q90 } = fanAt(fan, horizontal.first + column * horizontal.daysPerColumn)
    for (let row = rowOf(q90); row <= rowOf(q10); row++) rows[row][column] = signs.band
    const row = rowOf(q50)
    rows[row][column] = depthOf(q50) < row ? signs.upper : signs.lower
  }
  for (const { day, children } of known) rows[rowOf(children)][columnOf(day, horizontal)] = signs.known
  return rows
}

/** The line below the chart, and the months of its end, the forecast's start and its beginning as far as there is room. */
function dateAxis({ fan }: FanData, horizontal: HorizontalScale, margin: string, signs: Signs): string[] {
  const { width, first } = horizontal
  const line = Array<string>(width).fill(signs.base)
  const labels = Array<string>(width).fill(' ')
  for (const day of [fan.at(-1)!.day, fan[0].day, first]) {
    const text = monthInWords(day)
    const column = columnOf(day, horizontal)
    const start = Math.min(Math.max(0, column - Math.floor(text.length / 2)), width - text.length)
    const taken = labels.slice(Math.max(0, start - 1), start + text.length + 1)
    if (taken.some((sign) => sign !== ' ')) continue
    line[column] = signs.date
    labels.splice(start, text.length, ...text)
  }
  return [`${margin} ${signs.corner}${line.join('')}`, `${margin}  ${labels.join('').trimEnd()}`]
}
