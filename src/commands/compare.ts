// carecast compare: two finished results -> children and cost side by side, and in what the results differ.
import type { CommandModule, InferredOptionTypes, Options } from 'yargs'
import { terminalStyle } from '../terminal/terminal-style.ts'
import type { Interruption } from './interruption.ts'

/** Options for yargs. */
export const COMPARE_OPTIONS = {
  json: { type: 'boolean', default: false, describe: 'print JSON instead of the tables' },
} as const satisfies Record<string, Options>

type CompareArguments = InferredOptionTypes<typeof COMPARE_OPTIONS> & { first: string; second: string }

/** Describes the command to yargs; it writes nothing, so that any signal may kill it. */
export function compareCommand({
  whileBlocked,
}: Pick<Interruption, 'whileBlocked'>): CommandModule<object, CompareArguments> {
  return {
    command: 'compare <first> <second>',
    describe: 'Put two finished results side by side, baseline and packages',
    builder: (parser) =>
      parser
        .positional('first', { type: 'string', demandOption: true, describe: 'the folder of a result' })
        .positional('second', { type: 'string', demandOption: true, describe: 'the folder of another' })
        .options(COMPARE_OPTIONS)
        .example('$0 compare results/2024 results/2025', 'children and cost of both')
        .example('$0 compare results/plan results/plan-b', 'package by package')
        .example('$0 compare results/a results/b --json', 'the same, for scripts'),
    handler: (args) => whileBlocked(() => compare(args)),
  }
}

async function compare({ first: before, second: after, json }: CompareArguments): Promise<void> {
  // Loaded late, as in run.ts.
  const { readResult } = await import('../write/read-back/read-result.ts')
  const { comparisonInWords, differencesBetween, relationOf } = await import(
    '../terminal/comparison-lines.ts'
  )
  const { compareResults } = await import('../summary/comparison.ts')
  const first = await readResult(before)
  const second = await readResult(after)
  const lines = compareResults(first.lines, second.lines, relationOf(first, second))
  const text = json
    ? JSON.stringify(
        { results: [before, after], differences: differencesBetween(first, second), lines },
        null,
        2,
      )
    : comparisonInWords(first, second, lines, terminalStyle(process.stdout, process.env))
  process.stdout.write(`${text}\n`)
}
