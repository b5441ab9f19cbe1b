// Draws a chart as SVG without a browser: the same bytes for the same chart, no style that a strict page refuses.
import { type Plot, type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Chart, Place } from './chart.ts'
import { shortPath } from './short-path.ts'

/** A drawn chart. */
export interface Drawing {
  /** What is in the SVG element, which has to say the font, and that texts are in the middle and in the current colour. */
  content: string
  width: number
  height: number
  /** Where the first rows of its table stand, in pixels from the left (x) or the top (y); absent where they stand nowhere. */
  reading?: { scale: 'x' | 'y'; at: number[] }
}

/** What is used of an element, and of a drawn plot, whose own types want a browser's. */
interface DrawnElement {
  innerHTML: string
  querySelectorAll: (selector: string) => Iterable<DrawnElement>
  getAttribute: (name: string) => string | null
  setAttribute: (name: string, value: string) => void
  removeAttribute: (name: string) => void
  remove: () => void
}
type DrawnPlot = DrawnElement & Pick<Plot, 'scale'>

const { document } = parseHTML('<html><body></body></html>')

/** What Plot writes for a page of its own: a class, and labels of groups that are no objects to readers. */
const PLOT_OWN = ['class', 'aria-label', 'aria-description', 'aria-hidden']
/** Attributes of positions, which need no more than a tenth of a pixel. */
const POSITIONS = ['d', 'transform', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'width', 'height']

/** Draws a chart so many pixels wide, with colours as CSS variables. */
export function drawChart(chart: Chart, width: number): Drawing {
  const { rowsAt, ...options } = { width, ...chart.options(width) }
  const drawn = plot({ ...options, document } as PlotOptions) as unknown as DrawnPlot
  for (const style of drawn.querySelectorAll('style')) style.remove()
  for (const element of drawn.querySelectorAll('*')) tidy(element)
  return {
    content: drawn.innerHTML,
    width,
    height: Number(drawn.getAttribute('height')),
    reading: readingOf(rowsAt ? { scale: 'y', of: rowsAt } : chart.places, drawn),
  }
}

function tidy(element: DrawnElement): void {
  for (const name of PLOT_OWN) element.removeAttribute(name)
  for (const name of POSITIONS) {
    const value = element.getAttribute(name)
    if (value !== null) element.setAttribute(name, shortPath(value.replace(/-?\d*\.\d+/g, toTenths)))
  }
}

function toTenths(number: string): string {
  return String(Math.round(10 * Number(number)) / 10)
}

function readingOf(places: Chart['places'], drawn: DrawnPlot): Drawing['reading'] {
  if (places === undefined) return undefined
  const { scale, of } = places
  const { apply, bandwidth = 0 } = drawn.scale(scale)!
  return { scale, at: of.map((place: Place) => Math.round(10 * (apply(place) + bandwidth / 2)) / 10) }
}
