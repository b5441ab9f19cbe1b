// growth.svg: cost against size on logarithms, each axis from its smallest point on, so that all fit beside one line of
// linear growth. Drawn as the report's charts are.
import { dot, lineY, type Markish, type PlotOptions, text } from '@observablehq/plot'
import { type Chart, COLOURS, INK, PAPER, SOFT_INK, WIDTHS } from '../src/report/chart.ts'
import { standalone } from '../src/report/chart-files.ts'
import { moveApart } from '../src/report/charts/direct-labels.ts'
import { drawChart } from '../src/report/draw-chart.ts'
import { type MeasuredAxis, type Slopes, slopesOf, steepCosts } from './growth-checks.ts'
import type { AxisName } from './growth-points.ts'

const PANELS: { panel: string; cost: keyof Slopes }[] = [
  { panel: 'Time to simulate', cost: 'simulate' },
  { panel: 'Peak memory', cost: 'mebibytes' },
]
/** Threads are no size that work grows with. */
const DRAWN: {
  name: AxisName
  words: string
  colour: string
  symbol: 'circle' | 'diamond' | 'square' | 'triangle'
}[] = [
  { name: 'runs', words: 'runs', colour: COLOURS[0], symbol: 'circle' },
  { name: 'years', words: 'years', colour: COLOURS[1], symbol: 'diamond' },
  { name: 'children', words: 'children', colour: COLOURS[2], symbol: 'square' },
  { name: 'variants', words: 'variants', colour: COLOURS[3], symbol: 'triangle' },
]
const HEIGHT = 420
const MARGINS = { marginTop: 34, marginBottom: 44, marginLeft: 58, marginRight: 96 }
const LARGEST = 1000
const LEAST = 0.8
const LABEL_GAP = 16

type DrawnAxis = (typeof DRAWN)[number] & { axis: MeasuredAxis }

interface DrawnPoint {
  panel: string
  x: number
  y: number
}

/** Draws time and memory of the measured axes; returns a self-contained SVG document. */
export function drawGrowth(axes: readonly MeasuredAxis[]): string {
  const chart = growthChart(axes)
  return standalone(chart, drawChart(chart, WIDTHS.wide))
}

function growthChart(axes: readonly MeasuredAxis[]): Chart {
  const drawn = DRAWN.map((look) => ({ ...look, axis: axes.find(({ name }) => name === look.name)! }))
  const isSteep = drawn.some(({ axis }) => steepCosts(axis).length > 0)
  const slopes = drawn.map(({ words, axis }) => `${words} ${slopesOf(axis).simulate.toFixed(2)}`)
  return {
    name: 'growth',
    title: isSteep ? 'Cost grows faster than the work' : 'Cost grows no faster than the work',
    finding: `Slopes of time: ${slopes.join(', ')}; 1 is linear.`,
    note:
      `Each line starts at its smallest point: ${drawn.map(rangeOf).join('; ')}. Both scales are multiples of it, on logarithms; ` +
      'the dashed line is linear growth; numbers are slopes, where 1 is linear. Memory includes that of Node.js itself.',
    options: () => optionsOf(drawn),
    table: { columns: [], rows: [] },
  }
}

function rangeOf({ words, axis: { name, points } }: DrawnAxis): string {
  const ends = [points[0], points.at(-1)!].map((point) => point[name]!.toLocaleString('en-GB'))
  return `${words} ${ends.join(' to ')}`
}

function optionsOf(drawn: DrawnAxis[]): PlotOptions {
  const scale = { type: 'log' as const, ticks: [1, 10, 100, 1000], tickFormat: inTimes }
  return {
    ...MARGINS,
    height: HEIGHT,
    x: {
      ...scale,
      domain: [1, LARGEST],
      label: 'Size, as a multiple of the smallest',
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: { ...scale, domain: [LEAST, LARGEST], label: null, grid: true },
    fx: { domain: PANELS.map(({ panel }) => panel), label: null, padding: 0.28 },
    marks: [linearGrowth(), ...drawn.flatMap(marksOf), ...labelsOf(drawn)],
  }
}

function inTimes(value: number): string {
  return `${value.toLocaleString('en-GB')} ×`
}

function linearGrowth(): Markish {
  const ends = PANELS.flatMap(({ panel }) => [1, LARGEST].map((size) => ({ panel, x: size, y: size })))
  return lineY(ends, { fx: 'panel', x: 'x', y: 'y', z: 'panel', stroke: SOFT_INK, strokeDasharray: '4 4' })
}

/** The points of an axis in each panel, as multiples of its first one. */
function pointsOf({ axis: { name, points } }: DrawnAxis): DrawnPoint[] {
  return PANELS.flatMap(({ panel, cost }) =>
    points.map((point) => ({ panel, x: point[name]! / points[0][name]!, y: point[cost] / points[0][cost] })),
  )
}

function marksOf(drawn: DrawnAxis): Markish[] {
  const points = pointsOf(drawn)
  const { colour, symbol } = drawn
  const places = { fx: 'panel', x: 'x', y: 'y' } as const
  return [
    lineY(points, { ...places, z: 'panel', stroke: colour, strokeWidth: 2 }),
    dot(points, { ...places, symbol, fill: colour, r: 4.5 }),
  ]
}

/** Names each line at its last point, moved apart where two end close to one another. */
function labelsOf(drawn: DrawnAxis[]): Markish[] {
  const perUnit = (HEIGHT - MARGINS.marginTop - MARGINS.marginBottom) / Math.log(LARGEST / LEAST)
  return PANELS.map(({ panel, cost }) => {
    const ends = drawn
      .map((one) => ({
        words: `${one.words} ${slopesOf(one.axis)[cost].toFixed(2)}`,
        ...pointsOf(one).findLast((point) => point.panel === panel)!,
      }))
      .toSorted((one, other) => one.y - other.y)
    const apart = moveApart(
      ends.map(({ y }) => perUnit * Math.log(y)),
      LABEL_GAP,
    )
    const labels = ends.map((end, index) => ({ ...end, y: Math.exp(apart[index] / perUnit) }))
    return text(labels, {
      fx: 'panel',
      x: 'x',
      y: 'y',
      text: 'words',
      textAnchor: 'start',
      dx: 9,
      fill: INK,
      stroke: PAPER,
      strokeWidth: 4,
      clip: false,
    })
  })
}
