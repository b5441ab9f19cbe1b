import { describe, expect, it } from 'vitest'
import {
  describeMonths,
  type MonthsTask,
  seriesOfMonth,
  summariseMonths,
  summariseMonthsInTasks,
} from '../../src/summary/months.ts'
import { probabilityAbove } from '../../src/summary/numbers/probability.ts'
import { runValues } from '../../src/summary/run-values.ts'
import { yearLines } from '../../src/summary/year-lines.ts'
import { summariseYears } from '../../src/summary/years.ts'
import { smallTable, tableWithCarers } from './small-table.ts'
import { textsOf } from './texts-of.ts'

describe('summariseMonths', () => {
  const summary = summariseMonths(smallTable(), 'baseline')
  const rowOf = (month: string, measure: string, placement: string | null) =>
    summary.month.findIndex(
      (name, row) =>
        name === month && summary.measure[row] === measure && summary.placement[row] === placement,
    )

  it('has a row for each month, measure and placement, and all placements last', () => {
    expect(summary.month.length).toBe(3 * 7 * 3)
    expect(summary.placement.slice(0, 3)).toEqual(['foster', 'residential', null])
    expect([...new Set(summary.measure)].join()).toBe(
      'children,care_days,cost,entries,exits,moves,over_places',
    )
    expect(new Set(summary.variant)).toEqual(new Set(['baseline']))
  })

  it('describes each measure in its unit', () => {
    const median = (month: string, measure: string, placement: string | null) => {
      const row = rowOf(month, measure, placement)
      return [summary.statistics.q50[row], summary.unit[row]]
    }
    expect(median('2018-03', 'children', 'foster')).toEqual([12, 'children'])
    expect(median('2018-03', 'children', null)).toEqual([15, 'children'])
    expect(median('2018-02', 'care_days', null)).toEqual([367, 'days'])
    expect(median('2018-02', 'cost', 'foster')).toEqual([36_000, '£'])
    expect(median('2018-04', 'cost', null)).toEqual([36_360 + 3535.07, '£'])
    expect(median('2018-02', 'entries', null)).toEqual([3, 'children'])
    expect(median('2018-02', 'exits', 'residential')).toEqual([2, 'children'])
    expect(median('2018-02', 'moves', 'residential')).toEqual([4, 'moves'])
    expect(median('2018-02', 'over_places', 'foster')).toEqual([0, 'children'])
  })

  it('has the places of placements with carers last in each month, and none for all placements', () => {
    const places = summariseMonths(tableWithCarers(), 'baseline')
    const rows = places.measure.flatMap((measure, row) => (measure === 'places' ? [row] : []))
    expect(rows).toEqual([21, 43, 65])
    expect(rows.map((row) => places.month[row])).toEqual(['2018-02', '2018-03', '2018-04'])
    expect(rows.map((row) => [places.placement[row], places.unit[row]])).toEqual(
      rows.map(() => ['residential', 'places']),
    )
    expect(rows.map((row) => places.statistics.mean[row])).toEqual([19, 18, 17])
  })

  it('gives the spread over the runs', () => {
    const row = rowOf('2018-02', 'children', null)
    expect(summary.statistics.mean[row]).toBe(14)
    expect(summary.statistics.sd[row]).toBeCloseTo(Math.sqrt(2.5), 14)
    expect(summary.statistics.q05[row]).toBeCloseTo(12.2, 12)
    expect(summary.statistics.mc_error[row]).toBeCloseTo(Math.sqrt(0.5), 14)
  })
})

describe('summariseMonthsInTasks', () => {
  it('gives what summariseMonths gives, however many months are in a task and whatever order they are done in', async () => {
    const [table, other] = [tableWithCarers(), smallTable()]
    const months = table.axes.months.length
    for (const monthsATask of [1, months - 1, months, months + 1]) {
      const describe = async (tasks: MonthsTask[]) => {
        expect(tasks).toHaveLength(2 * Math.ceil(months / monthsATask))
        return tasks.toReversed().map(describeMonths).toReversed()
      }
      const variants = [
        { variant: 'plan', table },
        { variant: 'other', table: other },
      ]
      const summaries = await summariseMonthsInTasks(variants, describe, monthsATask)
      expect(summaries).toEqual(variants.map((one) => summariseMonths(one.table, one.variant)))
    }
  })
})

describe('summariseYears', () => {
  const summary = summariseYears(smallTable(), 'baseline')
  const linesOfYear = (year: string) =>
    Object.fromEntries(
      summary.line.flatMap((line, row) =>
        summary.financial_year[row] === year
          ? [[line, [summary.statistics.q50[row], summary.unit[row]]]]
          : [],
      ),
    )

  it('adds up the months before 1 April', () => {
    expect(linesOfYear('2017/18')).toEqual({
      foster: [72_000, '£'],
      residential: [7000, '£'],
      total: [79_000, '£'],
      total_in_base_prices: [79_000, '£'],
      entries: [6, 'children'],
      'exits:reunification': [4, 'children'],
      'exits:turned18': [1, 'children'],
      moves: [8, 'moves'],
      children_end: [15, 'children'],
      'children_end:foster': [12, 'children'],
      'children_end:residential': [3, 'children'],
      care_days: [734, 'days'],
      'care_days:foster': [720, 'days'],
      'care_days:residential': [14, 'days'],
    })
  })

  it('takes the months from 1 April on at the new prices', () => {
    expect(linesOfYear('2018/19')).toMatchObject({
      foster: [36_360, '£'],
      residential: [3535.07, '£'],
      'exits:turned18': [2, 'children'],
      children_end: [16, 'children'],
    })
  })
})

describe('runValues', () => {
  const values = runValues(smallTable(), 'baseline')
  const [years, lines] = [values.financial_year, values.line].map(textsOf)

  it('lists the lines in the order of run, year and line', () => {
    expect(values.value.length).toBe(5 * 2 * 14)
    expect([...values.run.subarray(0, 29)]).toEqual([...new Array(28).fill(0), 1])
    expect(years.slice(13, 15)).toEqual(['2017/18', '2018/19'])
    expect(lines.slice(0, 14)).toEqual(summariseYears(smallTable(), 'baseline').line.slice(0, 14))
  })

  it('gives each run its own values', () => {
    const foster = lines.flatMap((line, row) => (line === 'foster' ? [values.value[row]] : []))
    const pounds = [10, 11, 12, 13, 14].flatMap((children) => [children * 6000, children * 3030])
    expect(foster).toEqual(pounds)
    const children = lines.flatMap((line, row) => (line === 'children_end:foster' ? [values.value[row]] : []))
    expect(children).toEqual([10, 11, 12, 13, 14].flatMap((count) => [count, count]))
  })
})

describe('probabilityAbove', () => {
  it('is the share of the runs strictly above the threshold, with its Monte Carlo error', () => {
    const table = smallTable()
    const february = seriesOfMonth(table, 0, 'children').at(-1)!
    expect(probabilityAbove(table, february, 14)).toEqual({
      probability: 0.4,
      mc_error: Math.sqrt((0.4 * 0.6) / 5),
    })
  })

  it('takes a threshold in £ for a line of money', () => {
    const table = smallTable()
    const [first, second] = [0, 1].map((year) => {
      return probabilityAbove(table, yearLines(table, year).find(({ line }) => line === 'total')!, 79_000)
    })
    expect(first.probability).toBe(0.4)
    expect(second).toEqual({ probability: 0, mc_error: 0 })
  })
})
