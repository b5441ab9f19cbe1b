import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/input/scenario-schema.ts'
import {
  assertableNames,
  assertionProblem,
  parseAssertion,
  testAssertions,
} from '../../src/summary/assertion.ts'
import { fewerInFosterCare, interventionLine, packageLike } from './package-table.ts'
import { smallTable } from './small-table.ts'

const SCENARIO = {
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
/** What an assertion comes to. */
const tested = (text: string) => testAssertions([parseAssertion(text)!], VARIANTS, SCENARIO)[0]
const problem = (name: string) => assertionProblem(parseAssertion(`${name}>0`)!, NAMES)

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

describe('a name in an assertion', () => {
  test.each([
    'below-17',
    'all:below-17',
    'total',
    'baseline:total.q90',
    'exits:turned18@2017/18',
    'none:p_fewer',
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
    ['total@2019-20', "there is no financial year '2019-20'; they are 2017/18, 2018/19 and all"],
    ['total@2031', "there is no financial year '2031'; they are 2017/18, 2018/19 and all"],
    ['p_saves', "'p_saves' is of a package, like all:p_saves"],
    [
      'xyzzy',
      "there is no claim or line 'xyzzy'; there are below-17, total, children_end, care_days and the other lines of years.arrow",
    ],
  ])('%s is unknown: %s', (name, message) => {
    expect(problem(name)).toBe(message)
    expect(() => tested(`${name}>0`)).toThrow(RangeError)
  })

  test('has no probability where the scenario is only an illustration, but has lines', () => {
    const illustrative = assertableNames({ ...SCENARIO, illustrative: 'invented prices' }, [
      { variant: 'baseline', axes: baseline.axes },
    ])
    const of = (text: string) => assertionProblem(parseAssertion(text)!, illustrative)
    expect(of('below-17>0')).toBe(
      'has no probability, since the scenario is only an illustration: invented prices',
    )
    expect(of('total>0')).toBeUndefined()
  })
})
