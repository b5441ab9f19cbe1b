// Rows of a chart with text above and below each: where they stand in pixels, for categories whose names are long.

import { type Markish, type ScaleOptions, text } from '@observablehq/plot'
import { wrapText } from '../../domain/wrap-text.ts'
import { FONT_SIZE, INK, PAPER } from '../chart.ts'

/** The thickness of a bar, in pixels. */
export const BAR = 14
/** A line of text, in pixels. */
export const LINE = FONT_SIZE + 3
const GAP = 14
/** The width of a character, with room to spare in any system's font. */
const CHARACTER = 7.4
/** Room at both sides of the scale, which numbers under its ends need. */
export const SIDE = 24
const EDGE = 2

export interface RowText {
  above: string
  below?: string
}

export interface PlacedRows {
  height: number
  /** In pixels from the top, upside down to what Plot has. */
  y: ScaleOptions
  /** The middles of the bars. */
  middles: number[]
  /** The texts above and below. */
  labels: Markish[]
}

/**
 * Places rows below each other in a chart so many pixels wide; its texts are broken into lines. `near` is room kept free
 * next to the bars for what is written there.
 */
export function placeRows(
  rows: RowText[],
  width: number,
  {
    top,
    bottom,
    near = { above: 0, below: 0 },
  }: { top: number; bottom: number; near?: { above: number; below: number } },
): PlacedRows {
  const lines = (words: string | undefined) =>
    wrapText(words ?? '', Math.floor((width - 2 * EDGE) / CHARACTER))
  const wrapped = rows.map(({ above, below }) => ({ above: lines(above), below: lines(below) }))
  const middles: number[] = []
  let end = top
  for (const { above, below } of wrapped) {
    const middle = end + LINE * above.length + 2 + near.above + BAR / 2
    middles.push(middle)
    end = middle + BAR / 2 + near.below + LINE * below.length + GAP
  }
  const height = end + bottom
  return {
    height,
    y: { type: 'linear', domain: [end, top], axis: null },
    middles,
    labels: [
      labelsAt(
        wrapped.map(({ above }, index) => ({ words: above, y: middles[index] - BAR / 2 - near.above - 5 })),
        'bottom',
      ),
      labelsAt(
        wrapped.map(({ below }, index) => ({ words: below, y: middles[index] + BAR / 2 + near.below + 3 })),
        'top',
      ),
    ],
  }
}

interface PlacedWords {
  /** Lines. */
  words: string[]
  y: number
}

/** At the left edge of the picture, with paper around it, so that lines of the chart do not run through the letters. */
function labelsAt(labels: PlacedWords[], lineAnchor: 'top' | 'bottom'): Markish {
  return text(
    labels.filter(({ words }) => words.length > 0),
    {
      text: ({ words }: PlacedWords) => words.join('\n'),
      frameAnchor: 'left',
      y: 'y',
      dx: EDGE - SIDE,
      textAnchor: 'start',
      lineAnchor,
      lineHeight: 1.25,
      ...ON_PAPER,
    },
  )
}

/** Letters with paper around them. */
export const ON_PAPER = {
  fill: INK,
  stroke: PAPER,
  strokeWidth: 4,
  paintOrder: 'stroke',
} as const
