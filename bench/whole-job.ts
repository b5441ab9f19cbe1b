// The whole job: 10,000 runs of five years, baseline and three packages, with all files, each in a process of its own. Prints
// the share of the processor time that goes into the engine, and exits with 1 where it is below what has been reached.
//   npm run bench:job
// The engine is the fit, the runs, and the runs that are repeated for variance, attribution and limited places. The time of
// the process, all its threads together, is read whenever the forecast turns to another stage: while runs are simulated the
// main thread does nothing but hand them out. Loading the program counts against the engine.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forecast } from '../src/forecast/forecast.ts'
import type { ForecastRequest, Stage } from '../src/forecast/request.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const RUNS = 10_000
const THREADS = 2
const PACKAGES = 3
const LIMIT_MEBIBYTES = 1280
/** Asks for one job in this process. */
const ONCE = '--once'
const ENGINE: readonly Stage[] = ['fit', 'simulate']
const FILES = [
  'monthly.arrow',
  'years.arrow',
  'runs.arrow',
  'paired.arrow',
  'years.csv',
  'summary.xlsx',
  'report.html',
  'manifest.json',
]

interface Job {
  name: string
  /** Reached, less a margin for machines and a busy day. */
  leastShare: number
  request: (folder: string) => Pick<ForecastRequest, 'scenario' | 'sets' | 'choice'>
}

const JOBS: Job[] = [
  {
    // With facts to fit, ranges, shocks, limited places and claims: what councils run.
    name: 'Worcestershire for five years',
    leastShare: 0.85,
    request: () => ({
      scenario: 'scenarios/worcestershire-2015.yaml',
      sets: ['end=2020-05-31'],
      choice: { packages: ['in-house-70', 'small-homes', 'edge-of-care-strategy'] },
    }),
  },
  {
    // Nothing is fitted or drawn but chance: the least that the engine can have to do for as much to summarise.
    name: 'the yardstick',
    leastShare: 0.5,
    request: (folder) => ({ scenario: writeYardstick(join(folder, 'yardstick.yaml')) }),
  },
]

/** Writes the yardstick with three packages as a scenario file, and returns its path. */
function writeYardstick(path: string): string {
  const scenario = yardstickScenario()
  const assumed = 'built for a benchmark'
  const raised = (hazardRatio: number) => ({
    label: `Reunification times ${hazardRatio}`,
    start: { date: scenario.start },
    effects: [{ raiseExits: { reason: 'reunification', hazardRatio } }],
  })
  const { placements, openingStock, entries, exits, moves } = scenario
  const withOrigin = (part: object) => ({ ...part, assumed })
  const written = {
    ...scenario,
    upliftPerYear: { value: 0, assumed },
    placements: withOrigin(placements),
    openingStock: withOrigin(openingStock),
    entries: withOrigin(entries),
    exits: withOrigin(exits),
    moves: withOrigin(moves!),
    interventions: withOrigin({ little: raised(1.1), more: raised(1.2), much: raised(1.3) }),
    packages: {
      little: { interventions: ['little'] },
      more: { interventions: ['more'] },
      all: { interventions: ['little', 'more', 'much'] },
    },
  }
  writeFileSync(path, JSON.stringify(written))
  return path
}

interface Measured {
  /** Processor time in seconds by stage, and before the first. */
  seconds: Partial<Record<Stage | 'start', number>>
  elapsedSeconds: number
  mebibytes: number
}

async function runOnce({ request }: Job): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'carecast-job-'))
  const clock = stageClock()
  try {
    const { result } = await forecast({
      ...request(folder),
      runs: RUNS,
      seed: 'whole job',
      threads: THREADS,
      folder: join(folder, 'result'),
      overwrite: false,
      version: 'bench',
      onStage: clock.turnTo,
    })
    const measured = clock.stop()
    assert.equal(result.identity.runs, RUNS)
    assert.equal(result.packages?.length, PACKAGES)
    for (const name of FILES) assert.ok(existsSync(join(folder, 'result', name)), `${name} is missing`)
    return measured
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function stageClock() {
  const seconds: Measured['seconds'] = {}
  let stage: Stage | 'start' = 'start'
  let before = 0
  const turnTo = (next: Stage) => {
    const { user, system } = process.cpuUsage()
    const now = (user + system) / 1e6
    seconds[stage] = (seconds[stage] ?? 0) + now - before
    stage = next
    before = now
  }
  const stop = (): Measured => {
    turnTo('write')
    return {
      seconds,
      elapsedSeconds: performance.now() / 1000,
      mebibytes: Math.round(peakKibibytes() / 1024),
    }
  }
  return { turnTo, stop }
}

/** As in large-result.ts: Linux counts into maxRSS what the parent used. */
function peakKibibytes(): number {
  const status = '/proc/self/status'
  const mark = existsSync(status) && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]
  return mark ? Number(mark) : process.resourceUsage().maxRSS
}

function measureInProcess({ name }: Job): Measured {
  const script = fileURLToPath(import.meta.url)
  const output = execFileSync(process.execPath, [...process.execArgv, script, ONCE, name], {
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

/** Prints a job and returns whether it keeps its limits. */
function report({ name, leastShare }: Job, { seconds, elapsedSeconds, mebibytes }: Measured): boolean {
  const stages = Object.entries(seconds)
  const total = stages.reduce((sum, [, time]) => sum + time, 0)
  const share = ENGINE.reduce((sum, stage) => sum + (seconds[stage] ?? 0), 0) / total
  const parts = stages.map(([stage, time]) => `${stage} ${time.toFixed(1)}`).join(', ')
  console.log(
    `${name}: ${(100 * share).toFixed(0)} % in the engine, at least ${100 * leastShare} %; ` +
      `${total.toFixed(1)} s of processor time (${parts}), ${elapsedSeconds.toFixed(1)} s elapsed, ` +
      `peak ${mebibytes} MiB, at most ${LIMIT_MEBIBYTES}`,
  )
  return share >= leastShare && mebibytes <= LIMIT_MEBIBYTES
}

const once = process.argv.indexOf(ONCE)
if (once > 0) {
  const job = JOBS.find(({ name }) => name === process.argv[once + 1])!
  console.log(JSON.stringify(await runOnce(job)))
} else {
  const kept = JOBS.map((job) => report(job, measureInProcess(job)))
  if (kept.includes(false)) process.exitCode = 1
}
