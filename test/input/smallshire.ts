// The example scenario as a text to break, and the messages that breaking it brings.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/input/input-error.ts'
import { parseScenario } from '../../src/input/reading/scenario-reader.ts'

export const SMALLSHIRE_PATH = fileURLToPath(new URL('../../scenarios/smallshire.yaml', import.meta.url))
export const SMALLSHIRE = readFileSync(SMALLSHIRE_PATH, 'utf8')

/** Replaces parts of the text of Smallshire, each of which must be there. */
export function changedSmallshire(...changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`Smallshire has no '${from}'`)
    return text.replace(from, () => to)
  }, SMALLSHIRE)
}

/**
 * Lists the problems of a text in the order that they are printed, as pairs: what is written at the place, up to
 * the end of the line, and the message. None where the text is a scenario.
 */
export function problemsOf(text: string): [pointsAt: string, message: string][] {
  const lines = text.split('\n')
  try {
    parseScenario(text, 's.yaml')
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(({ line, column, message }) => [lines[line! - 1].slice(column! - 1), message])
  }
}
