// carecast backtest: forecasts from earlier years -> how they scored against what happened.

import { join } from 'node:path'
import type { CommandModule } from 'yargs'
import { wrapText } from '../domain/wrap-text.ts'
import type { PublishedRow } from '../input/published/published-table.ts'
import type { Backtest, BacktestRequest } from '../study/backtest/backtest-request.ts'
import { startProgress } from '../terminal/progress.ts'
import { terminalStyle } from '../terminal/terminal-style.ts'
import { BACKTEST_OPTIONS, type BacktestOptions, DEFAULT_FOLDER } from './backtest-options.ts'
import type { Interruption } from './interruption.ts'
import { namedAuthority } from './named-authority.ts'

/** Describes the command to yargs; the interruption stops it. */
export function backtestCommand(
  version: string,
  interruption: Interruption,
): CommandModule<object, BacktestOptions> {
  return {
    command: 'backtest',
    describe: 'Forecast from earlier years and score against what happened',
    builder: (parser) =>
      parser
        .options(BACKTEST_OPTIONS)
        .example('$0 backtest', 'all councils, to results/backtest')
        .example('$0 backtest --authority Rotherham --origin 2016', 'one council and year')
        .example('$0 backtest --runs 2000 --out results/precise', 'smaller Monte Carlo errors'),
    handler: (args) => runBacktest(args, version, interruption),
  }
}

async function runBacktest(
  args: BacktestOptions,
  version: string,
  interruption: Interruption,
): Promise<void> {
  const {
    authority: names,
    origin: origins,
    runs,
    seed,
    threads,
    out: folder = DEFAULT_FOLDER,
    overwrite,
    quiet,
  } = args
  const { readPublishedTable } = await import('../input/files/published-files.ts')
  const { authoritiesOf } = await import('../input/published/published-table.ts')
  const table = await interruption.whileBlocked(readPublishedTable)
  const authorities = await namedAuthorities(names, authoritiesOf(table))
  const { signal } = interruption
  const request = { table, authorities, origins, runs, seed, threads, folder, overwrite, version, signal }
  const result = await backtestWithProgress(request, process.stderr.isTTY && !quiet)
  if (!quiet) process.stdout.write(await asText(result, request))
}

async function namedAuthorities(
  names: readonly string[] | undefined,
  authorities: PublishedRow[],
): Promise<PublishedRow[]> {
  if (names === undefined) return authorities
  const named = await Promise.all(names.map((name) => namedAuthority(name, authorities)))
  return authorities.filter((authority) => named.includes(authority))
}

async function backtestWithProgress(request: BacktestRequest, isShown: boolean): Promise<Backtest> {
  const progress = isShown ? startProgress(process.stderr, { noun: 'forecasts' }) : undefined
  try {
    const { backtest } = await import('../study/backtest/backtest-request.ts')
    return await backtest({ ...request, onProgress: progress?.update })
  } finally {
    progress?.clear()
  }
}

async function asText(
  { settled, tables, stated, files }: Backtest,
  request: BacktestRequest,
): Promise<string> {
  const { probabilityInWords, scoresInWords } = await import('../study/backtest/scores-in-words.ts')
  const { outcomesInWords } = await import('../study/backtest/outcomes.ts')
  const { folder, runs, seed } = request
  const style = terminalStyle(process.stdout, process.env)
  const lines = [
    `${runs.toLocaleString('en-GB')} runs of each council and origin, seed ${seed}.`,
    '',
    ...outcomesInWords(settled).flatMap((text) => [...wrapText(text, style.columns), '']),
    ...scoresInWords(tables, style),
    ...(stated ? ['', ...wrapText(probabilityInWords(stated), style.columns)] : []),
    '',
    'Written:',
    ...files.map((name) => `  ${join(folder, name)}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
