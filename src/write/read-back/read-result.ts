// Reads a finished result back: what its manifest says it is, and the values of its runs. Folder -> comparison.ts.

import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { refusalOf } from '../../input/input-error.ts'
import type { FinishedResult } from '../../result/finished-result.ts'
import type { Manifest } from '../../result/manifest/manifest.ts'
import { parseManifestToRead } from '../../result/manifest/parse-manifest.ts'
import { MANIFEST } from '../../result/result-files.ts'
import type { ResultIdentity } from '../../result/result-identity.ts'
import { COMPARED_LINES, type ComparedLineName, type LineValues } from '../../summary/comparison.ts'
import type { TableName } from '../arrow/arrow-tables.ts'
import { parseManifest } from '../folder/earlier-manifest.ts'
import { readManifestText, readSettled } from '../folder/read-settled.ts'
import { readArrowTable } from './read-arrow-table.ts'

/** Reads a result; throws an InputError where the folder has none, or one that is damaged, and what readSettled throws. */
export function readResult(folder: string): Promise<FinishedResult> {
  return readSettled(folder, async () => {
    const { manifest, identity } = await readManifest(folder)
    const { start, end, runs, scenario } = manifest
    const table = await readTableOf(folder, manifest, 'runs')
    const budgetFile = scenario.budgetFile?.path
    const lines = lineValues(table, runs, join(folder, 'runs.arrow'))
    return { folder, identity, start, end, ...(budgetFile && { budgetFile }), lines }
  })
}

/** Reads the manifest of a result and what it says that the result is; throws InputError where it is none, with all that is wrong. */
export async function readManifest(
  folder: string,
): Promise<{ text: string; manifest: Manifest; identity: ResultIdentity }> {
  const text = await readManifestText(folder)
  const path = join(folder, MANIFEST)
  const manifest = parseManifestToRead(text, folder, path)
  const identity = parseManifest(text)?.identity
  if (identity === undefined) throw refusalOf(path, 'does not say which result it is')
  return { text, manifest, identity }
}

/** Reads a table of a result, whose bytes must be those that its manifest lists. */
export function readTableOf(folder: string, manifest: Manifest, name: TableName): Promise<Table> {
  const file = `${name}.arrow`
  const listed = manifest.files.find((one) => one.name === file)
  if (listed === undefined) throw refusalOf(join(folder, MANIFEST), `files: does not list ${file}`)
  return readArrowTable(join(folder, file), name, listed)
}

/** A line of a variant and a financial year, and the rows of the table that have it. */
interface LineRows extends Omit<LineValues, 'values'> {
  rows: number[]
}

/** Collects the values of the compared lines, in the order of the table; each must have one for every run. */
function lineValues(table: Table, runs: number, path: string): LineValues[] {
  const found = linesOf(table)
  if (found.length === 0) throw refusalOf(path, 'has no line that is compared')
  const column = (name: string) => table.getChild(name)!
  const [numbers, values] = ['run', 'value'].map(column)
  return found.map(({ rows, ...line }) => {
    if (rows.length !== runs)
      throw refusalOf(
        path,
        `has ${rows.length} runs of ${line.line} in ${line.financial_year}, not ${runs} as manifest.json says`,
      )
    const ofRuns = new Float64Array(runs).fill(Number.NaN)
    for (const row of rows) ofRuns[numbers.get(row)] = values.get(row)
    if (ofRuns.some(Number.isNaN))
      throw refusalOf(
        path,
        `has no value of every run from 0 to ${runs - 1} for ${line.line} in ${line.financial_year}`,
      )
    return { ...line, values: ofRuns }
  })
}

function linesOf(table: Table): LineRows[] {
  const found = new Map<string, LineRows>()
  const [variants, years, lines] = ['variant', 'financial_year', 'line'].map((name) => table.getChild(name)!)
  for (let row = 0; row < table.numRows; row++) {
    const line = lines.get(row)
    if (!isCompared(line)) continue
    const [variant, financial_year] = [variants.get(row), years.get(row)]
    const key = JSON.stringify([variant, financial_year, line])
    if (!found.has(key)) found.set(key, { variant, financial_year, line, rows: [] })
    found.get(key)!.rows.push(row)
  }
  return [...found.values()]
}

function isCompared(line: string): line is ComparedLineName {
  return Object.hasOwn(COMPARED_LINES, line)
}
