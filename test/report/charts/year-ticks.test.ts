import { expect, test } from 'vitest'
import { yearTicks } from '../../../src/report/charts/year-ticks.ts'
import { drawChart } from '../../../src/report/draw-chart.ts'

const YEARS = ['2023/24', '2024/25', '2025/26', '2026/27', 'Not yet']

/** The names under a band scale that is so many pixels wide, with their lines. */
function namesAt(width: number): string[] {
  const chart = {
    ...{ name: 'years', title: '', finding: '', table: { columns: [], rows: [] } },
    options: () => ({
      ...{ marginLeft: 0, marginRight: 0, x: { type: 'band' as const, domain: YEARS } },
      marks: [yearTicks(YEARS, width)],
    }),
  }
  const { content: svg } = drawChart(chart, width)
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, name]) =>
    name.replace(/<\/tspan><tspan[^>]*>/g, '|').replace(/<[^>]*>/g, ''),
  )
}

test('yearTicks names every year in one line where there is room', () => {
  expect(namesAt(600)).toEqual(YEARS)
})

test('yearTicks breaks names in two where years stand close', () => {
  expect(namesAt(250)).toEqual(['2023/|24', '2024/|25', '2025/|26', '2026/|27', 'Not|yet'])
})

test('yearTicks leaves names out where even two lines do not fit, but never the last', () => {
  expect(namesAt(180)).toEqual(['2023/|24', '2025/|26', 'Not|yet'])
})
