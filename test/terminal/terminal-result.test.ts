import { describe, expect, test } from 'vitest'
import { axesOf } from '../../src/model/axes.ts'
import type { Delivered } from '../../src/result/delivered.ts'
import type { Result } from '../../src/result/result.ts'
import { STATISTICS, type Statistics, type StatisticsColumns } from '../../src/summary/numbers/statistics.ts'
import { terminalResult } from '../../src/terminal/terminal-result.ts'
import { smallPackages } from '../result/small-packages.ts'
import { IDENTITY, smallResult } from '../result/small-result.ts'
import { statisticsOf } from '../result/statistics-of.ts'

const CHILDREN = statisticsOf(20, 20, 20, Number.NaN)
const COST = statisticsOf(2e6, 2e6, 2e6, Number.NaN)

const columnsOf = (rows: Statistics[]) =>
  Object.fromEntries(
    STATISTICS.map((name) => [name, Float64Array.from(rows, (row) => row[name])]),
  ) as StatisticsColumns

/** A year in which nothing moves, with what the document does not say. */
function delivered(unknown: string[], more: Partial<Result> = {}, scenario = {}): Delivered {
  const small = smallResult()
  const question = { question: 'How many?', unknown, start: '2017-03-31', end: '2018-03-31' }
  const own = { ...small.scenario, ...question, ...scenario }
  const { months, years } = axesOf(own)
  const lines = years.flatMap((year) => ['children_end', 'total'].map((line) => ({ year, line })))
  const result: Result = {
    ...small,
    scenario: { ...own, openingStock: { ...own.openingStock, children: 20 } },
    identity: { ...IDENTITY, runs: 1, seed: '7' },
    figures: Array.from({ length: 9 }, (_, index) => ({
      ...{ path: `figure.${index}`, value: 1, text: 'made up' },
      kind: index === 0 ? ('assumed' as const) : ('source' as const),
    })),
    changes: [{ by: 'set', path: 'entries.perYear', from: 8, to: 9.5 }],
    errors: { mean_error_percent: 0.04, q90_error_percent: Number.NaN },
    warnings: [{ code: 'range-held', text: 'too short' }],
    totalCost: { baseline: COST },
    monthly: {
      variant: months.map(() => 'baseline'),
      month: months,
      measure: months.map(() => 'children'),
      placement: months.map(() => null),
      unit: months.map(() => 'children'),
      statistics: columnsOf(months.map(() => CHILDREN)),
    },
    years: {
      variant: lines.map(() => 'baseline'),
      financial_year: lines.map(({ year }) => year),
      line: lines.map(({ line }) => line),
      unit: lines.map(({ line }) => (line === 'total' ? '£' : 'children')),
      statistics: columnsOf(lines.map(({ line }) => (line === 'total' ? COST : CHILDREN))),
    },
    ...more,
  }
  const files = [{ name: 'years.csv', mayBePassedOn: true }]
  return { result, folder: 'results/small', files, notes: [] }
}

const STYLE = { columns: 44, unicode: false, colour: false }

describe('terminalResult', () => {
  test('tells a result from its heading to its files, however few its runs', () => {
    expect(`\n${terminalResult(delivered(['the prices']), STYLE)}\n`).toBe(`
Smallshire
How many?

1 run, seed 7. 80 % interval: P10 to P90;
chance only.

Set on the command line: entries.perYear 8
  -> 9.5

          Children at year end
Year      P10  P50  P90  Error
2017/18    20   20   20    n/a

            Cost, GBP m
Year        P10  P50  P90
2017/18       2    2    2
All years     2    2    2
Error: the Monte Carlo standard error of the
mean number of children.
Monte Carlo error of the cost of all years:
mean 0.04 %, P90 n/a.
Warning: too short.
Quantiles do not add up: each year and the
total are ranked on their own.

Children looked after, month by month
o known  = median  : 80 % interval
20 +o=======================================
   ++--------------------------------------+
    Mar 2017                        Mar 2018

Change in the first year, to 31 Mar 2018: +0
children; 80 % interval +0 to +0.

1 of 9 inputs is assumed.
The document does not say:
- the prices

Written:
  results/small/years.csv
`)
  })

  test('has what a claim comes to with a package under it, indented', () => {
    const claims = ['baseline', 'all'].map((variant) => ({
      ...{ variant, claim: 'few', label: 'Fewer than twenty', on: '2018-03-31' },
      ...{ relation: 'below' as const, value: 20, probability: 0.5, mc_error: 0.01, quantile: 0.5 },
      ...{ kind: 'children' as const, unit: 'children', q10: 15, q50: 20, q80: 23, q90: 25 },
    }))
    const packages = smallPackages().packages.slice(0, 1)
    expect(terminalResult(delivered([], { claims, packages }), STYLE)).toContain(
      [
        '- Fewer than twenty (below 20 on 31 Mar',
        '  2018): 50 % (error 1.0); 20 is the 50th of',
        '  100',
        "  with 'Package all': 50 % (error 1.0); 20",
        '    is the 50th of 100',
      ].join('\n'),
    )
  })

  test.each([40, 50, 64, 80, 120])('is nowhere wider than a terminal of %i characters', (columns) => {
    const { packages, attribution } = smallPackages()
    const dates = { start: '2017-09-29', end: '2018-02-28' }
    const told = delivered(['what social workers of the duty team cost'], { packages, attribution }, dates)
    const lines = terminalResult(told, { columns, unicode: true, colour: false }).split('\n')
    expect(lines.filter((line) => line.length > columns)).toEqual([])
  })

  test('is the same text with colours, but for the marks that paint it', () => {
    const told = delivered(['the prices'], { packages: smallPackages().packages })
    const text = (colour: boolean) => terminalResult(told, { columns: 80, unicode: true, colour })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(text(true).replace(/\x1b\[\d+m/g, '')).toBe(text(false))
    expect(text(true)).not.toBe(text(false))
  })

  test('lists five things that the document does not say, and counts the others', () => {
    const unknown = Array.from({ length: 7 }, (_, index) => `thing ${index}`)
    const text = terminalResult(delivered(unknown), STYLE)
    expect(text).toContain('The document does not say:\n- thing 0\n')
    expect(text).toContain('- thing 4\n+ 2 more in the manifest\n')
    expect(text).not.toContain('thing 5')
    expect(terminalResult(delivered([]), STYLE)).not.toContain('does not say')
  })

  test('tells which files may be passed on where counts come from child-level data', () => {
    const told = delivered([], {}, { disclosure: { source: 'the return', below: 6 } })
    const kept = ['years.arrow', 'manifest.json'].map((name) => ({ name, mayBePassedOn: false }))
    const passed = ['years.csv', 'report.html'].map((name) => ({ name, mayBePassedOn: true }))
    const text = terminalResult({ ...told, files: [kept[0], ...passed, kept[1]] }, { ...STYLE, columns: 90 })
    expect(text.split('\n').slice(-7)).toEqual([
      'Written, and may be passed on, counts of fewer than 6 children being [c]:',
      '  results/small/years.csv',
      '  results/small/report.html',
      '',
      'Written, and not to be passed on, since counts of fewer than 6 children are in it:',
      '  results/small/years.arrow',
      '  results/small/manifest.json',
    ])
  })
})
