// carecast run: arguments -> the main path -> what the terminal or a script is told.

import { join, parse } from 'node:path'
import type { CommandModule } from 'yargs'
import type { ForecastRequest } from '../forecast/request.ts'
import type { Delivered } from '../result/delivered.ts'
import type { SolveRequest } from '../study/solve/solve-scenario.ts'
import { jsonResult } from '../terminal/json-result.ts'
import { startProgress } from '../terminal/progress.ts'
import { terminalResult } from '../terminal/terminal-result.ts'
import { terminalStyle } from '../terminal/terminal-style.ts'
import { requireAssertions } from './assertion-failure.ts'
import type { Interruption } from './interruption.ts'
import { DEFAULT_RUNS, RUN_OPTIONS, type RunOptions } from './run-options.ts'
import { scenarioOrShipped } from './shipped-scenario.ts'
import { readSolve } from './solve-options.ts'

type RunArguments = RunOptions & { scenario: string }

/** Describes the command to yargs; the interruption stops it. */
export function runCommand(version: string, interruption: Interruption): CommandModule<object, RunArguments> {
  return {
    command: 'run <scenario>',
    describe: 'Simulate a scenario and write the result',
    builder: (parser) =>
      parser
        .positional('scenario', { type: 'string', demandOption: true, describe: 'the scenario file, YAML' })
        .options(RUN_OPTIONS)
        .example('$0 run scenarios/smallshire.yaml', 'to results/smallshire')
        .example('$0 run scenarios/smallshire-more-foster-carers.yaml', 'a file that extends it')
        .example('$0 run my.yaml --runs 10000', 'smaller Monte Carlo errors')
        .example('$0 run my.yaml --until-error 0.1', 'runs until they are that small')
        .example('$0 run my.yaml --set entries.perYear=300', 'as if the file said so')
        .example('$0 run my.yaml --budget my.csv', 'how often each is overspent')
        .example('$0 run scenarios/smallshire-packages.yaml', 'two packages against doing nothing')
        .example('$0 run my.yaml --package plan', 'of its packages only plan')
        .example('$0 run my.yaml --package plan --without team', 'plan, if there were no team')
        .example('$0 run my.yaml --with team,panel', 'these two interventions as a package')
        .example("$0 run my.yaml --assert 'plan:p_saves>=0.8'", 'exit code 4 where it is not so')
        .example("$0 run my.yaml --solve A.B --target 'total<=9e6' --between 1,5", 'break-even')
        .example('$0 run my.yaml --json > my.json', 'the years, for scripts'),
    handler: (args) => run(args, version, interruption),
  }
}

async function run(args: RunArguments, version: string, interruption: Interruption): Promise<void> {
  const request = requestOf(args, version, interruption)
  const delivered = await forecastWithProgress(request, process.stderr.isTTY && !args.quiet && !args.json)
  const { json, quiet } = args
  if (json) process.stdout.write(`${jsonResult(delivered)}\n`)
  else if (!quiet)
    process.stdout.write(`${terminalResult(delivered, terminalStyle(process.stdout, process.env))}\n`)
  requireAssertions(delivered.result.assertions)
}

/** A forecast, or one of a value that is solved for. */
type RunRequest = ForecastRequest | SolveRequest

function requestOf(args: RunArguments, version: string, interruption: Interruption): RunRequest {
  const {
    scenario: named,
    set: sets,
    budget: budgetFile,
    runs,
    seed,
    threads,
    overwrite,
    'until-error': untilError,
    package: packages,
    with: added,
    without,
    attribution,
    assert: assertions,
    charts,
  } = args
  const scenario = scenarioOrShipped(named)
  const chanceOnly = args['chance-only']
  const folder = args.out ?? join('results', parse(scenario).name)
  const { signal, whileBlocked } = interruption
  const amount = { runs: runs ?? DEFAULT_RUNS, untilError, threads }
  return {
    scenario,
    sets,
    budgetFile,
    chanceOnly,
    choice: { packages, with: added, without },
    attribution,
    assertions,
    charts,
    ...amount,
    seed,
    folder,
    overwrite,
    version,
    signal,
    blocking: whileBlocked,
    ...readSolve(args),
  }
}

async function forecastWithProgress(request: RunRequest, isShown: boolean): Promise<Delivered> {
  const counted = request.untilError === undefined ? { all: request.runs } : { isInSteps: true }
  const progress = isShown ? startProgress(process.stderr, counted) : undefined
  try {
    // Loaded late, so that help and the first line of progress do not wait for it.
    const onProgress = progress?.update
    if ('target' in request) {
      const { solveScenario } = await import('../study/solve/solve-scenario.ts')
      return await solveScenario({ ...request, onProgress })
    }
    const { forecast } = await import('../forecast/forecast.ts')
    return await forecast({ ...request, onProgress })
  } finally {
    progress?.clear()
  }
}
