// Which files were written, for the terminal: a line each, and one for all charts together.
import { dirname, sep } from 'node:path'
import { harmless } from '../domain/harmless-text.ts'
import { formatCount } from '../domain/quantity.ts'

const CHARTS = `${sep}charts`

/** Lists paths as the reader can use them, indented, those of a folder of charts as that folder. */
export function filesInWords(paths: string[]): string[] {
  const isChart = (path: string) => dirname(path).endsWith(CHARTS)
  const charts = paths.filter(isChart)
  const folder =
    charts.length === 0 ? [] : [`${dirname(charts[0])}${sep} (${formatCount(charts.length, 'file')})`]
  return [...paths.filter((path) => !isChart(path)), ...folder].map((path) => `  ${harmless(path)}`)
}
