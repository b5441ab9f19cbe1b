// A result that is in place: what the terminal and JSON say of it beside the result itself.
import type { Result } from './result.ts'
import type { ResultFile } from './result-files.ts'

export interface Delivered {
  result: Result
  /** As given on the command line. */
  folder: string
  /** The files in it, the manifest last. */
  files: Pick<ResultFile, 'name' | 'mayBePassedOn'>[]
  /** Sentences on files that could not be written. */
  notes: string[]
}
