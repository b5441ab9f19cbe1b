import { beforeAll, describe, expect, test } from 'vitest'
import { BASELINE } from '../../../src/domain/baseline.ts'
import { costYears } from '../../../src/report/charts/cost-years.ts'
import { type ReportSource, yearPoints } from '../../../src/report/report-source.ts'
import { formatMillions } from '../../../src/report/report-words.ts'
import { chartSource } from './chart-source.ts'
import { drawings, marksIn, wordsIn } from './drawn.ts'

let partYear: ReportSource
let single: ReportSource

beforeAll(async () => {
  partYear = await chartSource('rotherham-2017')
  single = await chartSource('smallshire', { runs: 1, sets: ['end=2025-03-31'] })
}, 60_000)

/** The same result with the budget for other lines. */
function withBudgetFor(source: ReportSource, lines: string[]): ReportSource {
  const budgets = source.manifest.budgets!.map((row) => ({ ...row, lines }))
  return { ...source, manifest: { ...source.manifest, budgets } }
}

/** The same result where the last year has other statistics. */
function withLastMedian(source: ReportSource, q50: number, mc_error: number): ReportSource {
  const statistics = Object.fromEntries(
    Object.entries(source.years.statistics).map(([name, values]) => [name, values.slice()]),
  ) as typeof source.years.statistics
  const row = source.years.line.lastIndexOf('total')
  statistics.q50[row] = q50
  statistics.mc_error[row] = mc_error
  return { ...source, years: { ...source.years, statistics } }
}

describe('the chart of the cost of each year', () => {
  test('compares whole years only, in a title of ten words', () => {
    const [chart] = costYears(partYear, BASELINE)
    expect(chart.title).toMatch(/^Cost rises from £\S+m in 2017\/18 to £\S+m in 2020\/21$/)
    expect(wordsIn(chart.title)).toBe(10)
  })

  test('names a part year with its part, in the table and in the note', () => {
    const [chart] = costYears(partYear, BASELINE)
    expect(chart.table.rows[0][0]).toBe('2016/17 (from 1 Jan 2017)')
    expect(chart.note).toContain('Part years: 2016/17 (from 1 Jan 2017).')
    expect(drawings(chart)[0]).toContain('part year')
  })

  test('has the quantiles of the summary in its table', () => {
    const [chart] = costYears(partYear, BASELINE)
    const points = yearPoints(partYear, BASELINE, 'total')
    expect(chart.table.rows.map((row) => row.slice(1))).toEqual(
      points.map(({ statistics: { q05, q10, q25, q50, q75, q80, q90, q95 } }) =>
        [q05, q10, q25, q50, q75, q80, q90, q95].map((value) => formatMillions(value)),
      ),
    )
  })

  test('draws three bands and a median for every year, at both widths', () => {
    const [chart] = costYears(partYear, BASELINE)
    for (const svg of drawings(chart)) {
      expect(marksIn(svg, 'rect')).toBe(3 * 5)
      expect(svg).toContain('stroke="var(--paper)"')
    }
  })

  test('tells of a budget for placements alone that it stands elsewhere', () => {
    const [chart] = costYears(partYear, BASELINE)
    expect(chart.note).toContain('Budgets do not pay for all that is counted here, and are left out.')
    expect(chart.table.columns).not.toContain('Budget')
    expect(drawings(chart)[0]).not.toContain('var(--orange)')
  })

  test('of an illustration does not point to a chart of chances', () => {
    const manifest = { ...partYear.manifest, illustrative: 'made up' }
    expect(costYears(partYear, BASELINE)[0].note).toContain('They stand in the next chart.')
    expect(costYears({ ...partYear, manifest }, BASELINE)[0].note).not.toContain('next chart')
  })

  test('marks a budget that pays for the total, in the years that it has amounts for', () => {
    const [chart] = costYears(withBudgetFor(partYear, ['total']), BASELINE)
    const amounts = partYear.manifest.budgets!.filter(({ financial_year }) => financial_year !== 'all')
    expect(chart.table.rows.map((row) => row.at(-1))).toEqual(
      amounts.map(({ amount }) => formatMillions(amount)),
    )
    for (const svg of drawings(chart)) {
      expect(svg).toContain('stroke="var(--orange)"')
      expect(svg).toContain('>Budget<')
    }
  })

  test('takes a budget of every line in £ for one of the total, and one short of a line not', () => {
    const { line, unit } = partYear.years
    const money = [...new Set(line.filter((_, row) => unit[row] === '£'))].filter(
      (name) => !['gross', 'contributions', 'total', 'total_in_base_prices'].includes(name),
    )
    const columnsFor = (lines: string[]) =>
      costYears(withBudgetFor(partYear, lines), BASELINE)[0].table.columns
    expect(columnsFor(money)).toContain('Budget')
    expect(columnsFor(money.slice(1))).not.toContain('Budget')
  })

  test('says where the cost goes beyond its error, that it stays near where it hardly changes, and else that runs are too few', () => {
    const [from] = yearPoints(partYear, BASELINE, 'total').slice(1)
    const higher = 1.1 * from.statistics.q50
    const titleAt = (error: number) => costYears(withLastMedian(partYear, higher, error), BASELINE)[0].title
    expect(titleAt(0.1 * from.statistics.q50)).toBe('Too few runs to tell whether cost rises or falls')
    expect(titleAt(0.001 * from.statistics.q50)).toMatch(/^Cost rises/)
    const steady = costYears(withLastMedian(partYear, 1.01 * from.statistics.q50, 0), BASELINE)[0].title
    expect(steady).toMatch(/^Cost stays near £\S+m a year until 2020\/21$/)
  })

  test('tells one year alone by its median, of a single run too', () => {
    const [chart] = costYears(single, BASELINE)
    expect(chart.title).toMatch(/^2024\/25 costs £\S+m in the median run$/)
    expect(chart.finding).not.toMatch(/NaN|undefined|null/)
    expect(chart.table.rows).toHaveLength(1)
  })

  test('calls a part year that stands alone one', () => {
    const [chart] = costYears({ ...single, scenario: { ...single.scenario, end: '2024-09-30' } }, BASELINE)
    expect(chart.title).toMatch(/^Part year 2024\/25 costs £\S+m in the median run$/)
    expect(chart.finding).toMatch(/^In 2024\/25 \(to 30 Sep 2024\) /)
  })
})
