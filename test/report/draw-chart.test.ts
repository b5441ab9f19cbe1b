import { dot, text } from '@observablehq/plot'
import { expect, test } from 'vitest'
import type { Chart } from '../../src/report/chart.ts'
import { drawChart } from '../../src/report/draw-chart.ts'

const NAME = '<img src=x onerror=alert(1)> "12.345" class="plot-1"'
const CHART: Chart = {
  name: 'points',
  title: 'Two points & a name',
  finding: 'One is <higher> than the other.',
  options: () => ({
    height: 200,
    x: { domain: [0, 10] },
    y: { domain: [0, 3] },
    marks: [
      dot([1, 2], { x: (d) => d, y: (d) => d / 3 }),
      text([1], { x: () => 5, y: () => 1, text: () => NAME }),
    ],
  }),
  table: { columns: ['x', 'y'], rows: [] },
  places: { scale: 'x', of: [0, 5, 10] },
}

test('drawChart draws the same bytes each time, whatever was drawn before', () => {
  const first = drawChart(CHART, 680)
  drawChart({ ...CHART, name: 'other' }, 340)
  expect(drawChart(CHART, 680)).toEqual(first)
})

test('drawChart leaves no style, class or label of its own, and writes positions to a tenth of a pixel', () => {
  const { content } = drawChart(CHART, 680)
  expect(content).not.toMatch(/<style|style=|aria-|<[^>]* class=/)
  expect(content).toMatch(/<circle [^>]*cx="[\d.]+"/)
  for (const [, position] of content.matchAll(/ (?:cx|cy|x|y|d|transform)="([^"]*)"/g))
    expect(position).not.toMatch(/\.\d\d/)
})

test('drawChart keeps texts whole and as texts', () => {
  const { content } = drawChart(CHART, 680)
  expect(content).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(content).toContain('12.345')
})

test('drawChart says where the rows of the table stand, by places or by rows that depend on the width', () => {
  const { reading, width } = drawChart(CHART, 680)
  expect(width).toBe(680)
  expect(reading!.scale).toBe('x')
  expect(reading!.at).toHaveLength(3)
  expect(reading!.at[1]).toBeCloseTo((reading!.at[0] + reading!.at[2]) / 2, 5)
  const rows = drawChart({ ...CHART, options: (wide) => ({ ...CHART.options(wide), rowsAt: [0, 3] }) }, 680)
  expect(rows.reading!.scale).toBe('y')
  expect(rows.reading!.at[0]).toBeGreaterThan(rows.reading!.at[1])
  expect(drawChart({ ...CHART, places: undefined }, 680).reading).toBeUndefined()
})
