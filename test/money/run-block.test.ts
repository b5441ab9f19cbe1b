import { describe, expect, it } from 'vitest'
import {
  constantSum,
  joinSums,
  type RowSum,
  scaledSum,
  sumInRun,
  sumOfColumns,
} from '../../src/money/row-sum.ts'
import {
  columnsOfSums,
  placedSums,
  type RunBlock,
  rowsOfRuns,
  sumInBlock,
  takeColumns,
  timesOfColumn,
} from '../../src/money/run-block.ts'
import { emptyTable } from '../summary/small-table.ts'

const RUNS = 150

const SUMS = [
  sumOfColumns([3]),
  sumOfColumns([3, 1, 8], 2),
  sumOfColumns([1, 5, 3, 8, 7, 6, 0, 3, 1], 2, 3),
  joinSums([sumOfColumns([8, 1, 3, 5, 3]), constantSum(-7), sumOfColumns([1, 3, 5], 4)]),
  scaledSum(sumOfColumns([8, 3, 5, 6, 1], 4), 1 / 3),
  constantSum(12),
]

function filledTable() {
  const table = emptyTable(RUNS)
  for (let index = 0; index < table.rows.length; index++) table.rows[index] = ((index * 7919) % 1009) - 500
  return table
}

function sumsOf(sum: RowSum, block: RunBlock, runs: number): number[] {
  const values = new Float64Array(runs + 2)
  sumInBlock(sum, block, runs, values, 1)
  expect([values[0], values[runs + 1]], 'values of others').toEqual([0, 0])
  return [...values.subarray(1, runs + 1)]
}

describe('columnsOfSums', () => {
  it('lists each column once, upwards, with those of prices', () => {
    expect([...columnsOfSums(SUMS)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect([...columnsOfSums([SUMS[1]])]).toEqual([1, 2, 3, 8])
  })
})

describe('takeColumns', () => {
  it('writes the numbers of all runs, one column after the other', () => {
    const table = filledTable()
    const numbers = new Int32Array(2 * RUNS)
    takeColumns(table, Int32Array.of(2, 5), numbers)
    const wanted = [2, 5].flatMap((column) =>
      Array.from({ length: RUNS }, (_, run) => table.rows[run * table.layout.length + column]),
    )
    expect([...numbers]).toEqual(wanted)
  })
})

describe('sumInBlock', () => {
  const table = filledTable()
  const wanted = (sum: RowSum, first: number, runs: number) =>
    Array.from({ length: runs }, (_, run) => sumInRun(sum, table, first + run))

  it('gives what sumInRun gives in some rows of a table', () => {
    for (const sum of SUMS) expect(sumsOf(sum, rowsOfRuns(table, 40, 121), 81)).toEqual(wanted(sum, 40, 81))
  })

  it('gives the same from columns taken out of the table', () => {
    const columns = columnsOfSums(SUMS)
    const block = takeColumns(table, columns, new Int32Array(columns.length * RUNS))
    for (const [index, placed] of placedSums(SUMS, columns).entries())
      expect(sumsOf(placed, block, RUNS)).toEqual(wanted(SUMS[index], 0, RUNS))
  })
})

describe('timesOfColumn', () => {
  const table = emptyTable(3)
  for (const run of [0, 1, 2]) table.rows.set([5 + run, 40, 60 + run], run * table.layout.length)
  const timesOf = (sum: RowSum) => timesOfColumn(sum, rowsOfRuns(table, 0, 3), 3)

  it('is the factor of a column, times a price that is the same in all runs', () => {
    expect(timesOf(sumOfColumns([0]))).toBe(1)
    expect(timesOf(sumOfColumns([0], undefined, 7))).toBe(7)
    expect(timesOf(sumOfColumns([0], 1))).toBe(40)
    expect(timesOf(sumOfColumns([0], 3))).toBe(0)
  })

  it('is undefined for other prices, parts of a column, less than nothing, and several terms', () => {
    const others = [sumOfColumns([0], 2), sumOfColumns([0], 1, -1), scaledSum(sumOfColumns([0]), 1 / 3)]
    const several = [sumOfColumns([0, 1]), constantSum(4), joinSums([sumOfColumns([0]), constantSum(4)])]
    expect([...others, ...several].map(timesOf)).toEqual(new Array(6).fill(undefined))
  })
})
