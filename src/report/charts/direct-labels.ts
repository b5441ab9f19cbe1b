// Labels beside what they name, in place of a legend, moved apart where they would overlap.
import { type Markish, text } from '@observablehq/plot'
import { FONT_SIZE, INK } from '../chart.ts'

export interface DirectLabel {
  /** In units of the y scale. */
  y: number
  text: string
}

const GAP = FONT_SIZE + 2

/**
 * Writes labels at the right edge of a chart whose y scale spans `domain` over `pixels`; those closer than a line of text
 * are moved up or down, and keep their order.
 */
export function edgeLabels(
  labels: DirectLabel[],
  { domain, pixels }: { domain: readonly [number, number]; pixels: number },
): Markish[] {
  const perPixel = (domain[1] - domain[0]) / pixels
  const sorted = labels.toSorted((one, other) => one.y - other.y)
  const apart = moveApart(
    sorted.map(({ y }) => y / perPixel),
    GAP,
  )
  return sorted.map((label, index) =>
    text([label], {
      frameAnchor: 'right',
      y: () => apart[index] * perPixel,
      text: () => label.text,
      textAnchor: 'start',
      dx: 6,
      fill: INK,
      clip: false,
    }),
  )
}

/** Moves ascending positions at least `gap` apart, as little as possible, around the middle of those that touch. */
export function moveApart(positions: number[], gap: number): number[] {
  const groups = positions.map((position) => ({ middle: position, size: 1 }))
  for (let index = 1; index < groups.length; ) {
    const [before, after] = [groups[index - 1], groups[index]]
    if (after.middle - before.middle >= (gap * (before.size + after.size)) / 2) {
      index++
      continue
    }
    const size = before.size + after.size
    const middle = (before.middle * before.size + after.middle * after.size) / size
    groups.splice(index - 1, 2, { middle, size })
    index = Math.max(1, index - 1)
  }
  return groups.flatMap(({ middle, size }) =>
    Array.from({ length: size }, (_, place) => middle + gap * (place - (size - 1) / 2)),
  )
}
