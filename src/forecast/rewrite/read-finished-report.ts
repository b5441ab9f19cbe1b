// Reads back what a report is made from: a finished result's folder -> page.ts and chart-files.ts.
import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { InputError } from '../../input/input-error.ts'
import { scenarioOf } from '../../input/reading/scenario-reader.ts'
import type { ReportSource } from '../../report/report-source.ts'
import { toPassOn } from '../../result/disclosure/pass-on.ts'
import type { Manifest } from '../../result/manifest/manifest.ts'
import { resultOfManifest } from '../../result/manifest/result-of-manifest.ts'
import { MANIFEST } from '../../result/result-files.ts'
import {
  type MonthlySummary,
  STATISTICS,
  type StatisticsColumns,
  type YearsSummary,
} from '../../summary/numbers/statistics.ts'
import { readSettled } from '../../write/folder/read-settled.ts'
import { readManifest, readTableOf } from '../../write/read-back/read-result.ts'
import { reportSource } from '../deliver.ts'

/** What a report is written from again, and the whole manifest. */
export interface FinishedReport {
  source: ReportSource
  manifest: Manifest
  /** As its file has it. */
  text: string
}

/**
 * Reads the source of a report, without small counts where the scenario's come from child-level data; throws InputError
 * where the folder holds no whole result of this version's kind.
 */
export function readFinishedReport(folder: string): Promise<FinishedReport> {
  return readSettled(folder, async () => {
    const { manifest, text } = await readManifest(folder)
    refuseEarly(manifest, folder)
    const monthly = await readTableOf(folder, manifest, 'monthly')
    const years = await readTableOf(folder, manifest, 'years')
    try {
      return { manifest, text, source: sourceOf(manifest, monthlyOf(monthly), yearsOf(years)) }
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error
      throw unfit(folder, error)
    }
  })
}

/** What is said of a manifest that has all its keys and does not fit its own scenario or tables. */
export function unfit(folder: string, cause: Error): InputError {
  const message = `does not fit the scenario and the tables that it has (${cause.message}); write the result anew with carecast run`
  return new InputError([{ file: join(folder, MANIFEST), message }])
}

function sourceOf(manifest: Manifest, monthly: MonthlySummary, years: YearsSummary): ReportSource {
  const { path, text, parents, set: sets, budgetFile } = manifest.scenario
  const { scenario } = scenarioOf({ files: [{ path, text }, ...parents], sets, budgetFile })
  return reportSource(toPassOn(resultOfManifest(manifest, { scenario, monthly, years })))
}

function refuseEarly({ carecast, totalCost, intervals }: Partial<Manifest>, folder: string): void {
  if (totalCost !== undefined && intervals !== undefined) return
  const message = `is of carecast ${carecast?.version}, before there were reports; run the scenario again`
  throw new InputError([{ file: join(folder, MANIFEST), message }])
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
