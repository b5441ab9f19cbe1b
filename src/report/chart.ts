// A chart of the report: what it says, how it is drawn at a width, and the same values as a table. charts/ makes them,
// figure.ts puts them in the page, chart-files.ts on the disk.
import type { PlotOptions } from '@observablehq/plot'
import type { ReportSource } from './report-source.ts'

/** Where a row of the table stands on a scale of the chart. */
export type Place = Date | number | string

export interface Chart {
  /** Lower case with hyphens: the id in the page, and the name of its file. */
  name: string
  /** What it shows, in ten words or less. */
  title: string
  /** The finding in a sentence or two, with its interval and level: says as much as the picture to who does not see it. */
  finding: string
  /** How to read it, or where the numbers come from. */
  note?: string
  /** Draws it so many pixels wide: WIDTHS has the widths. */
  options: (width: number) => ChartOptions
  /** The same values; the first column names the rows. */
  table: ChartTable
  /** Where the rows stand on the x or the y scale, in their order, for reading values off; absent where they stand on none. */
  places?: { scale: 'x' | 'y'; of: Place[] }
}

export interface ChartOptions extends PlotOptions {
  /** Where the first rows of the table stand on the y scale, where that depends on the width; in place of `places`. */
  rowsAt?: number[]
}

/** Makes charts of a variant; those that are of no variant come with the baseline, and there may be nothing to draw. */
export type ChartsOf = (source: ReportSource, variant: string) => Chart[]

export interface ChartTable {
  columns: string[]
  rows: string[][]
}

/** Widths in pixels that charts are drawn at: for screens and paper, and for phones. */
export const WIDTHS = { wide: 680, narrow: 340 } as const

/** Text in a chart, in pixels. */
export const FONT_SIZE = 13
export const FONTS = 'system-ui,Arial,Helvetica,sans-serif'

/**
 * Colours of the Government Analysis Function's palette, in its order, which holds their contrast to one another; the
 * page and draw-chart.ts say which they are. At most four at once; with two, the first and the fourth.
 */
export const COLOURS = [
  'var(--blue)',
  'var(--turquoise)',
  'var(--plum)',
  'var(--orange)',
  'var(--grey)',
  'var(--lilac)',
] as const

/** The sequential blues of bands, from the middle outwards: 50, 80 and 90 % of the runs. */
export const BANDS = ['var(--band-50)', 'var(--band-80)', 'var(--band-90)'] as const

export const INK = 'var(--ink)'
/** Lines and texts of second rank. */
export const SOFT_INK = 'var(--soft-ink)'
/** The colour behind a chart. */
export const PAPER = 'var(--paper)'

/** Tells whether a chart is drawn for a phone. */
export function isNarrow(width: number): boolean {
  return width < 500
}
