// From the rows of 1,000 runs to the columns of monthly.arrow and years.arrow.
import assert from 'node:assert/strict'
import { mean } from 'simple-statistics'
import { compileModel } from '../src/model/compile-model.ts'
import { seedKey } from '../src/run/addresses.ts'
import { type RunTable, rowLayout } from '../src/run/run-row.ts'
import { chunkSimulator } from '../src/run/threads/simulate-chunk.ts'
import { summariseMonths } from '../src/summary/months.ts'
import { summariseYears } from '../src/summary/years.ts'
import type { Benchmark } from './benchmark.ts'
import { yardstickRunner } from './yardstick-runner.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const RUNS = 1000

/** Prepares both summaries; their means must be those of the same runs added up one by one. */
export async function prepareSummary(): Promise<Benchmark[]> {
  const table = simulateTable()
  const oneRun = yardstickRunner()
  const totals = Array.from({ length: RUNS }, (_, run) => oneRun(run))
  assertClose(meanCost(table), mean(totals.map(({ cost }) => cost)))
  assertClose(meanChildrenAtEnd(table), mean(totals.map(({ children }) => children)))
  return [
    { name: 'summariseMonths, 1,000 runs', operations: 1, call: () => summariseMonths(table, 'baseline') },
    { name: 'summariseYears, 1,000 runs', operations: 1, call: () => summariseYears(table, 'baseline') },
  ]
}

function simulateTable(): RunTable {
  const model = compileModel(yardstickScenario())
  const layout = rowLayout(model.axes)
  const rows = new Int32Array(layout.length * RUNS)
  chunkSimulator({ model, seed: seedKey('yardstick'), tables: [rows], control: new Int32Array(2) })(0, RUNS)
  return { axes: model.axes, layout, runs: RUNS, rows }
}

function meanCost(table: RunTable): number {
  const { line, statistics } = summariseYears(table, 'baseline')
  return statistics.mean.filter((_, row) => line[row] === 'total').reduce((sum, cost) => sum + cost, 0)
}

function meanChildrenAtEnd(table: RunTable): number {
  const { measure, placement, statistics } = summariseMonths(table, 'baseline')
  const last = measure.findLastIndex((name, row) => name === 'children' && placement[row] === null)
  return statistics.mean[last]
}

function assertClose(found: number, wanted: number): void {
  assert.ok(
    Math.abs(found - wanted) <= 1e-9 * wanted,
    `the summary's mean is ${found}, that of the runs ${wanted}`,
  )
}
