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
import { describeToPassOn, toPassOn } from '../disclosure/pass-on.ts'
import type { Manifest } from '../manifest.ts'
import { partsOfManifest } from '../parts-of-manifest.ts'
import { readArrowTable } from '../read-arrow-table.ts'
import { readManifestText } from '../read-result.ts'
import { MANIFEST } from '../result-files.ts'
import type { ReportSource } from './report-source.ts'

/** What a report is written from again, and the whole manifest. */
export interface FinishedReport {
  source: Omit<ReportSource, 'rates'>
  manifest: Manifest
}

/**
 * Reads the source of a report, without small counts where the scenario's come from child-level data; throws InputError
 * where the folder holds no whole result of this version's kind.
 */
export async function readFinishedReport(folder: string): Promise<FinishedReport> {
  const manifest = await readManifest(folder)
  const { path, text, parents, set: sets, budgetFile } = manifest.scenario
  const file = parseKeptTexts({ files: [{ path, text }, ...parents], sets, budgetFile })
  const monthly = monthlyOf(await readArrowTable(join(folder, 'monthly.arrow'), 'monthly'))
  const years = yearsOf(await readArrowTable(join(folder, 'years.arrow'), 'years'))
  const parts = partsOfManifest(manifest)
  const kept = toPassOn({ file, parts, budgets: parts.budgets ?? [], years, summaries: { monthly, years } })
  return {
    source: {
      manifest: describeToPassOn(kept.parts, manifest),
      scenario: kept.file.scenario,
      ...kept.summaries,
    },
    manifest,
  }
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
