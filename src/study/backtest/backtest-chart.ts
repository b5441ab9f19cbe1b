// backtest.svg: the interval of each council against what happened, a panel for each origin and target. Colours are those of
// the Government Analysis Function; what lies outside differs in shape too.
import { formatNumber } from '../../domain/quantity.ts'
import type { Horizon } from '../naive-forecasts.ts'
import type { SettledCouncil } from './backtest.ts'
import { quantileAt } from './outcomes.ts'
import { horizonInWords } from './scores-in-words.ts'

const INSIDE = '#12436D'
const OUTSIDE = '#F46A25'
const TEXT = '#222222'
const GRID = '#D9D9D9'
const WIDTH = 1000
const LEFT = 70
const RIGHT = 20
const TOP = 110
const PANEL = 260
const BETWEEN_PANELS = 62
const BOTTOM = 40

/** Draws all councils, sorted by what happened to them; returns a self-contained SVG document. */
export function drawBacktest(settled: readonly SettledCouncil[]): string {
  const panels = panelsOf(settled)
  const height = TOP + panels.length * (PANEL + BETWEEN_PANELS) + BOTTOM
  const limits = limitsOf(settled)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="Arial, sans-serif" fill="${TEXT}">`,
    `<title id="title">${titleOf(settled)}</title>`,
    `<desc id="description">${escaped(describe(panels))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#FFFFFF"/>`,
    `<text x="${LEFT}" y="36" font-size="24" font-weight="bold">${titleOf(settled)}</text>`,
    `<text x="${LEFT}" y="62" font-size="15">Change in the number of children looked after, % of the number at the start</text>`,
    ...legend(84),
    ...panels.flatMap(({ horizon, councils }, at) =>
      panelLines(horizon, councils, TOP + at * (PANEL + BETWEEN_PANELS) + 28, limits),
    ),
    `<text x="${LEFT}" y="${height - 18}" font-size="13">Each council once in a panel, sorted by its change. Department for Education, Children looked after in England, editions 2015 to 2018.</text>`,
    '</svg>',
    '',
  ].join('\n')
}

/** Ten words at most that say what was found. */
function titleOf(settled: readonly SettledCouncil[]): string {
  const held = settled.filter(isInside).length
  const share = Math.round((100 * held) / settled.length)
  return `80 % intervals held ${share} % of ${formatNumber(settled.length)} outcomes`
}

interface Panel {
  horizon: Horizon
  councils: SettledCouncil[]
}

function panelsOf(settled: readonly SettledCouncil[]): Panel[] {
  const panels: Panel[] = []
  for (const council of settled) {
    const { origin, target } = council
    const found = panels.find(({ horizon }) => horizon.origin === origin && horizon.target === target)
    if (found) found.councils.push(council)
    else panels.push({ horizon: { origin, target }, councils: [council] })
  }
  for (const { councils } of panels) councils.sort((one, other) => changeOf(one) - changeOf(other))
  return panels
}

function changeOf({ outcome, lastValue }: SettledCouncil): number {
  return percentOf(outcome, lastValue)
}

function percentOf(children: number, lastValue: number): number {
  return 100 * (children / lastValue - 1)
}

/** The ends of the 80 % interval, in % of the last number. */
function endsOf(council: SettledCouncil): [low: number, high: number] {
  const { lastValue } = council
  return [percentOf(quantileAt(council, 0.1), lastValue), percentOf(quantileAt(council, 0.9), lastValue)]
}

function isInside({ forecasts }: SettledCouncil): boolean {
  return forecasts.carecast.scores.covered80 === 1
}

/** Whole tens that all outcomes and intervals lie between. */
function limitsOf(settled: readonly SettledCouncil[]): [least: number, most: number] {
  const values = settled.flatMap((council) => [changeOf(council), ...endsOf(council)])
  return [10 * Math.floor(Math.min(...values) / 10), 10 * Math.ceil(Math.max(...values) / 10)]
}

function legend(y: number): string[] {
  return [
    `<line x1="${LEFT + 4}" x2="${LEFT + 4}" y1="${y - 9}" y2="${y + 9}" stroke="${INSIDE}" stroke-opacity="0.35" stroke-width="4"/>`,
    `<text x="${LEFT + 16}" y="${y + 5}" font-size="14">80 % interval of the forecast</text>`,
    circle(LEFT + 240, y),
    `<text x="${LEFT + 252}" y="${y + 5}" font-size="14">what happened, inside it</text>`,
    diamond(LEFT + 440, y),
    `<text x="${LEFT + 452}" y="${y + 5}" font-size="14">what happened, outside it</text>`,
  ]
}

function panelLines(
  horizon: Horizon,
  councils: SettledCouncil[],
  top: number,
  [least, most]: [number, number],
): string[] {
  const step = (WIDTH - LEFT - RIGHT) / councils.length
  const xOf = (at: number) => LEFT + (at + 0.5) * step
  const yOf = (percent: number) => top + (PANEL * (most - percent)) / (most - least)
  const thickness = Math.min(6, 0.7 * step).toFixed(2)
  const held = councils.filter(isInside).length
  return [
    `<text x="${LEFT}" y="${top - 10}" font-size="16" font-weight="bold">${horizonInWords(horizon)}: ${held} of ${councils.length} inside</text>`,
    ...ticks(least, most).flatMap((percent) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${place(yOf(percent))}" y2="${place(yOf(percent))}" stroke="${percent === 0 ? TEXT : GRID}"/>`,
      `<text x="${LEFT - 8}" y="${place(yOf(percent) + 5)}" font-size="13" text-anchor="end">${signed(percent)} %</text>`,
    ]),
    ...councils.flatMap((council, at) => {
      const [low, high] = endsOf(council).map(yOf)
      const [x, y] = [xOf(at), yOf(changeOf(council))]
      return [
        `<line x1="${place(x)}" x2="${place(x)}" y1="${place(high)}" y2="${place(low)}" stroke="${INSIDE}" stroke-opacity="0.35" stroke-width="${thickness}"/>`,
        isInside(council) ? circle(x, y, council.authority) : diamond(x, y, council.authority),
      ]
    }),
  ]
}

function ticks(least: number, most: number): number[] {
  const step = most - least > 120 ? 40 : 20
  const first = Math.ceil(least / step)
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) => (first + at) * step)
}

function circle(x: number, y: number, name?: string): string {
  return `<circle cx="${place(x)}" cy="${place(y)}" r="2.6" fill="${INSIDE}">${titled(name)}</circle>`
}

function diamond(x: number, y: number, name?: string): string {
  const size = 4.2
  const corners = [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ]
  const points = corners.map((corner) => corner.map(place).join(',')).join(' ')
  return `<polygon points="${points}" fill="${OUTSIDE}">${titled(name)}</polygon>`
}

function titled(name: string | undefined): string {
  return name === undefined ? '' : `<title>${escaped(name)}</title>`
}

/** With a minus sign as wide as the plus. */
function signed(percent: number): string {
  return percent < 0 ? `\u2212${-percent}` : `${percent > 0 ? '+' : ''}${percent}`
}

function place(coordinate: number): string {
  return coordinate.toFixed(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function describe(panels: Panel[]): string {
  return panels
    .map(({ horizon, councils }) => {
      const held = councils.filter(isInside).length
      return `${horizonInWords(horizon)}: the 80 % intervals of ${held} of ${councils.length} councils hold what happened.`
    })
    .join(' ')
}
