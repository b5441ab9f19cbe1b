// A section of the page after the first screen: a heading, charts, and text of its own. -> page.ts, chart-files.ts
import type { ChartsOf } from '../chart.ts'
import { type Content, html, type Markup } from '../html.ts'
import type { ReportSource } from '../report-source.ts'
import { figures } from '../variant-parts.ts'

export interface Section {
  /** The id of its heading. */
  id: string
  heading: string
  /** Drawn for every variant, in this order. */
  charts?: ChartsOf[]
  /** What stands before and after the charts; nothing where there is nothing to say. */
  before?: (source: ReportSource) => Content
  after?: (source: ReportSource) => Content
}

/** Writes a section; nothing where it has neither charts nor text. */
export function writeSection(source: ReportSource, section: Section): Markup | undefined {
  const { id, heading, charts = [] } = section
  const drawn = charts.flatMap((chartsOf) => figures(source, chartsOf) ?? [])
  const [before, after] = [section.before?.(source), section.after?.(source)]
  if (drawn.length === 0 && before === undefined && after === undefined) return undefined
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${before}${drawn}${after}</section>
`
}
