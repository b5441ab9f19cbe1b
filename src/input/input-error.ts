// What is wrong with the input, all of it at once. The command line prints it without a stack and exits with 2.
import { harmless } from '../domain/harmless-text.ts'
import { formatNumber } from '../domain/quantity.ts'

/** A file, then line and column counted from 1 where the file has them; or what else was given instead of a file. */
export interface Place {
  file: string
  line?: number
  column?: number
}

/** One problem and the place of it. */
export interface Problem extends Place {
  message: string
}

/** Keys from the top of the scenario to one field; numbers are positions in a list. */
export type FieldPath = readonly (string | number)[]

/** One problem and the field of it, before its line is known; `at: 'key'` points at the key and not at what it holds. */
export interface FieldProblem {
  path: FieldPath
  at?: 'key'
  message: string
}

/** More problems than these nobody reads at once. */
const MOST_WORDED = 50

/**
 * Thrown when the user's input cannot be used; the problems are in the order of the file. The message has the first fifty
 * of them, and how many there are besides.
 */
export class InputError extends Error {
  override name = 'InputError'
  problems: Problem[]

  constructor(problems: Problem[]) {
    const more = problems.length - MOST_WORDED
    super(
      [
        ...problems.slice(0, MOST_WORDED).map(formatProblem),
        ...(more > 0 ? [`and ${formatNumber(more)} more`] : []),
      ].join('\n'),
    )
    this.problems = problems
  }
}

/** Makes the error that refuses a file or folder as a whole. */
export function refusalOf(file: string, message: string): InputError {
  return new InputError([{ file, message }])
}

/** Writes a problem as `file:line:column message`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${[harmless(file), line, column].filter((part) => part !== undefined).join(':')} ${message}`
}

/** Writes the path of a field with dots, then the message: `placements.ifa.weeklyPrice: is missing`. */
export function messageAt(path: FieldPath, message: string): string {
  return path.length > 0 ? `${quoteSafe(path.join('.'))}: ${message}` : message
}

/** Escapes control characters and ends of lines, so that a message cannot act on the terminal that shows it. */
export function quoteSafe(text: string): string {
  return harmless(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'))
}

const LONGEST_QUOTE = 40

/** Escapes a text of any length, cut after 40 characters, for a message that quotes it. */
export function quoteShort(text: string): string {
  return text.length <= LONGEST_QUOTE ? quoteSafe(text) : `${quoteSafe(text.slice(0, LONGEST_QUOTE))}…`
}
