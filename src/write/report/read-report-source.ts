// Reads back what a report is made from: a finished result's folder -> page.ts and chart-files.ts.
import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { InputError } from '../../input/input-error.ts'
import { parseKeptTexts } from '../../input/scenario-reader.ts'
import {
  type MonthlySummary,
  STATISTICS,
  type StatisticsColumns,
  type YearsSummary,
} from '../../summary/statistics.ts'
import type { Manifest } from '../manifest.ts'
import { readArrowTable } from '../read-arrow-table.ts'
import { readManifestText } from '../read-result.ts'
import { MANIFEST } from '../result-files.ts'
import type { ReportSource } from './report-source.ts'

/** Reads the source of a report; throws InputError where the folder holds no whole result of this version's kind. */
export async function readReportSource(folder: string): Promise<ReportSource & { manifest: Manifest }> {
  const manifest = await readManifest(folder)
  const { path, text, parents, set: sets, budgetFile } = manifest.scenario
  const { scenario } = parseKeptTexts({ files: [{ path, text }, ...parents], sets, budgetFile })
  const monthly = await readArrowTable(join(folder, 'monthly.arrow'), 'monthly')
  const years = await readArrowTable(join(folder, 'years.arrow'), 'years')
  return { manifest, scenario, monthly: monthlyOf(monthly), years: yearsOf(years) }
}

async function readManifest(folder: string): Promise<Manifest> {
  const manifest = JSON.parse(await readManifestText(folder))
  if (manifest.totalCost === undefined)
    throw new InputError([
      {
        file: join(folder, MANIFEST),
        message: `is of carecast ${manifest.carecast.version}, before there were reports; run the scenario again`,
      },
    ])
  return manifest
}

function monthlyOf(table: Table): MonthlySummary {
  return {
    variant: texts(table, 'variant'),
    month: texts(table, 'month'),
    measure: texts(table, 'measure'),
    placement: textsOrNull(table, 'placement'),
    unit: texts(table, 'unit'),
    statistics: statisticsOf(table),
  }
}

function yearsOf(table: Table): YearsSummary {
  return {
    variant: texts(table, 'variant'),
    financial_year: texts(table, 'financial_year'),
    line: texts(table, 'line'),
    unit: texts(table, 'unit'),
    statistics: statisticsOf(table),
  }
}

function textsOrNull(table: Table, name: string): (string | null)[] {
  return [...table.getChild(name)!]
}

function texts(table: Table, name: string): string[] {
  return textsOrNull(table, name) as string[]
}

/** What is null in a table is NaN in a summary, and in the bytes of the table too. */
function statisticsOf(table: Table): StatisticsColumns {
  return Object.fromEntries(
    STATISTICS.map((name) => [
      name,
      Float64Array.from(table.getChild(name)!, (value) => value ?? Number.NaN),
    ]),
  ) as StatisticsColumns
}
