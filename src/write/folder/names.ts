// The names of what is in the hidden folder of a replacement, within the folder of a result.
import { join } from 'node:path'
import { WORK } from '../../result/result-files.ts'

/** New files before they are in place, and earlier ones that they replace; within the hidden folder. */
export const NEW = 'new'
export const OLD = 'old'
/** What is to be moved: from when it is there, the replacement can be finished or undone by anyone. */
const JOURNAL = 'journal.json'

/** Returns the path of the journal of the folder of a result. */
export function journalPath(dir: string): string {
  return join(dir, WORK, JOURNAL)
}
