// What charts are made from, out of a real result of a scenario file: simulated, written and read back. For tests of charts.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { type ForecastRequest, forecast } from '../../../../src/forecast.ts'
import { readScenario } from '../../../../src/input/scenario-reader.ts'
import { STATISTICS, type StatisticsColumns } from '../../../../src/summary/statistics.ts'
import { readArrowTable } from '../../../../src/write/read-arrow-table.ts'
import type { Chart } from '../../../../src/write/report/chart.ts'
import { drawChart } from '../../../../src/write/report/draw-chart.ts'
import type { ReportSource } from '../../../../src/write/report/report-source.ts'

/** Simulates a few runs of a scenario, the baseline alone where no packages are named, and reads the result back. */
export async function chartSource(
  scenario: string,
  { runs = 20, packages = [], ...more }: Partial<ForecastRequest> & { packages?: string[] } = {},
): Promise<ReportSource> {
  const parent = await mkdtemp(join(tmpdir(), 'carecast-charts-'))
  const folder = join(parent, 'result')
  try {
    await forecast({
      scenario: `scenarios/${scenario}.yaml`,
      choice: { packages },
      chanceOnly: true,
      runs,
      seed: 'carecast',
      threads: 1,
      attribution: false,
      folder,
      overwrite: false,
      version: '0.0.0',
      ...more,
    })
    const file = await readScenario(`scenarios/${scenario}.yaml`, more.sets, more.budgetFile)
    return { ...(await readTables(folder)), scenario: file.scenario }
  } finally {
    await rm(parent, { recursive: true })
  }
}

async function readTables(folder: string): Promise<Omit<ReportSource, 'scenario'>> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const months = await readArrowTable(join(folder, 'monthly.arrow'), 'monthly')
  const years = await readArrowTable(join(folder, 'years.arrow'), 'years')
  return {
    manifest,
    monthly: {
      ...columns(months, ['variant', 'month', 'measure', 'placement', 'unit']),
      statistics: statistics(months),
    } as ReportSource['monthly'],
    years: {
      ...columns(years, ['variant', 'financial_year', 'line', 'unit']),
      statistics: statistics(years),
    } as ReportSource['years'],
  }
}

function columns(table: Table, names: string[]): Record<string, unknown[]> {
  return Object.fromEntries(names.map((name) => [name, [...table.getChild(name)!]]))
}

function statistics(table: Table): StatisticsColumns {
  return Object.fromEntries(
    STATISTICS.map((name) => [
      name,
      Float64Array.from([...table.getChild(name)!], (value) => value ?? Number.NaN),
    ]),
  ) as StatisticsColumns
}

/** Counts the words of a text as they stand between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).length
}

/** Returns what a chart looks like at both widths. */
export function drawings(chart: Chart): string[] {
  return [680, 340].map((width) => drawChart(chart, width).content)
}

/** Counts elements of a name in a drawing that have an attribute like this. */
export function marksIn(svg: string, element: string, attribute = ''): number {
  return [...svg.matchAll(new RegExp(`<${element}\\b[^>]*${attribute}`, 'g'))].length
}
