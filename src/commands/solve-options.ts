// The options of carecast run that solve for a number of the scenario: which, for what, and where to look.
import type { Options } from 'yargs'
import type { SolveQuestion } from '../result/result-identity.ts'
import type { Assertion } from '../summary/targets/assertion.ts'
import { readAssertion } from './assert-option.ts'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const SOLVE_OPTIONS = {
  solve: {
    type: 'string',
    requiresArg: true,
    conflicts: 'until-error',
    coerce: lastText,
    describe:
      'the number of the scenario, PATH as in --set, at which --target is reached; it is put in place',
  },
  target: {
    type: 'string',
    requiresArg: true,
    coerce: lastText,
    describe: "with --solve: what it is solved for, like 'PACKAGE:p_saves>=0.8', as in --assert",
  },
  between: {
    type: 'string',
    requiresArg: true,
    coerce: lastText,
    describe: 'with --solve: A,B, two values on either side of it',
  },
} as const satisfies Record<string, Options>

/** Takes the last where an option is there more than once, as other options do. */
function lastText(given: string | string[] | undefined): string | undefined {
  return given === undefined ? undefined : [given].flat().at(-1)
}

interface SolveArguments {
  solve?: string
  target?: string
  between?: string
}

/** Reads the three options; undefined where none is given. Throws UsageError where one lacks or cannot be read. */
export function readSolve({
  solve: path,
  target: text,
  between,
}: SolveArguments): { solve: SolveQuestion; target: Assertion } | undefined {
  if (path === undefined && text === undefined && between === undefined) return undefined
  if (path === undefined || text === undefined || between === undefined)
    throw new UsageError(
      "--solve, --target and --between go together: --solve entries.perYear --target 'total.q90<=5000000' --between 10,50",
    )
  const target = readAssertion(text, '--target')
  return { solve: { path: readPath(path), target: target.text, between: readBetween(between) }, target }
}

function readPath(text: string): string {
  if (text !== '' && !text.includes('=')) return text
  throw new UsageError(`--solve must be the path of a number, like entries.perYear, not '${text}'`)
}

const NUMBER = /^\s*[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?\s*$/i

function readBetween(text: string): [number, number] {
  const parts = text.split(',')
  const [low, high] = parts.map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN))
  if (parts.length === 2 && low !== high && Number.isFinite(low) && Number.isFinite(high)) return [low, high]
  throw new UsageError(
    `--between must be two different numbers with a comma between, like 10,50, not '${text}'`,
  )
}
