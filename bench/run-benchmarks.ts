// Runs all benchmarks: checks their results, times them, prints a table and writes bench/results/<time>.json.
//   npm run bench          some 40 seconds
//   npm run bench:short    some 10 seconds, for CI: shows that all still run and are still right; too short to compare
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import Table from 'cli-table3'
import { quantileSorted } from 'simple-statistics'
import { Bench } from 'tinybench'
import { prepareAddresses } from './addresses.bench.ts'
import type { Benchmark, PrepareBenchmarks } from './benchmark.ts'
import { preparePool } from './pool.bench.ts'
import { prepareSimulateRun } from './simulate-run.bench.ts'
import { prepareSummary } from './summary.bench.ts'

const SUBJECTS: PrepareBenchmarks[] = [prepareAddresses, prepareSimulateRun, prepareSummary, preparePool]
const FULL = { time: 3000, iterations: 7, warmupTime: 300, warmupIterations: 2 }
const SHORT = { time: 200, iterations: 3, warmupTime: 50, warmupIterations: 1 }
const MEMORY_LIMIT_MEBIBYTES = 1024
const RESULTS_FOLDER = 'bench/results'

/** Times are of one operation, in milliseconds. */
interface Timing {
  name: string
  calls: number
  median: number
  p25: number
  p75: number
}

async function time({ name, operations, call }: Benchmark, short: boolean): Promise<Timing> {
  const bench = new Bench({ ...(short ? SHORT : FULL), retainSamples: true, throws: true }).add(name, call)
  await bench.run()
  const { result } = bench.tasks[0]
  if (result.state !== 'completed') throw new Error(`${name} was not timed: ${result.state}`)
  const samples = [...result.latency.samples!].sort((a, b) => a - b)
  const at = (quantile: number) => quantileSorted(samples, quantile) / operations
  return { name, calls: samples.length, median: at(0.5), p25: at(0.25), p75: at(0.75) }
}

const UNITS = [
  { name: 's', milliseconds: 1000 },
  { name: 'ms', milliseconds: 1 },
  { name: 'µs', milliseconds: 1e-3 },
  { name: 'ns', milliseconds: 1e-6 },
]

function inUnits(time: number): string {
  const unit = UNITS.find(({ milliseconds }) => time >= milliseconds) ?? UNITS.at(-1)!
  return `${(time / unit.milliseconds).toPrecision(3)} ${unit.name}`
}

function perSecond(time: number): string {
  const operations = 1000 / time
  return operations >= 10 ? Math.round(operations).toLocaleString('en-GB') : operations.toPrecision(2)
}

function printTable(timings: Timing[]): void {
  const table = new Table({
    head: ['', 'median', 'p25 to p75', 'ops/s', 'calls timed'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { compact: true, head: [], border: [] },
  })
  for (const { name, calls, median, p25, p75 } of timings)
    table.push([
      name,
      inUnits(median),
      `${inUnits(p25)} to ${inUnits(p75)}`,
      perSecond(median),
      calls.toLocaleString('en-GB'),
    ])
  console.log(table.toString())
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

function writeResults(timings: Timing[], short: boolean): string {
  const when = new Date().toISOString()
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), load: loadavg()[0] }
  const result = { when, short, commit: commit(), node: process.version, machine, timings }
  const path = `${RESULTS_FOLDER}/${when.replaceAll(':', '-')}.json`
  mkdirSync(RESULTS_FOLDER, { recursive: true })
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
  return path
}

/** Simulates and encodes a large result in a process of its own, whose memory must stay below the limit. */
function checkMemory(): string {
  const script = new URL(`large-result${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    .pathname
  const output = execFileSync(process.execPath, [...process.execArgv, script], { encoding: 'utf8' })
  const { runs, months, mebibytes } = JSON.parse(output)
  assert.ok(mebibytes < MEMORY_LIMIT_MEBIBYTES, `${mebibytes} MiB for ${runs} runs x ${months} months`)
  return `${runs.toLocaleString('en-GB')} runs x ${months} months, summarised and encoded: ${mebibytes} MiB at most`
}

const short = process.argv.includes('--short')
const timings: Timing[] = []
for (const prepare of SUBJECTS)
  for (const benchmark of await prepare(short)) timings.push(await time(benchmark, short))
printTable(timings)
console.log(checkMemory())
console.log(
  `One operation each; ${process.version}, ${cpus()[0]?.model}. Written: ${writeResults(timings, short)}`,
)
