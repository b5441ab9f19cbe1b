import { describe, expect, test } from 'vitest'
import { PENCE_SEVENTHS_PER_POUND } from '../../src/domain/pence-sevenths.ts'
import type { InterventionLine } from '../../src/model/axes.ts'
import { interventionInYear } from '../../src/money/intervention-cost.ts'
import { moneyLines, totalsOf } from '../../src/money/ledger.ts'
import { sumInRow } from '../../src/money/row-sum.ts'
import type { InterventionMeasure, RunTable } from '../../src/run/run-row.ts'
import { yearLines } from '../../src/summary/year-lines.ts'
import { setCost } from '../summary/package-table.ts'
import { emptyTable, setCount } from '../summary/small-table.ts'

const LINE: InterventionLine = {
  key: 'tracker',
  label: 'Tracker',
  isPaidByCouncil: true,
  saving: 'avoided',
}

/** One run with two interventions, of which the second is counted in the second year. */
function tableOf(...interventions: InterventionLine[]): RunTable {
  const table = emptyTable(1, { ...emptyTable(1).axes, interventions })
  const { layout, rows } = table
  const counts: Record<InterventionMeasure, number> = { cases: 4, lapsed: 1, postDays: 60, placeDays: 30 }
  interventions.forEach((_, position) => {
    setCost(table, 0, 0, position, 1_000)
    setCost(table, 0, 1, position, position === 1 ? 9_600 : 2_000)
  })
  for (const [measure, count] of Object.entries(counts))
    rows[layout.reached[measure as InterventionMeasure] + 1 * interventions.length + 1] = count
  return table
}

const pounds = (sum: Parameters<typeof sumInRow>[0], { rows }: RunTable) =>
  sumInRow(sum, rows, 0) / PENCE_SEVENTHS_PER_POUND

const linesIn = (table: RunTable, year: number) =>
  Object.fromEntries(moneyLines(table, year).map(({ line, sum }) => [line, pounds(sum, table)]))

describe('interventionInYear', () => {
  test('is what the run has worked out, to the penny, below 0 too and beyond what one column takes', () => {
    const table = tableOf({ ...LINE, key: 'other' }, LINE)
    expect(pounds(interventionInYear(table, 1, 1), table)).toBe(9_600)
    for (const amount of [0.01, -0.01, -12_345_678.9, 9_999_999_999.99]) {
      setCost(table, 0, 0, 1, amount)
      expect(pounds(interventionInYear(table, 0, 1), table)).toBe(amount)
    }
  })
})

describe('moneyLines', () => {
  test('has a line for each intervention of the package, before the contributions', () => {
    const table = tableOf({ ...LINE, key: 'other' }, LINE)
    expect(linesIn(table, 1)).toEqual({
      foster: 0,
      residential: 0,
      'intervention:other': 2_000,
      'intervention:tracker': 9_600,
    })
  })

  test('has what others pay as a contribution of the same amount, so that it costs the council nothing', () => {
    const table = tableOf(LINE, { ...LINE, key: 'grant', isPaidByCouncil: false })
    const lines = moneyLines(table, 1)
    expect(lines.slice(-3).map(({ line, sum }) => [line, pounds(sum, table)])).toEqual([
      ['intervention:tracker', 2_000],
      ['intervention:grant', 9_600],
      ['contribution:grant', -9_600],
    ])
    const [gross, contributions, total] = totalsOf(table, 1, lines).map(({ sum }) => pounds(sum, table))
    expect([gross, contributions, total]).toEqual([11_600, -9_600, 2_000])
  })

  test('adds the contributions of one intervention up to one line, a share by its strength in the year', () => {
    const table = tableOf(LINE, { ...LINE, key: 'grant', isPaidByCouncil: false })
    setCount(table, 0, 'care_days', 2, 0, 7)
    const contribution = { line: 'contribution:grant', isContribution: true, placements: [0] }
    const strength = [0.2, 0.5]
    table.axes.ledgerLines = [
      { ...contribution, pounds: [0, 0], share: 0.1, strength },
      { ...contribution, pounds: [0, 30], share: 0 },
    ]
    // A week of foster care costs £707; half of a tenth of it is paid.
    expect(linesIn(table, 1)['contribution:grant']).toBeCloseTo(-(9_600 + 35.35 + 30), 9)
  })
})

describe('yearLines', () => {
  test('has the children reached and the events that lapsed of each intervention of a package', () => {
    const table = tableOf({ ...LINE, key: 'other' }, LINE)
    const reached = yearLines(table, 1).slice(-4)
    expect(reached.map(({ line, unit, sum }) => [line, unit, sumInRow(sum, table.rows, 0)])).toEqual([
      ['cases:other', 'children', 0],
      ['cases:tracker', 'children', 4],
      ['lapsed:other', 'children', 0],
      ['lapsed:tracker', 'children', 1],
    ])
    const baseline = yearLines(emptyTable(1), 1).map(({ line }) => line)
    expect(baseline.filter((line) => line.includes(':'))).toEqual([
      ...['exits:reunification', 'exits:turned18'],
      ...['children_end:foster', 'children_end:residential'],
      ...['care_days:foster', 'care_days:residential'],
    ])
  })
})
