// Looks at charts without a browser: words of titles, and marks in drawings.
import { type Chart, WIDTHS } from '../../../src/report/chart.ts'
import { drawChart } from '../../../src/report/draw-chart.ts'

/** Counts the words of a text as they stand between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).length
}

/** Returns what a chart looks like at both widths. */
export function drawings(chart: Chart): string[] {
  return Object.values(WIDTHS).map((width) => drawChart(chart, width).content)
}

/** Counts what a pattern finds in a drawing. */
export function countIn(svg: string, pattern: RegExp): number {
  return [...svg.matchAll(pattern)].length
}

/** Counts elements of a name in a drawing that have an attribute like this. */
export function marksIn(svg: string, element: string, attribute = ''): number {
  return countIn(svg, new RegExp(`<${element}\\b[^>]*${attribute}`, 'g'))
}
