import { describe, expect, it } from 'vitest'
import { constantSum, joinSums, scaledSum, sumInRun, sumOfColumns } from '../../src/money/row-sum.ts'
import { columnsOfSums, fillBlock, placedSums, type RunBlock, sumInBlock } from '../../src/money/run-block.ts'
import { emptyTable } from '../summary/small-table.ts'

const RUNS = 150

function filledTable() {
  const table = emptyTable(RUNS)
  for (let index = 0; index < table.rows.length; index++) table.rows[index] = (index * 7919) % 1009
  return table
}

function blockOf(columns: Int32Array, room: number): RunBlock {
  return { columns, room, numbers: new Int32Array(columns.length * room) }
}

describe('a block of runs', () => {
  const sums = [
    sumOfColumns([3]),
    sumOfColumns([3, 1, 8], 2),
    joinSums([sumOfColumns([1, 3]), constantSum(-7)]),
    scaledSum(sumOfColumns([8, 3], 4), 1 / 3),
    constantSum(12),
  ]

  it('has each column of the sums once, upwards, with those of prices', () => {
    expect([...columnsOfSums(sums)]).toEqual([1, 2, 3, 4, 8])
  })

  it('has the numbers of some runs, column by column', () => {
    const table = filledTable()
    const block = blockOf(Int32Array.of(2, 5), 100)
    fillBlock(block, table, 40, 140)
    for (let run = 40; run < 140; run++)
      for (const [place, column] of [2, 5].entries())
        expect(block.numbers[place * 100 + run - 40]).toBe(table.rows[run * table.layout.length + column])
  })

  it('sums to what sumInRun gives, rounded where factors are not whole', () => {
    const table = filledTable()
    const block = blockOf(columnsOfSums(sums), RUNS)
    fillBlock(block, table, 0, RUNS)
    for (const [index, sum] of placedSums(sums, block.columns).entries()) {
      const values = new Float64Array(RUNS)
      sumInBlock(sum, block, values)
      expect([...values]).toEqual(Array.from(values, (_, run) => sumInRun(sums[index], table, run)))
    }
  })
})
