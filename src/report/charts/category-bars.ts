// Horizontal bars of categories, from 0, with their labels at the left and their values at the end. -> exits.ts
import { barX, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot'
import { COLOURS, INK, isNarrow, SOFT_INK } from '../chart.ts'

const BAR_PIXELS = 22
const STEP_PIXELS = 34
const LEFT = { wide: 190, narrow: 128 }
/** A label of two lines at most is about this long, in ems. */
const LABEL_EMS = { wide: 14, narrow: 9 }

export interface CategoryBar {
  label: string
  value: number
  /** At the end of the bar. */
  text: string
  /** Drawn as a line across the end of the bar; absent where there is none. */
  low?: number
  high?: number
}

/** Draws bars in their order from the top, with the room that the longest of the texts needs at the right. */
export function categoryBars(bars: CategoryBar[], width: number): PlotOptions {
  const size = isNarrow(width) ? 'narrow' : 'wide'
  const longest = Math.max(...bars.map((bar) => bar.text.length))
  const end = ({ value, high = value }: CategoryBar) => Math.max(value, high)
  return {
    height: bars.length * STEP_PIXELS + 12,
    marginTop: 4,
    marginBottom: 8,
    marginLeft: LEFT[size],
    marginRight: 14 + 7.5 * longest,
    x: { domain: [0, Math.max(...bars.map(end)) || 1], axis: null },
    y: { domain: bars.map(({ label }) => label), axis: null, padding: 1 - BAR_PIXELS / STEP_PIXELS },
    marks: [
      barX(bars, { x: 'value', y: 'label', fill: COLOURS[0] }),
      ruleX([0], { stroke: SOFT_INK }),
      ruleY(
        bars.filter(({ low }) => low !== undefined),
        { x1: 'low', x2: 'high', y: 'label', stroke: COLOURS[3], strokeWidth: 3 },
      ),
      text(bars, {
        frameAnchor: 'left',
        y: 'label',
        text: 'label',
        textAnchor: 'end',
        lineWidth: LABEL_EMS[size],
        dx: -8,
        fill: INK,
      }),
      text(bars, { x: end, y: 'label', text: 'text', textAnchor: 'start', dx: 6, fill: INK }),
    ],
  }
}
