import { describe, expect, test } from 'vitest'
import type { RunTable } from '../../src/run/run-row.ts'
import { totalCostErrors } from '../../src/summary/monte-carlo-error.ts'
import { simulateUntilError } from '../../src/summary/until-error.ts'
import { emptyTable } from './small-table.ts'

/** Runs that cost the more the higher their last three digits are, so that the errors fall with the runs. */
function tableOf(runs: number): RunTable {
  const table = emptyTable(runs)
  for (let run = 0; run < runs; run++)
    table.rows.fill(10 + (run % 1_000), run * table.layout.length, (run + 1) * table.layout.length)
  return table
}

async function stepsUntil(percent: number, mostRuns: number) {
  const steps: [number, number | undefined][] = []
  const table = await simulateUntilError(
    percent,
    async (runs, begun) => {
      steps.push([runs, begun?.runs])
      return tableOf(runs)
    },
    mostRuns,
  )
  return { table, steps }
}

describe('simulateUntilError', () => {
  test('doubles the runs from 1,000 on until both errors are below the percentage', async () => {
    const { mean_error_percent, q90_error_percent } = totalCostErrors(tableOf(4_000))
    const percent = Math.max(mean_error_percent, q90_error_percent)
    const { table, steps } = await stepsUntil(percent, 1_000_000)
    expect(steps).toEqual([
      [1_000, undefined],
      [2_000, 1_000],
      [4_000, 2_000],
      [8_000, 4_000],
    ])
    expect(table.runs).toBe(8_000)
    const larger = await stepsUntil(percent * 1.001, 1_000_000)
    expect(larger.table.runs).toBe(4_000)
  })

  test('ends at the limit, which need not be a step', async () => {
    const { steps } = await stepsUntil(0.001, 5_000)
    expect(steps.map(([runs]) => runs)).toEqual([1_000, 2_000, 4_000, 5_000])
    expect((await stepsUntil(0.001, 10)).steps).toEqual([[10, undefined]])
  })
})
