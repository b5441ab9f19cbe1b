import { describe, expect, test } from 'vitest'
import type { FanData } from '../../src/result/fan-data.ts'
import { terminalResult } from '../../src/terminal/terminal-result.ts'
import { smallPackages } from '../result/small-packages.ts'
import { statisticsOf } from '../result/statistics-of.ts'

const FLAT: FanData = {
  known: [{ day: 17_000, children: 20 }],
  fan: [17_000, 17_364].map((day) => ({ day, q10: 20, q50: 20, q90: 20 })),
}

const withUnknown = (unknown: string[]) => ({
  scenario: { name: 'Smallshire', question: 'How many?', unknown, placements: {} },
  assumptions: [],
  paidAfterCare: [],
  runs: 1,
  errors: { mean_error_percent: 0.04, q90_error_percent: Number.NaN },
  warnings: [{ code: 'range-held' as const, text: 'too short' }],
  seed: '7',
  years: [
    {
      financial_year: '2017/18',
      children_end: statisticsOf(20, 20, 20, Number.NaN),
      total: statisticsOf(2e6, 2e6, 2e6, Number.NaN),
    },
  ],
  fan: FLAT,
  changes: [{ by: 'set' as const, path: 'entries.perYear', from: 8, to: 9.5 }],
  fit: { facts: [], reconciliation: [] },
  intervals: 'chance only' as const,
  claims: [],
  variance: [],
  ranking: [],
  inputs: { total: 9, assumed: 1 },
  notes: [],
  files: ['results/small/years.csv'],
})

const STYLE = { columns: 44, unicode: false, colour: false }

describe('terminalResult', () => {
  test('tells a result from its heading to its files, however few its runs', () => {
    expect(`\n${terminalResult(withUnknown(['the prices']), STYLE)}\n`).toBe(`
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
Year      P10  P50  P90
2017/18     2    2    2
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
    Jul 2016                        Jul 2017

Change in the first year, to 17 Jul 2017: +0
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
    expect(terminalResult({ ...withUnknown([]), claims, packages }, STYLE)).toContain(
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
    const [year] = withUnknown([]).years
    const years = [{ ...year, part: 'from 30 Sep 2017 to 28 Feb 2018' }]
    const result = {
      ...withUnknown(['what social workers of the duty team cost']),
      packages,
      attribution,
      years,
    }
    const lines = terminalResult(result, { columns, unicode: true, colour: false }).split('\n')
    expect(lines.filter((line) => line.length > columns)).toEqual([])
  })

  test('is the same text with colours, but for the marks that paint it', () => {
    const result = { ...withUnknown(['the prices']), packages: smallPackages().packages }
    const text = (colour: boolean) => terminalResult(result, { columns: 80, unicode: true, colour })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(text(true).replace(/\x1b\[\d+m/g, '')).toBe(text(false))
    expect(text(true)).not.toBe(text(false))
  })

  test('lists five things that the document does not say, and counts the others', () => {
    const unknown = Array.from({ length: 7 }, (_, index) => `thing ${index}`)
    const text = terminalResult(withUnknown(unknown), STYLE)
    expect(text).toContain('The document does not say:\n- thing 0\n')
    expect(text).toContain('- thing 4\n+ 2 more in the manifest\n')
    expect(text).not.toContain('thing 5')
    expect(terminalResult(withUnknown([]), STYLE)).not.toContain('does not say')
  })

  test('tells which files may be passed on where counts come from child-level data', () => {
    const result = withUnknown([])
    const text = terminalResult(
      {
        ...result,
        scenario: { ...result.scenario, disclosure: { source: 'the return', below: 6 } },
        files: ['years.arrow', 'years.csv', 'report.html', 'manifest.json'],
      },
      { ...STYLE, columns: 90 },
    )
    expect(text.split('\n').slice(-7)).toEqual([
      'Written, and may be passed on, counts of fewer than 6 children being [c]:',
      '  years.csv',
      '  report.html',
      '',
      'Written, and not to be passed on, since counts of fewer than 6 children are in it:',
      '  years.arrow',
      '  manifest.json',
    ])
  })
})
