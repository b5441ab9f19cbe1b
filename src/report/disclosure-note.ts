// What the note of every chart says where small counts are withheld. -> variant-parts.ts
import type { Chart } from './chart.ts'
import type { ReportSource } from './report-source.ts'

/** Adds to the note of a chart that small counts are not in it; the very same chart where none are withheld. */
export function withDisclosureNote(chart: Chart, { scenario }: Pick<ReportSource, 'scenario'>): Chart {
  if (scenario.disclosure === undefined) return chart
  const note = `Counts of fewer than ${scenario.disclosure.below} children, and what would tell them, are not shown: see ‘Confidential numbers’.`
  return { ...chart, note: chart.note === undefined ? note : `${chart.note} ${note}` }
}
