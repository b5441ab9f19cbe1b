// The names of what is in the hidden folder of a replacement, within the folder of a result.
import { join } from 'node:path'

/** The hidden folder that a process has while it works in the folder of a result: whoever has put it there works alone. */
export const WORK = '.carecast'

/** New files before they are in place, and earlier ones that they replace; within the hidden folder. */
export const NEW = 'new'
export const OLD = 'old'
/** What is to be moved: from when it is there, the replacement can be finished or undone by anyone. */
const JOURNAL = 'journal.json'

/** The one folder within a result. */
export const CHARTS = 'charts'
const NAME_IN_RESULT = /^(charts\/)?[^/\\]+$/
const NO_NAMES = ['.', '..', WORK]

/** Tells whether a name is one that a file of a result may have. */
export function isNameInResult(name: string): boolean {
  return NAME_IN_RESULT.test(name) && !NO_NAMES.includes(name.replace('charts/', ''))
}

/** Returns the path of the journal of the folder of a result. */
export function journalPath(dir: string): string {
  return join(dir, WORK, JOURNAL)
}
