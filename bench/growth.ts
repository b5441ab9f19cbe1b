// `npm run bench:growth`: measures how cost grows with runs, years, size, variants and threads, each point in a process of its
// own; checks what came out, prints tables with slopes, draws growth.svg, and exits with 1 where growth is not linear. With
// --short a tenth of the runs, to see that it works, drawn into bench/results.
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { drawGrowth } from './growth-chart.ts'
import { assertResults, type MeasuredAxis, slopesOf, steepCosts } from './growth-checks.ts'
import type { MeasuredPoint } from './growth-point.ts'
import { type Axis, type AxisName, ENGLAND, growthAxes, type Point } from './growth-points.ts'
import { inUnits, printTable } from './print-table.ts'
import { runScript } from './run-script.ts'

const ENGLAND_LIMIT_MEBIBYTES = 2048
const HEADS: Record<AxisName, string> = {
  runs: 'runs',
  years: 'years',
  children: 'children',
  variants: 'variants',
  threads: 'threads (time by the clock)',
}

function measure(point: Point): MeasuredPoint {
  return runScript<MeasuredPoint>('growth-point', [JSON.stringify(point)])
}

function measureAxis({ name, points }: Axis): MeasuredAxis {
  const axis = { name, points: points.map(measure) }
  assertResults(axis)
  printAxis(axis)
  return axis
}

function printAxis(axis: MeasuredAxis): void {
  const { simulate, summarise, mebibytes } = slopesOf(axis)
  printTable(
    [HEADS[axis.name], 'runs', 'simulate', 'a run', 'summarise, encode', 'peak memory'],
    [
      ...axis.points.map((point) => [
        point[axis.name]!.toLocaleString('en-GB'),
        point.runs.toLocaleString('en-GB'),
        inUnits(1000 * point.simulate),
        inUnits((1000 * point.simulate) / point.runs),
        inUnits(1000 * point.summarise),
        `${point.mebibytes} MiB`,
      ]),
      ['slope', '', simulate.toFixed(2), '', summarise.toFixed(2), mebibytes.toFixed(2)],
    ],
  )
}

/** Says how much memory each further variant, or each further thousand runs, takes. */
function printMemory({ name, points }: MeasuredAxis, per: number, words: string): void {
  const [first, last] = [points[0], points.at(-1)!]
  const each = (per * (last.mebibytes - first.mebibytes)) / (last[name]! - first[name]!)
  console.log(`Memory of each further ${words}: ${each.toFixed(1)} MiB`)
}

function measureEngland(): void {
  const england = measure(ENGLAND)
  assertResults({ name: 'children', points: [england] })
  console.log(
    `All England, ${ENGLAND.children.toLocaleString('en-GB')} children, ${ENGLAND.years} years, ` +
      `${ENGLAND.runs.toLocaleString('en-GB')} runs, ${ENGLAND.threads} threads: ${england.mebibytes} MiB at most, ` +
      `simulated in ${inUnits(1000 * england.simulate)}`,
  )
  assert.ok(
    england.mebibytes < ENGLAND_LIMIT_MEBIBYTES,
    `All England takes ${england.mebibytes} MiB, at most ${ENGLAND_LIMIT_MEBIBYTES}`,
  )
}

const { values: options } = parseArgs({ options: { short: { type: 'boolean' } } })
const axes = growthAxes(options.short ? 'short' : 'full').map(measureAxis)
const axisOf = (name: AxisName) => axes.find((axis) => axis.name === name)!
printMemory(axisOf('variants'), 1, `variant of ${axisOf('variants').points[0].runs} runs of five years`)
printMemory(axisOf('runs'), 1000, 'thousand runs of five years, one variant')
if (!options.short) measureEngland()
const folder = options.short ? 'bench/results' : 'bench'
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/growth.svg`, drawGrowth(axes))
console.log(`Written: ${folder}/growth.svg; load of the machine ${loadavg()[0].toFixed(1)}`)
const steep = axes.filter(({ name }) => name !== 'threads').flatMap(steepCosts)
for (const line of steep) console.error(line)
if (steep.length > 0) process.exitCode = 1
