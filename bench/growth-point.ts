// One point of growth.ts in a process of its own, whose peak of memory belongs to it: simulates, summarises and encodes as
// `carecast run` does, again where that is quick, and prints a MeasuredPoint as JSON.
//   node dist/bench/growth-point.js '{"runs":1000,"years":5,"children":700,"variants":1}'
import { createHash } from 'node:crypto'
import { mean, median, sampleStandardDeviation } from 'simple-statistics'
import type { AllRuns } from '../src/run/run-row.ts'
import { summariseMonths } from '../src/summary/months.ts'
import { summariseVariants } from '../src/summary/summarise-variants.ts'
import { variantsOf } from '../src/summary/variants.ts'
import { encodeMonthly } from '../src/write/arrow/tables/monthly-table.ts'
import { encodeRuns } from '../src/write/arrow/tables/runs-table.ts'
import { encodeYears } from '../src/write/arrow/tables/years-table.ts'
import type { Point } from './growth-points.ts'
import { growthWorkload, simulateOnThreads, simulatorHere } from './growth-workload.ts'
import { peakMebibytes } from './peak-memory.ts'
import { type Elapsed, elapsedIn } from './time-beside-kernel.ts'

/** A mean over all runs. */
export interface Estimate {
  mean: number
  standardError: number
}

/** What a point cost, and what came out, for growth-checks.ts. */
export interface MeasuredPoint extends Point {
  /** Seconds; of the processor, or by the clock where threads are asked for. */
  simulate: number
  /** Seconds to summarise all variants and to encode the tables. */
  summarise: number
  mebibytes: number
  /** Care days of a run of the baseline, over all months and over the first twelve. */
  careDays: Estimate
  firstYear: Estimate
  /** Care days of the first FIRST_RUNS runs of the baseline together: a whole number. */
  firstRuns: number
  /** SHA-256 of the rows of the baseline. */
  rows: string
}

const FIRST_RUNS = 20
/** A job is repeated until it has taken so long; the first one, which is not warm yet, counts only if there is no other. */
const REPEATED_MILLISECONDS = 1500

interface Job {
  simulate: Elapsed
  summarise: Elapsed
  runs: AllRuns
}

type Simulate = () => AllRuns | Promise<AllRuns>

/** Without threads one simulator serves all jobs, as it does all chunks of a thread. */
function simulatorOf(point: Point): Simulate {
  const workload = growthWorkload(point)
  const { runs, threads } = point
  return threads ? () => simulateOnThreads(workload, runs, threads) : simulatorHere(workload, runs)
}

async function runJob(simulate: Simulate): Promise<Job> {
  let runs: AllRuns | undefined
  const simulated = await elapsedIn(async () => {
    runs = await simulate()
  })
  return { simulate: simulated, summarise: await elapsedIn(() => encodeAll(runs!)), runs: runs! }
}

function encodeAll(table: AllRuns): Uint8Array[] {
  const identity = {
    version: 'bench',
    scenario: 'Yardstick',
    scenarioSha256: '',
    sets: [],
    intervals: 'chance only' as const,
    seed: 'growth',
    runs: table.runs,
  }
  const months = variantsOf(table).map(({ variant, table: own }) => summariseMonths(own, variant))
  const { monthly, years, runs } = summariseVariants(table, months)
  return [encodeMonthly(monthly, identity), encodeYears(years, identity), encodeRuns(runs, identity)]
}

/** Adds up the care days of the months before `months` of a run of the baseline. */
function careDaysOf({ rows, layout }: AllRuns, run: number, months: number): number {
  const from = run * layout.length + layout.offset.care_days
  return rows.subarray(from, from + months * layout.placements).reduce((sum, days) => sum + days, 0)
}

function careDaysIn(table: AllRuns): Pick<MeasuredPoint, 'careDays' | 'firstYear' | 'firstRuns'> {
  const totals = (months: number) =>
    Array.from({ length: table.runs }, (_, run) => careDaysOf(table, run, months))
  const all = totals(table.layout.months)
  return {
    careDays: estimateOf(all),
    firstYear: estimateOf(totals(12)),
    firstRuns: all.slice(0, FIRST_RUNS).reduce((sum, days) => sum + days),
  }
}

function estimateOf(values: number[]): Estimate {
  return { mean: mean(values), standardError: sampleStandardDeviation(values) / Math.sqrt(values.length) }
}

async function measure(point: Point): Promise<MeasuredPoint> {
  const simulate = simulatorOf(point)
  const first = await runJob(simulate)
  const mebibytes = peakMebibytes()
  const results = careDaysIn(first.runs)
  const rows = createHash('sha256').update(first.runs.rows).digest('hex')
  const jobs = [first]
  const start = performance.now()
  while (first.simulate.wall + performance.now() - start < REPEATED_MILLISECONDS)
    jobs.push(await runJob(simulate))
  const seconds = (part: 'simulate' | 'summarise') =>
    median(
      jobs.slice(jobs.length > 1 ? 1 : 0).map((job) => job[part][point.threads ? 'wall' : 'processor']),
    ) / 1000
  return {
    ...point,
    simulate: seconds('simulate'),
    summarise: seconds('summarise'),
    mebibytes,
    ...results,
    rows,
  }
}

console.log(JSON.stringify(await measure(JSON.parse(process.argv[2]) as Point)))
