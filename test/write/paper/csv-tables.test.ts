import { describe, expect, test } from 'vitest'
import { CSV_TABLES, type CsvTableName, encodeCsvTable } from '../../../src/write/paper/csv-tables.ts'
import { smallPackages } from '../../result/small-packages.ts'
import { BUDGET, smallTables } from '../../result/small-papers.ts'
import { IDENTITY } from '../../result/small-result.ts'

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const linesOf = (...source: Parameters<typeof smallTables>) => {
  const tables = smallTables(...source)
  const encoded = (Object.keys(CSV_TABLES) as CsvTableName[]).flatMap((name) => {
    const bytes = encodeCsvTable(name, tables)
    return bytes === undefined ? [] : [[name, decode(bytes).split('\r\n')] as const]
  })
  return Object.fromEntries(encoded)
}

describe('encodeCsvTables', () => {
  test('has financial years across and the lines of each statistic together', () => {
    const lines = linesOf()['lines-by-year.csv']
    expect(lines[0]).toBe('\uFEFFstatistic,line,label,unit,2017/18,2018/19')
    expect(lines[1]).toBe('Mean,foster,Foster care,£,72000,36000')
    expect(lines.filter((line) => line.startsWith('P90,'))).toHaveLength(14)
    expect(lines.length).toBe(1 + 5 * 14 + 1)
  })

  test('has budgets.csv only where there are budgets', () => {
    expect(Object.keys(linesOf())).toEqual(['lines-by-year.csv', 'assumptions.csv'])
    const [header, row] = linesOf({}, { budgets: [BUDGET] })['budgets.csv']
    expect(header).toBe(
      '\uFEFFbudget,label,financial_year,amount,mean,p_over,mc_error,expected_overspend,contingency_p50,contingency_p80,contingency_p90,contingency_p95',
    )
    expect(row).toBe(
      'placements,Placements budget,2017/18,123456,131000,0.47,0.023,10000,-4000,12000,23000,35000',
    )
  })

  test('has packages.csv, attribution.csv and the variants of budgets only where there are packages', () => {
    const { packages, attribution } = smallPackages()
    const budgets = ['baseline', 'all'].map((variant) => ({ ...BUDGET, variant }))
    const tables = linesOf({}, { packages, attribution, budgets })
    expect(Object.keys(tables)).toEqual([
      ...['lines-by-year.csv', 'packages.csv', 'attribution.csv', 'budgets.csv', 'assumptions.csv'],
    ])
    const [header, mean] = tables['packages.csv']
    expect(header).toBe('\uFEFFpackage,label,line,statistic,unit,2017/18,2018/19,all')
    expect(mean).toBe('all,Package all,children_end,Mean,children,0,-2,')
    expect(tables['attribution.csv'][1]).toBe(
      'all,total,£,review,The review,cashable,6000,6000,6000,6000,1000,6000,10000,11000,2000',
    )
    expect(tables['budgets.csv'].slice(0, 3).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['\uFEFFvariant', 'budget'],
      ['baseline', 'placements'],
      ['all', 'placements'],
    ])
  })

  test('leaves out the probability of an illustration, and says in every row that it is one', () => {
    const identity = { ...IDENTITY, illustrative: 'made up' }
    const tables = linesOf({}, { identity, budgets: [{ ...BUDGET, p_over: null, mc_error: null }] })
    expect(tables['budgets.csv'][1]).toContain(',131000,,,10000,')
    for (const [header, ...rows] of Object.values(tables)) {
      expect(header.endsWith(',illustrative')).toBe(true)
      expect(rows.slice(0, -1).every((row) => row.endsWith(',made up'))).toBe(true)
    }
  })

  test('puts an apostrophe before text that a spreadsheet would take for a formula', () => {
    for (const label of ['=cmd|calc', '+1', '-1', '@A1'])
      expect(linesOf({ foster: label })['lines-by-year.csv'][1]).toContain(`,'${label},£,`)
  })
})
