// The forecasts of a backtest know nothing of what came after their origin, and are those of carecast new and carecast run.
import { describe, expect, test } from 'vitest'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import {
  authoritiesOf,
  type Cell,
  type PublishedTable,
} from '../../../src/input/published/published-table.ts'
import { forecastCouncil, stocksAt } from '../../../src/study/backtest/council-forecast.ts'
import { forecastCouncils } from '../../../src/study/backtest/forecast-pool.ts'

const table = readPublishedTable()
const authorities = authoritiesOf(table)
const codeOf = (name: string) => authorities.find((authority) => authority.name === name)!.code
const taskOf = (name: string, origin: number, seed = 'a seed') => ({
  code: codeOf(name),
  origin,
  years: 2018 - origin,
  runs: 20,
  seed,
})

/** The table with every figure of later editions made another one. */
function otherLater({ rows, earlier }: PublishedTable, origin: number): PublishedTable {
  const other = (cell: Cell): Cell => (typeof cell === 'number' ? 2 * cell + 7 : 3)
  const others = <Cells extends object>(cells: Cells) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, other(cell)])) as Cells
  return {
    rows: rows.map((row) => (row.edition > origin ? { ...row, figures: others(row.figures) } : row)),
    earlier: earlier.map((row) => {
      const { edition, code, year, ...cells } = row
      return edition > origin ? { edition, code, year, ...others(cells) } : row
    }),
  }
}

/** The table with a tenth more children in all councils but one in the edition of a year, from which growth is expected. */
function grownCouncils({ rows, earlier }: PublishedTable, edition: number, code: string): PublishedTable {
  const isGrown = (row: PublishedTable['rows'][number]) => row.edition === edition && row.code !== code
  return {
    rows: rows.map((row) => {
      const { stock } = row.figures
      if (row.level !== 'authority' || !isGrown(row) || typeof stock !== 'number') return row
      return { ...row, figures: { ...row.figures, stock: Math.round(1.1 * stock) } }
    }),
    earlier,
  }
}

describe('forecastCouncil', () => {
  test.each([
    ['Rotherham', 2016],
    ['Rutland', 2017],
  ])('gives the same children in every run whatever later editions say: %s, %i', (name, origin) => {
    const task = taskOf(name, origin)
    const forecast = forecastCouncil(table, task)
    expect(forecastCouncil(otherLater(table, origin), task)).toEqual(forecast)
    // What the edition of the origin says of others does count.
    expect(forecastCouncil(grownCouncils(table, origin, task.code), task)).not.toEqual(forecast)
  })

  test('has a month for each of the years up to the last target', () => {
    const { months, children } = forecastCouncil(table, taskOf('Rutland', 2016))
    expect([months[0], months.at(-1), months.length]).toEqual(['2016-04', '2018-03', 24])
    expect(children).toHaveLength(24 * 20)
  })

  test('draws other runs for another seed, council or origin', () => {
    const of = (name: string, origin: number, seed?: string) =>
      [...stocksAt(forecastCouncil(table, taskOf(name, origin, seed)), '2018-03')].join()
    const all = [of('Rutland', 2017), of('Rutland', 2017, 'another'), of('Rutland', 2016)]
    expect(new Set(all).size).toBe(3)
  })
})

describe('stocksAt', () => {
  test('names the months that there are when asked for another', () => {
    const forecast = {
      code: 'E1',
      origin: 2016,
      months: ['2016-04', '2016-05'],
      children: Float64Array.of(1, 2, 3, 4),
    }
    expect([...stocksAt(forecast, '2016-05')]).toEqual([3, 4])
    expect(() => stocksAt(forecast, '2016-06')).toThrow(
      '2016-06 is not among the months from 2016-04 to 2016-05',
    )
  })
})

describe('forecastCouncils', () => {
  test('makes the same forecasts on one thread and on two, in the order of the tasks', async () => {
    const tasks = [taskOf('Rutland', 2017), taskOf('Hartlepool', 2017), taskOf('Rutland', 2016)]
    const [one, two] = await Promise.all([1, 2].map((threads) => forecastCouncils(table, tasks, { threads })))
    expect(two).toEqual(one)
    expect(one[0]).toEqual(forecastCouncil(table, tasks[0]))
    expect(one.map(({ origin }) => origin)).toEqual([2017, 2017, 2016])
  })

  test('ends with the reason of a signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(forecastCouncils(table, [], { threads: 1, signal })).rejects.toThrow('enough')
  })
})
