import { tableFromIPC } from '@uwdata/flechette'
import { describe, expect, it, test } from 'vitest'
import { summariseMonths } from '../../../src/summary/months.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import type { BudgetResult } from '../../../src/summary/targets/budgets.ts'
import type { TestedClaim } from '../../../src/summary/targets/claims.ts'
import { summariseYears } from '../../../src/summary/years.ts'
import { ARROW_TABLES } from '../../../src/write/arrow/arrow-tables.ts'
import { encodeBudgets } from '../../../src/write/arrow/tables/budgets-table.ts'
import { encodeClaims } from '../../../src/write/arrow/tables/claims-table.ts'
import { encodeDraws } from '../../../src/write/arrow/tables/draws-table.ts'
import { encodeMonthly } from '../../../src/write/arrow/tables/monthly-table.ts'
import { encodePaired } from '../../../src/write/arrow/tables/paired-table.ts'
import { encodeRuns } from '../../../src/write/arrow/tables/runs-table.ts'
import { encodeYears } from '../../../src/write/arrow/tables/years-table.ts'
import { IDENTITY, smallResult, smallRunTables } from '../../result/small-result.ts'
import { fewerInFosterCare } from '../../summary/package-table.ts'
import { emptyTable, smallTable, tableWithCarers } from '../../summary/small-table.ts'
import { textsOf } from '../../summary/texts-of.ts'

const summaries = { ...smallResult(), ...smallRunTables() }

describe('an Arrow table, read by flechette', () => {
  it('has the values, units and nulls of monthly.arrow', () => {
    const table = tableFromIPC(encodeMonthly(summaries.monthly, IDENTITY))
    const { statistics, ...columns } = summaries.monthly
    for (const [name, values] of Object.entries(columns))
      expect(table.getChild(name).toArray()).toEqual(values)
    for (const [name, values] of Object.entries(statistics))
      expect([...table.getChild(name).toArray()]).toEqual([...values])
    expect(table.getChild('placement').at(2)).toBeNull()
    expect(table.getChild('unit').at(6)).toBe('£')
  })

  it('has the values of runs.arrow', () => {
    const table = tableFromIPC(encodeRuns(summaries.runs, IDENTITY))
    expect(table.numRows).toBe(140)
    expect([...table.getChild('run').toArray()]).toEqual([...summaries.runs.run])
    expect([...table.getChild('value').toArray()]).toEqual([...summaries.runs.value])
    expect([...table.getChild('line').toArray()]).toEqual(textsOf(summaries.runs.line))
  })

  it('explains the lines of interventions where there are any', () => {
    const described = (years: typeof summaries.years) =>
      tableFromIPC(encodeYears(years, IDENTITY))
        .schema.fields.find(({ name }) => name === 'line')!
        .metadata!.get('description')
    const line = summaries.years.line.with(0, 'intervention:fgc')
    expect(described({ ...summaries.years, line })).toContain('cases:<key>')
    expect(described(summaries.years)).not.toContain('<key>: children')
  })

  it('has null for a spread that is unknown', () => {
    const single = summariseYears(emptyTable(1), 'baseline')
    const table = tableFromIPC(encodeYears(single, { ...IDENTITY, runs: 1 }))
    expect([table.getChild('sd').at(0), table.getChild('mc_error').at(0)]).toEqual([null, null])
    expect(table.getChild('sd').nullCount).toBe(table.numRows)
    expect(table.getChild('mean').at(0)).toBe(0)
  })

  it('says what each column means and which unit it has', () => {
    const { fields } = tableFromIPC(encodeYears(summaries.years, IDENTITY)).schema
    const definitions = Object.fromEntries(fields.map(({ name, metadata }) => [name, metadata]))
    for (const { name } of fields) expect(definitions[name]?.get('description'), name).toBeTruthy()
    expect(definitions.mean?.get('unit')).toBe('as in the column unit')
    expect(definitions.line?.get('description')).toContain('total: all lines in £ above added up')
    expect(definitions.line?.get('description')).toContain('gross and contributions add up to it')
    expect(definitions.line?.get('description')).toContain('children_end:<placement>: children looked after')
    expect(definitions.line?.get('description')).toContain('care_days:<placement>: days of care')
    expect(definitions.q80?.get('description')).toContain('80 % quantile over the runs')
    expect(definitions.line?.has('unit')).toBe(false)
  })

  it('defines places only where a placement has carers', () => {
    const definitionOf = (summary: typeof summaries.monthly, column: string) =>
      tableFromIPC(encodeMonthly(summary, IDENTITY))
        .schema.fields.find(({ name }) => name === column)!
        .metadata!.get('description')
    const withCarers = summariseMonths(tableWithCarers(), 'baseline')
    expect(definitionOf(withCarers, 'measure')).toBe(
      `${definitionOf(summaries.monthly, 'measure')}; places (places): that can be used at the end of the month, where foster carers give them`,
    )
    expect(definitionOf(withCarers, 'unit')).toContain('moves or places')
    expect(definitionOf(summaries.monthly, 'unit')).not.toContain('places')
  })

  it('says what run it comes from', () => {
    const { metadata } = tableFromIPC(encodeYears(summaries.years, IDENTITY)).schema
    expect(Object.fromEntries(metadata!)).toEqual({
      carecast_version: '0.1.0',
      scenario: 'Smallshire',
      scenario_sha256: IDENTITY.scenarioSha256,
      seed: 'carecast',
      intervals: 'chance only',
      runs: '5',
      table: 'years',
      rows: '28',
    })
  })
})

test('draws.arrow has a row for each run and assumption with the value used', () => {
  const draws = {
    paths: ['upliftPerYear', 'fit.moves'],
    values: Float64Array.of(0.1, 0.2, 0.3, 1.1, 1.2, 1.3),
    runs: 3,
  }
  const table = tableFromIPC(encodeDraws(draws, IDENTITY))
  expect(table.schema.fields.map(({ name }) => name)).toEqual(['run', 'assumption', 'value'])
  expect(table.toArray().map((row) => [row.run, row.assumption, row.value])).toEqual([
    [0, 'upliftPerYear', 0.1],
    [0, 'fit.moves', 1.1],
    [1, 'upliftPerYear', 0.2],
    [1, 'fit.moves', 1.2],
    [2, 'upliftPerYear', 0.3],
    [2, 'fit.moves', 1.3],
  ])
  expect(table.schema.metadata!.get('rows')).toBe('6')
})

test('budgets.arrow has a row for each budget and year, with null for a probability that an illustration has not', () => {
  const contingency = { p50: -1, p80: 2, p90: 3, p95: 4 }
  const result: BudgetResult = {
    budget: 'money',
    label: 'Money',
    financial_year: '2017/18',
    amount: 10,
    mean: 9,
    p_over: 0.25,
    mc_error: 0.01,
    expected_overspend: 0.5,
    contingency,
    errors: { mean: 0.1, expected_overspend: 0.2, contingency: { ...contingency, p95: Number.NaN } },
    lines: ['foster'],
  }
  const illustration = { ...result, financial_year: 'all', p_over: null, mc_error: null }
  const table = tableFromIPC(encodeBudgets([result, illustration], 'baseline', IDENTITY))
  expect(table.schema.fields.map(({ name }) => name)).toEqual([...ARROW_TABLES.budgets.columns])
  const [first, second] = table.toArray()
  expect(first).toMatchObject({
    variant: 'baseline',
    budget: 'money',
    financial_year: '2017/18',
    unit: '£',
    amount: 10,
    mean: 9,
    p_over: 0.25,
    mc_error: 0.01,
    expected_overspend: 0.5,
    contingency_p50: -1,
    contingency_p95: 4,
    expected_overspend_error: 0.2,
    contingency_p50_error: -1,
    contingency_p95_error: null,
  })
  expect([second.financial_year, second.p_over, second.mc_error]).toEqual(['all', null, null])
  const meaning = table.schema.fields.find(({ name }) => name === 'mc_error')!.metadata!.get('description')
  expect(meaning).toContain('of p_over')
  const variants = ['baseline', 'all'].map((variant) => ({ ...result, variant }))
  const both = tableFromIPC(encodeBudgets(variants, 'baseline', IDENTITY)).toArray()
  expect(both.map(({ variant }) => variant)).toEqual(['baseline', 'all'])
})

test('a table names the values that were set, where there are any', () => {
  const sets = ['entries.perYear=300', 'end=2019-03-31']
  const { metadata } = tableFromIPC(encodeYears(summaries.years, { ...IDENTITY, sets })).schema
  expect(metadata!.get('set')).toBe('entries.perYear=300\nend=2019-03-31')
})

describe('the bytes of a table', () => {
  it('do not depend on the tables written before', () => {
    const first = encodeYears(summaries.years, IDENTITY)
    encodeMonthly(summaries.monthly, IDENTITY)
    encodeRuns(summaries.runs, IDENTITY)
    expect(encodeYears(summaries.years, IDENTITY)).toEqual(first)
  })

  it('change with the identity of the run', () => {
    const other = encodeYears(summaries.years, { ...IDENTITY, seed: 'other' })
    expect(other).not.toEqual(encodeYears(summaries.years, IDENTITY))
  })
})

test('paired.arrow has a row for each package, year and line, with null for what is not known', () => {
  const paired = summarisePaired(smallTable(), [fewerInFosterCare()], true)
  const table = tableFromIPC(encodePaired(paired, IDENTITY))
  expect(table.schema.fields.map(({ name }) => name)).toEqual([...ARROW_TABLES.paired.columns])
  const row = table.toArray().find(({ line, financial_year }) => {
    return line === 'children_end' && financial_year === 'all'
  })!
  expect(row).toMatchObject({ package: 'all', unit: 'children', mean: -2, variance_ratio: 1 })
  expect([row.p_below_zero, row.correlation]).toEqual([null, null])
  const definition = (column: string) =>
    table.schema.fields.find(({ name }) => name === column)!.metadata!.get('description')
  expect(definition('mean')).toContain('less the baseline in the same run')
  expect(definition('line')).toContain('a line that the baseline lacks counts as 0 there')
})

test('claims.arrow has a row for each claim and variant, with null for what is not known', () => {
  const claim: TestedClaim = {
    claim: 'four-million',
    label: 'Saves £4m',
    kind: 'saving',
    relation: 'at_least',
    value: 4_000_000,
    unit: '£',
    ...{ probability: 0.07, mc_error: 0.01, quantile: 0.93 },
    ...{ q10: 1, q50: 2, q80: 2.5, q90: 3 },
  }
  const unknown = { ...claim, variant: 'plan', source: '¶6.3', probability: null, quantile: null, q90: null }
  const table = tableFromIPC(encodeClaims([claim, unknown], 'baseline', IDENTITY))
  expect(table.schema.fields.map(({ name }) => name)).toEqual([...ARROW_TABLES.claims.columns])
  const column = (name: string) => [...table.getChild(name).toArray()]
  expect(column('variant')).toEqual(['baseline', 'plan'])
  expect([0, 1].map((row) => table.getChild('source').at(row))).toEqual([null, '¶6.3'])
  expect([0, 1].map((row) => table.getChild('probability').at(row))).toEqual([0.07, null])
  expect([0, 1].map((row) => table.getChild('q80').at(row))).toEqual([2.5, 2.5])
  expect([0, 1].map((row) => table.getChild('q90').at(row))).toEqual([3, null])
  expect(column('value')).toEqual([4_000_000, 4_000_000])
})
