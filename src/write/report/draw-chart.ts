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
  /** Where the rows of its table stand, in pixels from the left or the top; empty where they stand on no scale. */
  at: number[]
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
  const options: PlotOptions = { width, ...chart.options(width) }
  const drawn = plot({ ...options, document } as PlotOptions) as unknown as DrawnPlot
  for (const style of drawn.querySelectorAll('style')) style.remove()
  for (const element of drawn.querySelectorAll('*')) tidy(element)
  return {
    content: drawn.innerHTML,
    width,
    height: Number(drawn.getAttribute('height')),
    at: placesOf(chart, drawn),
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

function placesOf({ places }: Chart, drawn: DrawnPlot): number[] {
  if (places === undefined) return []
  const scale = drawn.scale(places.scale)!
  const half = (scale.bandwidth ?? 0) / 2
  return places.of.map((place: Place) => Math.round(10 * (scale.apply(place) + half)) / 10)
}
