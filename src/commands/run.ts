// carecast run: arguments -> the main path -> what the terminal or a script is told.
import { join, parse } from 'node:path'
import type { CommandModule } from 'yargs'
import { type Forecast, type ForecastRequest, forecast } from '../forecast.ts'
import { fanData } from '../write/fan-data.ts'
import { countInputs } from '../write/input-count.ts'
import { jsonResult } from '../write/json-result.ts'
import { startProgress } from '../write/progress.ts'
import { terminalResult } from '../write/terminal-result.ts'
import { terminalStyle } from '../write/terminal-style.ts'
import { yearRows } from '../write/year-rows.ts'
import { RUN_OPTIONS, type RunOptions } from './run-options.ts'

type RunArguments = RunOptions & { scenario: string }

/** Describes the command to yargs; the signal stops it. */
export function runCommand(version: string, signal: AbortSignal): CommandModule<object, RunArguments> {
  return {
    command: 'run <scenario>',
    describe: 'Simulate a scenario and write the result',
    builder: (parser) =>
      parser
        .positional('scenario', { type: 'string', demandOption: true, describe: 'the scenario file, YAML' })
        .options(RUN_OPTIONS)
        .example('$0 run scenarios/smallshire.yaml', 'to results/smallshire')
        .example('$0 run my.yaml --runs 10000', 'smaller Monte Carlo errors')
        .example('$0 run my.yaml --json > my.json', 'the years, for scripts'),
    handler: (args) => run(args, version, signal),
  }
}

async function run(args: RunArguments, version: string, signal: AbortSignal): Promise<void> {
  const request = requestOf(args, version, signal)
  const result = await forecastWithProgress(request, process.stderr.isTTY && !args.quiet && !args.json)
  if (args.json) process.stdout.write(`${asJson(result, request)}\n`)
  else if (!args.quiet) process.stdout.write(`${asText(result, request)}\n`)
}

function requestOf(args: RunArguments, version: string, signal: AbortSignal): ForecastRequest {
  const { scenario, runs, seed, threads, overwrite } = args
  const folder = args.out ?? join('results', parse(scenario).name)
  return { scenario, runs, seed, threads, folder, overwrite, version, signal }
}

async function forecastWithProgress(request: ForecastRequest, isShown: boolean): Promise<Forecast> {
  if (!isShown) return forecast(request)
  const progress = startProgress(process.stderr, request.runs)
  try {
    return await forecast({ ...request, onProgress: progress.update })
  } finally {
    progress.clear()
  }
}

function asJson(result: Forecast, { version, seed, runs, folder }: ForecastRequest): string {
  const { file, model } = result
  return jsonResult({
    scenario: { name: file.scenario.name, path: file.path, sha256: file.sha256 },
    version,
    seed,
    runs,
    years: yearRows(result.years, result.wholeCost, model.axes),
    inputs: countInputs(file.figures),
    files: result.files.map((name) => join(folder, name)),
  })
}

function asText(result: Forecast, { seed, runs, folder }: ForecastRequest): string {
  const { file, model } = result
  return terminalResult(
    {
      scenario: file.scenario,
      runs,
      seed,
      years: yearRows(result.years, result.wholeCost, model.axes),
      fan: fanData(file.scenario, model.axes, result.monthly),
      inputs: countInputs(file.figures),
      files: result.files.map((name) => join(folder, name)),
    },
    terminalStyle(process.stdout, process.env),
  )
}
