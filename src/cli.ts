#!/usr/bin/env node
// The command line: arguments in, exit code out. The verbs are in commands/, the main path is forecast.ts.
import yargs from 'yargs'
import { backtestCommand } from './commands/backtest.ts'
import { BACKTEST_OPTIONS } from './commands/backtest-options.ts'
import { compareCommand } from './commands/compare.ts'
import { completeWords } from './commands/complete-words.ts'
import { ASKED_BY_SHELL, completionCommand } from './commands/completion.ts'
import { describeFailure, EXIT_CODES } from './commands/failure.ts'
import { listenForInterruption } from './commands/interruption.ts'
import { newCommand } from './commands/new.ts'
import { NEW_OPTIONS } from './commands/new-options.ts'
import { packageVersion } from './commands/package-version.ts'
import { reportCommand } from './commands/report.ts'
import { runCommand } from './commands/run.ts'
import { RUN_OPTIONS } from './commands/run-options.ts'
import { explainUsage, UsageError } from './commands/usage-error.ts'
import { validateCommand } from './commands/validate.ts'
import { guardOutput } from './terminal/guard-output.ts'
import { terminalStyle } from './terminal/terminal-style.ts'

const VERBS = ['run', 'validate', 'new', 'backtest', 'compare', 'report', 'completion']
const OPTIONS = [
  ...Object.keys(RUN_OPTIONS),
  ...Object.keys(NEW_OPTIONS),
  ...Object.keys(BACKTEST_OPTIONS),
  'help',
  'version',
]

const args = process.argv.slice(2)
const version = packageVersion()
const interruption = listenForInterruption()
let seed: string | undefined

function buildParser() {
  return yargs(args)
    .scriptName('carecast')
    .usage('$0 <command>\n\nSimulates the looked-after children of an English council and what they cost.')
    .locale('en')
    .parserConfiguration({
      'parse-numbers': false,
      'greedy-arrays': false,
      'dot-notation': false,
      'camel-case-expansion': false,
    })
    .version(version)
    .alias('help', 'h')
    .command(runCommand(version, interruption))
    .command(validateCommand(interruption))
    .command(newCommand(interruption))
    .command(backtestCommand(version, interruption))
    .command(compareCommand(interruption))
    .command(reportCommand(interruption))
    .command(completionCommand())
    .example('$0 run scenarios/smallshire.yaml', 'a first result in seconds')
    .example('$0 new --list', 'councils to make a scenario of')
    .example('$0 completion >> ~/.bashrc', 'from the next shell on')
    .demandCommand(1)
    .strict()
    .middleware((parsed) => {
      seed = parsed.seed as string | undefined
    })
    .exitProcess(false)
    .fail((complaint, error) => {
      // Complaints of yargs come with its own YError or with none, those of an option's reader with a UsageError.
      if (complaint && !(error instanceof UsageError))
        throw new UsageError(explainUsage(complaint, args, VERBS, OPTIONS))
      throw error
    })
}

async function main(): Promise<number> {
  if (args[0] === ASKED_BY_SHELL) {
    for (const word of await completeWords(args.slice(1))) process.stdout.write(`${word}\n`)
    return EXIT_CODES.done
  }
  const parser = buildParser()
  if (args.length === 0) parser.showHelp('log')
  else await parser.parseAsync()
  return EXIT_CODES.done
}

function fail(error: unknown): number {
  const interrupted = interruption.exitCode()
  if (interrupted !== undefined) {
    process.stderr.write('Interrupted; no result was written\n')
    return interrupted
  }
  const { exitCode, text } = describeFailure(error, { version, args, seed })
  process.stderr.write(text)
  return exitCode
}

for (const stream of [process.stdout, process.stderr]) {
  guardOutput(stream, terminalStyle(stream, process.env).colour)
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader like `head` that has seen enough is no error.
    if (error.code !== 'EPIPE') process.exitCode = fail(error)
  })
}
process.on('uncaughtException', (error) => process.exit(fail(error)))

const exitCode = await main().catch(fail)
// A stream may have failed already.
process.exitCode ||= exitCode
