// Small panels side by side, all with one scale: a thin fan each, with its label above and its last value beside it. They
// are laid out here and not as facets of the plot, which take twice the bytes. Panels -> placement-mix.ts
import { areaY, lineY, type PlotOptions, ruleX, text } from '@observablehq/plot'
import { monthInWords } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { BANDS, INK, isNarrow, SOFT_INK } from '../chart.ts'
import type { Panel } from './placement-panels.ts'
import { roundDomain } from './value-axis.ts'

const PIXELS = { high: 74, title: 40, left: 34, right: 40, below: 26 }

interface Layout {
  columns: number
  /** Where a panel of that index has its upper left corner, and how wide it is. */
  left: (index: number) => number
  top: (index: number) => number
  wide: number
  x: (day: number) => number
  y: (value: number) => number
  /** The upper end of the scale, whose lower one is 0. */
  most: number
  height: number
}

/** Draws panels in three columns, or two on a phone. */
export function panelOptions(panels: Panel[], width: number): PlotOptions {
  const layout = layoutOf(panels, width)
  return {
    height: layout.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [...fans(panels, layout), ...labels(panels, layout), ...axes(panels, layout)],
  }
}

function layoutOf(panels: Panel[], width: number): Layout {
  const columns = isNarrow(width) ? 2 : 3
  const step = Math.floor((width - PIXELS.left) / columns)
  const wide = step - PIXELS.right
  const points = panels.flatMap(({ points }) => points)
  const [, most] = roundDomain([0, ...points.map(({ middle, q90 }) => q90 ?? middle)])
  const [first, last] = [points[0].day, points.at(-1)!.day]
  return {
    columns,
    most,
    wide,
    left: (index) => PIXELS.left + (index % columns) * step,
    top: (index) => PIXELS.title + Math.floor(index / columns) * (PIXELS.high + PIXELS.title),
    x: (day) => Math.round((wide * (day - first)) / (last - first)),
    y: (value) => PIXELS.high * (1 - value / most),
    height: Math.ceil(panels.length / columns) * (PIXELS.high + PIXELS.title) + PIXELS.below,
  }
}

function fans(panels: Panel[], { left, top, x, y }: Layout) {
  const points = panels.flatMap((panel, index) =>
    panel.points.map(({ day, middle, q10, q90 }) => ({
      index,
      x: left(index) + x(day),
      middle: top(index) + y(middle),
      low: q10 === undefined ? undefined : top(index) + y(q10),
      high: q90 === undefined ? undefined : top(index) + y(q90),
    })),
  )
  const bands = points.filter(({ low }) => low !== undefined)
  return [
    areaY(bands, { x: 'x', y1: 'low', y2: 'high', z: 'index', fill: BANDS[1] }),
    lineY(points, { x: 'x', y: 'middle', z: 'index', stroke: INK }),
  ]
}

function labels(panels: Panel[], { left, top, y, wide, columns }: Layout) {
  const places = panels.map(({ label, points }, index) => ({
    label,
    left: left(index),
    top: top(index) - 6,
    end: left(index) + wide,
    last: points.at(-1)!.middle,
    y: top(index) + y(points.at(-1)!.middle),
  }))
  const style = { textAnchor: 'start' as const, fill: INK }
  return [
    text(places, {
      ...style,
      x: 'left',
      y: 'top',
      text: 'label',
      lineAnchor: 'bottom',
      lineWidth: columns === 2 ? 9.5 : 13,
      fontWeight: 600,
    }),
    text(places, { ...style, x: 'end', y: 'y', text: ({ last }) => formatNumber(last), dx: 5 }),
  ]
}

/** Values at the left of each row, days below the last panel of each column. */
function axes(panels: Panel[], layout: Layout) {
  const { columns, left, top, wide, most } = layout
  const indices = panels.map((_, index) => index)
  const values = indices
    .filter((index) => index % columns === 0)
    .flatMap((index) => [
      { y: top(index), value: most },
      { y: top(index) + PIXELS.high, value: 0 },
    ])
  const points = panels[0].points
  const days = indices
    .filter((index) => index + columns >= panels.length)
    .flatMap((index) => [
      ...(columns === 2 ? [] : [{ index, x: left(index), day: points[0].day, anchor: 'start' as const }]),
      { index, x: left(index) + wide, day: points.at(-1)!.day, anchor: 'end' as const },
    ])
  return [
    ruleX(indices, {
      x: left,
      y1: top,
      y2: (index: number) => top(index) + PIXELS.high,
      stroke: SOFT_INK,
    }),
    text(values, {
      x: PIXELS.left - 6,
      y: 'y',
      text: ({ value }) => formatNumber(value),
      textAnchor: 'end',
    }),
    ...(['start', 'end'] as const).map((textAnchor) =>
      text(
        days.filter(({ anchor }) => anchor === textAnchor),
        {
          x: 'x',
          y: ({ index }) => top(index) + PIXELS.high + 14,
          text: ({ day }) => monthInWords(day),
          textAnchor,
        },
      ),
    ),
  ]
}
