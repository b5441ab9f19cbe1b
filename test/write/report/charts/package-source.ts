// What charts of packages, budgets, claims and drivers are made from, out of a real result of Smallshire and what a test
// puts over it: simulated, written and read back.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ForecastRequest, forecast } from '../../../../src/forecast.ts'
import { type MonthlySummary, STATISTICS } from '../../../../src/summary/statistics.ts'
import { readArrowTable } from '../../../../src/write/read-arrow-table.ts'
import type { Chart } from '../../../../src/write/report/chart.ts'
import { drawChart } from '../../../../src/write/report/draw-chart.ts'
import type { ReportSource } from '../../../../src/write/report/report-source.ts'

const BUDGETS = `financial_year,line,amount
2024/25,total,4500000
2025/26,total,5000000
2026/27,total,6000000
2025/26,ifa,1700000
`

/** A year of Smallshire in which one intervention makes agencies cheaper in every run. */
export const ONE_YEAR = {
  scenario: 'smallshire',
  text: `end: 2025-03-31
interventions:
  cheaper-agencies:
    label: Cheaper agencies
    start: { date: 2024-06-01 }
    saving: cashable
    effects:
      - changePrice: { placements: [ifa], percent: -0.1, assumed: a test }
packages:
  cheaper: { label: Cheaper agencies, interventions: [cheaper-agencies] }
`,
  budgets: 'financial_year,line,amount\n2024/25,total,4500000\n',
}

/**
 * Simulates a few runs of a scenario that extends another by some lines of YAML, with budgets, by chance only, and reads
 * the result back.
 */
export async function packageSource({
  scenario = 'smallshire-packages',
  text = '',
  budgets = BUDGETS,
  ...more
}: Partial<ForecastRequest> & { text?: string; budgets?: string } = {}): Promise<ReportSource> {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-packages-'))
  try {
    const path = join(folder, 'scenario.yaml')
    await writeFile(path, `extends: ${resolve(`scenarios/${scenario}.yaml`)}\nname: A test\n${text}`)
    await writeFile(join(folder, 'budgets.csv'), budgets)
    const { file, years } = await forecast({
      scenario: path,
      ...(budgets && { budgetFile: join(folder, 'budgets.csv') }),
      chanceOnly: true,
      runs: 24,
      seed: 'carecast',
      threads: 1,
      folder: join(folder, 'result'),
      overwrite: false,
      version: '0.0.0',
      ...more,
    })
    const manifest = JSON.parse(await readFile(join(folder, 'result', 'manifest.json'), 'utf8'))
    return { manifest, scenario: file.scenario, years, monthly: await readMonths(join(folder, 'result')) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Reads the months of all variants back. */
async function readMonths(folder: string): Promise<MonthlySummary> {
  const table = await readArrowTable(join(folder, 'monthly.arrow'), 'monthly')
  const columns = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, [...table.getChild(name)!]]))
  return {
    ...columns(['variant', 'month', 'measure', 'placement', 'unit']),
    statistics: columns(STATISTICS),
  } as unknown as MonthlySummary
}

/** Counts the words of a text. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).length
}

/** Draws a chart at both widths. */
export function drawings(chart: Chart): string[] {
  return [680, 340].map((width) => drawChart(chart, width).content)
}

/** Counts the elements of a drawing that a pattern finds. */
export function countIn(svg: string, pattern: RegExp): number {
  return [...svg.matchAll(pattern)].length
}
