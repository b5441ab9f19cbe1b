// A finished run as one JSON document, for scripts: what --json prints.
import type { InputCount } from './input-count.ts'
import type { YearRow } from './year-rows.ts'

export interface JsonResult {
  scenario: { name: string; path: string; sha256: string }
  version: string
  seed: string
  runs: number
  years: YearRow[]
  inputs: InputCount
  files: string[]
}

/** Writes the document, without a line break at the end. */
export function jsonResult(result: JsonResult): string {
  return JSON.stringify(result, null, 2)
}
