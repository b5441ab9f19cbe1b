// Claims as marks: a bar for the interval of each, a dot for what was claimed, and their numbers. claims.ts -> a chart.
import { dot, type Markish, rect, text } from '@observablehq/plot'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import { BANDS, COLOURS, INK, PAPER } from '../chart.ts'
import type { ClaimScale } from './claim-scale.ts'
import { BAR, LINE, type PlacedRows, SIDE } from './placed-rows.ts'

const LATER = 'later'
/** The width of a character of a number. */
const CHARACTER = 8

/** A claim, how its numbers are written, and where they stand from left to right. */
export interface ClaimRow {
  claim: TestedClaim
  scale: ClaimScale
  write: (value: number | null) => string
}

interface ClaimLabel {
  words: string
  /** From 0 to 1. */
  x: number
  y: number
}

/** Draws claims on rows that are so many pixels wide. */
export function claimMarks(rows: ClaimRow[], { middles }: PlacedRows, pixels: number): Markish[] {
  const known = rows.filter(({ claim }) => claim.q10 !== null)
  const middle = (row: ClaimRow) => middles[rows.indexOf(row)]
  const at = (read: (scale: ClaimScale) => number) => (row: ClaimRow) => read(row.scale)
  const box = {
    y1: (row: ClaimRow) => middle(row) - BAR / 2,
    y2: (row: ClaimRow) => middle(row) + BAR / 2,
  }
  return [
    rect(rows, { x1: 0, x2: 1, y1: middle, y2: (row: ClaimRow) => middle(row) + 1, fill: 'var(--line)' }),
    rect(known, { ...box, x1: at(({ low }) => low), x2: at(({ high }) => high), fill: BANDS[1] }),
    rect(
      known.filter(({ claim }) => claim.q50 !== null),
      {
        ...box,
        x1: at(({ median }) => median),
        x2: at(({ median }) => median),
        insetLeft: -1,
        insetRight: -1,
        fill: PAPER,
      },
    ),
    dot(rows, { x: at(({ claimed }) => claimed), y: middle, r: 6, fill: COLOURS[3], stroke: INK }),
    ...labelMarks(
      rows.map((row) => ({
        words: `Claimed ${row.write(row.claim.value)}`,
        x: row.scale.claimed,
        y: middle(row) - BAR / 2 - LINE / 2,
      })),
      pixels,
      600,
    ),
    ...labelMarks(
      rows.flatMap((row) => intervalLabels(row, middle(row) + BAR / 2 + LINE / 2, pixels)),
      pixels,
    ),
  ]
}

/** Both ends of an interval, or one label for both where they would touch. */
function intervalLabels(
  { claim: { q10, q90 }, scale: { low, high }, write }: ClaimRow,
  y: number,
  pixels: number,
): ClaimLabel[] {
  const [from, to] = [q10, q90].map((value) => (value === null ? LATER : write(value)))
  const isShort = high - low < (CHARACTER * (from.length + to.length + 2)) / pixels
  if (isShort) return [{ words: from === to ? from : `${from} to ${to}`, x: (low + high) / 2, y }]
  return [
    { words: from, x: low, y },
    { words: to, x: high, y },
  ]
}

/** Writes labels over or under their places; at the ends of the scale beside them, so that they stay in the picture. */
function labelMarks(labels: ClaimLabel[], pixels: number, fontWeight?: number): Markish[] {
  const anchorOf = ({ words, x }: ClaimLabel) => {
    const half = (CHARACTER * words.length) / 2 / pixels
    return x < half ? 'start' : x > 1 - half ? 'end' : 'middle'
  }
  return (['start', 'middle', 'end'] as const).map((textAnchor) =>
    text(
      labels.filter((label) => anchorOf(label) === textAnchor),
      {
        x: 'x',
        y: 'y',
        text: 'words',
        textAnchor,
        dx: { start: -SIDE / 4, middle: 0, end: SIDE / 4 }[textAnchor],
        fontWeight,
        fill: INK,
      },
    ),
  )
}
