import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { assertableNames, nameProblem } from '../../../src/summary/targets/asserted-names.ts'
import { parseAssertion, testAssertions } from '../../../src/summary/targets/assertion.ts'
import { summariseYears } from '../../../src/summary/years.ts'
import { fewerInFosterCare, interventionLine, packageLike } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const SCENARIO = {
  budgets: {
    homes: { label: 'Homes', lines: ['foster'], perFinancialYear: { '2017/18': 415_000 } },
    everything: {
      label: 'All',
      lines: ['total'],
      perFinancialYear: { '2017/18': 400_000, '2018/19': 440_000 },
    },
  },
  claims: { 'below-17': { label: 'Fewer than 17', children: { on: '2018-04-30', below: 17 } } },
} as unknown as Scenario
const baseline = smallTable()
const VARIANTS = [
  { variant: 'baseline', table: baseline },
  { variant: 'all', table: fewerInFosterCare([interventionLine('review')]).table },
  { variant: 'none', table: packageLike(baseline).table },
]
const NAMES = assertableNames(
  SCENARIO,
  VARIANTS.map(({ variant, table }) => ({ variant, axes: table.axes })),
)
const budgetOf = (perFinancialYear: Record<string, number>) => ({
  label: 'Homes',
  lines: ['foster'],
  perFinancialYear,
})
/** What an assertion comes to. */
const tested = (text: string) => testAssertions([parseAssertion(text)!], VARIANTS, SCENARIO)[0]
const problem = (name: string) => nameProblem(parseAssertion(`${name}>0`)!.name, NAMES)

describe('an assertion', () => {
  test.each([
    ['fewer>=0.8', 'fewer', '>=', 0.8],
    ['all:total@2017/18.q90 <= 2e7', 'all:total@2017/18.q90', '<=', 2e7],
    [' exits:adoption>-.5 ', 'exits:adoption', '>', -0.5],
    ['moves<3', 'moves', '<', 3],
  ])('is read from %j', (text, name, operator, threshold) => {
    expect(parseAssertion(text)).toEqual({ text, name, operator, threshold })
  })

  test.each([
    'fewer',
    'fewer=0.8',
    'fewer>=',
    '>=0.8',
    'fewer>=80%',
    'fewer>=x',
    'two words>=1',
    'a>=1>=2',
    '',
  ])('is not read from %j', (text) => {
    expect(parseAssertion(text)).toBeUndefined()
  })

  test.each([
    ['>=16', true],
    ['<=16', true],
    ['>16', false],
    ['<16', false],
  ])('holds or not at its threshold: %s', (end, holds) => {
    expect(tested(`children_end${end}`)).toMatchObject({ value: 16, holds })
    expect(tested(`children_end.q90${end}`)).toMatchObject({ value: 17.6, holds: end.startsWith('>') })
    expect(tested(`all:children_end${end}`)).toMatchObject({ value: 14, holds: end.startsWith('<') })
  })
})

describe('a measure', () => {
  test('is the mean of a line of all years, or of the year and the statistic named', () => {
    expect(tested('care_days@2018/19>0').value).toBe(7 + 30 * 12)
    expect(tested('care_days>0').value).toBe(3 * (7 + 30 * 12))
    expect(tested('baseline:care_days@2018/19.q50>0').value).toBe(7 + 30 * 12)
    expect(tested('all:care_days@2018/19.q95>0')).toMatchObject({ value: 307, mc_error: Number.NaN })
    expect(tested('exits:reunification@all.mean>0').value).toBe(6)
    expect(tested('entries>0')).toMatchObject({ value: 9, mc_error: 0 })
  })

  test('is the probability of a claim in the variant named', () => {
    // 14 + r children in the baseline, 14 with the package.
    expect(tested('below-17>=0.5')).toMatchObject({ value: 0.6, holds: true })
    expect(tested('all:below-17>=0.5')).toMatchObject({ value: 1, holds: true })
  })

  test('is the share of the runs in which a package has fewer children, or costs less', () => {
    expect(tested('all:p_fewer>=0.8')).toMatchObject({ value: 0.8, holds: true })
    expect(tested('all:p_saves>0.8')).toMatchObject({ value: 0.8, holds: false })
    expect(tested('none:p_saves<=0')).toMatchObject({ value: 0, mc_error: 0, holds: true })
    expect(tested('all:p_fewer>0').mc_error).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 5), 12)
  })
})

describe('a quantile', () => {
  // 14 + r children in the baseline, r from 0 to 4, and 10 + r of them in foster care.
  test.each([
    ['q80', 17.2],
    ['P80', 17.2],
    ['p80', 17.2],
    ['Q99', 17.96],
    ['p97.5', 17.9],
    ['q5', 14.2],
    ['q05', 14.2],
    ['median', 16],
    ['MEAN', 16],
  ])('is written as anyone would: %s', (statistic, value) => {
    expect(tested(`children_end.${statistic}>0`).value).toBeCloseTo(value, 10)
    expect(tested(`children_end.${statistic}@2018/19>0`).value).toBeCloseTo(value, 10)
    expect(tested(`children_end@2018/19.${statistic}>0`).value).toBeCloseTo(value, 10)
  })

  test('is that of years.arrow where it has a column', () => {
    const { line, financial_year, statistics } = summariseYears(baseline, 'baseline')
    line.forEach((name, row) => {
      for (const quantile of ['q05', 'q10', 'q25', 'q50', 'q75', 'q80', 'q90', 'q95'] as const)
        expect(tested(`${name}@${financial_year[row]}.${quantile}>0`).value).toBe(statistics[quantile][row])
    })
  })
})

describe('the children of a placement', () => {
  test('are lines of their own, at the end of a year and by days', () => {
    expect(tested('children_end:foster@2018/19.p80>0').value).toBeCloseTo(13.2, 10)
    expect(tested('children_end:residential>0').value).toBe(4)
    expect(tested('all:children_end:foster>0').value).toBe(10)
    expect(tested('care_days:residential>0').value).toBe(21)
    expect(tested('care_days:residential@2018/19>0').value).toBe(7)
  })
})

describe('the chance that a budget is overspent', () => {
  // Foster care costs £60,000 and £6,000 more in each run of 2017/18.
  test('is of the budget and the year named, of all its years, or of a package', () => {
    const scenario = {
      ...SCENARIO,
      budgets: { homes: budgetOf({ '2017/18': (70_000 * 365) / 59 }) },
    } as unknown as Scenario
    const of = (text: string) => testAssertions([parseAssertion(text)!], VARIANTS, scenario)[0]
    for (const text of ['p_over:homes@2017/18<=0.2', 'homes@2017/18.p_over<=0.2', 'p_over@2017/18<=0.2'])
      expect(of(text)).toMatchObject({ value: 0.6, holds: false })
    expect(of('p_over:homes>0').value).toBe(0.6)
    expect(of('all:p_over:homes@2017/18>0').value).toBe(0.6)
    expect(of('p_over:homes>0').mc_error).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 5), 12)
  })
})

describe('a name in an assertion', () => {
  test.each([
    'below-17',
    'all:below-17',
    'total',
    'baseline:total.q90',
    'exits:turned18@2017/18',
    'none:p_fewer',
    'p_over:homes@2017/18',
    'all:everything.p_over@2018/19',
    'children_end:residential.P99',
  ])('%s is known', (name) => {
    expect(problem(name)).toBeUndefined()
  })

  test.each([
    ['below-71', "there is no claim or line 'below-71'; did you mean below-17?"],
    ['all:children_edn', "there is no claim or line 'children_edn'; did you mean children_end?"],
    ['non:total', "there is no claim or line 'non:total'; did you mean none?"],
    ['total@2017/81', "there is no financial year '2017/81'; did you mean 2017/18?"],
    ['total@2018-19', "there is no financial year '2018-19'; write 2018/19"],
    ['total@FY2018/2019.q90', "there is no financial year 'FY2018/2019'; write 2018/19"],
    ['total@01/04/2018', "there is no financial year '01/04/2018'; write 2018/19"],
    ['total@FY18', "there is no financial year 'FY18'; write 2017/18 or 2018/19, whichever is meant"],
    ['total@2019-20', "there is no financial year '2019-20'; they are 2017/18, 2018/19 and all"],
    ['total@2031', "there is no financial year '2031'; they are 2017/18, 2018/19 and all"],
    ['p_saves', "'p_saves' is of a package, like all:p_saves"],
    [
      'xyzzy',
      "there is no claim or line 'xyzzy'; there are below-17, foster, residential, total, total_in_base_prices, entries, exits:reunification, exits:turned18, moves, children_end, children_end:<placement>, care_days, care_days:<placement>, p_over:homes, p_over:everything",
    ],
    [
      'children_end:nowhere-else',
      "there is no claim or line 'children_end:nowhere-else'; there are children_end:foster, children_end:residential",
    ],
    [
      'children_end:fosters',
      "there is no claim or line 'children_end:fosters'; did you mean children_end:foster?",
    ],
    [
      'total@2017/18.x80',
      "there is no statistic 'x80'; there are mean, median, quantiles in % like q80, P80 or q97.5, and p_over of a budget",
    ],
    ['total.q0.8', "there is no statistic 'q0.8'; did you mean q80?"],
    [
      'total.q100',
      "there is no statistic 'q100'; there are mean, median, quantiles in % like q80, P80 or q97.5, and p_over of a budget",
    ],
    ['p_over:home', "there is no budget 'home'; did you mean homes?"],
    [
      'p_over:total@2017/18',
      "there is no budget 'total'; they are homes, everything, to be named like p_over:homes@2017/18",
    ],
    ['p_over@2017/18', 'p_over is of a budget, like p_over:homes@2017/18; they are homes, everything'],
    [
      'homes@2018/19.p_over',
      "the budget homes has no amount for the financial year '2018/19'; it has 2017/18, all",
    ],
  ])('%s is unknown: %s', (name, message) => {
    expect(problem(name)).toBe(message)
    expect(() => tested(`${name}>0`)).toThrow(RangeError)
  })

  test('has no probability where the scenario is only an illustration, but has lines', () => {
    const illustrative = assertableNames({ ...SCENARIO, illustrative: 'invented prices' }, [
      { variant: 'baseline', axes: baseline.axes },
    ])
    const of = (text: string) => nameProblem(parseAssertion(text)!.name, illustrative)
    expect(of('below-17>0')).toBe(
      'has no probability, since the scenario is only an illustration: invented prices',
    )
    expect(of('total>0')).toBeUndefined()
  })
})
