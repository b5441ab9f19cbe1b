// carecast run: arguments -> the main path -> what the terminal or a script is told.

import { basename, join, parse } from 'node:path'
import type { CommandModule } from 'yargs'
import { splitEntries } from '../estimate/reentry-split.ts'
import type { Forecast, ForecastRequest } from '../forecast/forecast.ts'
import { fanData } from '../result/fan-data.ts'
import { countInputs } from '../result/input-count.ts'
import { yearRows } from '../result/rows/year-rows.ts'
import { fitWarnings } from '../result/warnings/fit-warnings.ts'
import type { SolveRequest } from '../study/solve/solve-scenario.ts'
import { jsonResult } from '../terminal/json-result.ts'
import { startProgress } from '../terminal/progress.ts'
import { solveInWords } from '../terminal/solve-lines.ts'
import { terminalResult } from '../terminal/terminal-result.ts'
import { terminalStyle } from '../terminal/terminal-style.ts'
import { paidAfterCare } from '../words/after-care-in-words.ts'
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
  const result = await forecastWithProgress(request, process.stderr.isTTY && !args.quiet && !args.json)
  if (args.json) process.stdout.write(`${asJson(result, request)}\n`)
  else if (!args.quiet) process.stdout.write(`${asText(result, request)}\n`)
  requireAssertions(result.assertions)
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

async function forecastWithProgress(request: RunRequest, isShown: boolean): Promise<Forecast> {
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

function asJson(result: Forecast, request: ForecastRequest): string {
  const { name, illustrative } = result.file.scenario
  const { path, sha256, sets: set, parents, changes } = result.file
  const { version } = request
  return jsonResult({
    scenario: { name, path, sha256, extends: parents.map((parent) => parent.path), set },
    changes,
    version,
    illustrative,
    ...(result.solve && { solve: result.solve }),
    monteCarlo: { total_cost: result.errors },
    facts: result.fit.facts,
    ...(result.assertions && { assertions: result.assertions }),
    warnings: [...fitWarnings(result.fit), ...result.warnings],
    ...commonParts(result, request),
  })
}

function asText(result: Forecast, request: ForecastRequest): string {
  const { scenario, changes, parents } = result.file
  const parent = parents.length > 0 ? basename(parents[0].path) : undefined
  const fan = fanData(scenario, result.axes, result.monthly)
  const style = terminalStyle(process.stdout, process.env)
  const { fit, errors, warnings, assumptions } = result
  const solved = result.solve ? `${solveInWords(result.solve, style).join('\n')}\n\n` : ''
  const text = terminalResult(
    {
      scenario,
      parent,
      changes,
      fan,
      fit,
      reentry: splitEntries(fit.scenario),
      errors,
      warnings,
      notes: result.notes,
      assumptions,
      paidAfterCare: paidAfterCare(result.years, scenario),
      ...commonParts(result, request),
    },
    style,
  )
  return `${solved}${text}`
}

function commonParts(result: Forecast, { seed, folder }: ForecastRequest) {
  return {
    seed,
    runs: result.runs,
    years: yearRows(result.years, result.wholeCost, result.axes),
    ...(result.budgets.length > 0 && { budgets: result.budgets }),
    ...(result.bridge && { bridge: result.bridge }),
    intervals: result.intervals,
    ...(result.packages && { packages: result.packages }),
    ...(result.attribution && { attribution: result.attribution }),
    claims: result.claims,
    variance: result.variance,
    ranking: result.ranking,
    inputs: countInputs(result.file.figures),
    files: result.files.map(({ name }) => join(folder, name)),
  }
}
