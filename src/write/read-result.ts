// Reads a finished result back: what its manifest says it is, and the values of its runs. Folder -> comparison.ts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Table } from 'apache-arrow'
import { InputError } from '../input/input-error.ts'
import { COMPARED_LINES, type ComparedLineName, type LineValues } from '../summary/comparison.ts'
import { parseManifest } from './earlier-manifest.ts'
import { asMachineError, systemCode } from './machine-error.ts'
import { readArrowTable } from './read-arrow-table.ts'
import { MANIFEST } from './result-files.ts'
import type { ResultIdentity } from './result-identity.ts'

/** A result as its folder has it. */
export interface FinishedResult {
  folder: string
  identity: ResultIdentity
  /** Path of the file of budgets; absent where none was given. */
  budgetFile?: string
  /** The scenario's dates, YYYY-MM-DD. */
  start: string
  end: string
  /** Children at the end and cost of each variant and year. */
  lines: LineValues[]
}

/** Reads a result; throws an InputError where the folder has none, or one that is damaged. */
export async function readResult(folder: string): Promise<FinishedResult> {
  const text = await readManifestText(folder)
  const identity = parseManifest(text)?.identity
  if (identity === undefined)
    throw refusal(folder, 'holds no result of carecast run: its manifest.json is another')
  const { start, end, scenario } = JSON.parse(text)
  const table = await readArrowTable(join(folder, 'runs.arrow'), 'runs')
  const budgetFile = scenario.budgetFile?.path
  const lines = lineValues(table, identity.runs)
  return { folder, identity, start, end, ...(budgetFile && { budgetFile }), lines }
}

/** Reads the text of a result's manifest; throws InputError where the folder has none. */
export async function readManifestText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, MANIFEST), 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? ''))
      throw refusal(folder, 'holds no result: it has no manifest.json; give a folder that carecast run wrote')
    throw asMachineError(error, `cannot read ${join(folder, MANIFEST)}`)
  }
}

/** Collects the values of the compared lines, in the order of the table. */
function lineValues(table: Table, runs: number): LineValues[] {
  const found = new Map<string, LineValues>()
  const column = (name: string) => table.getChild(name)!
  const [variants, years, lines] = ['variant', 'financial_year', 'line'].map(column)
  const [numbers, values] = ['run', 'value'].map(column)
  for (let row = 0; row < table.numRows; row++) {
    const line = lines.get(row)
    if (!isCompared(line)) continue
    const [variant, financial_year] = [variants.get(row), years.get(row)]
    const key = JSON.stringify([variant, financial_year, line])
    if (!found.has(key)) found.set(key, { variant, financial_year, line, values: new Float64Array(runs) })
    found.get(key)!.values[numbers.get(row)] = values.get(row)
  }
  return [...found.values()]
}

function isCompared(line: string): line is ComparedLineName {
  return Object.hasOwn(COMPARED_LINES, line)
}

function refusal(folder: string, message: string): InputError {
  return new InputError([{ file: folder, message }])
}
