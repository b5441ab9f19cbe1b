import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import {
  STATISTICS,
  type StatisticsColumns,
  type YearsSummary,
} from '../../src/summary/numbers/statistics.ts'
import { afterCareInWords, paidAfterCare } from '../../src/words/after-care-in-words.ts'

const MEANS: [year: string, line: string, mean: number][] = [
  ['2017/18', 'foster', 9e6],
  ['2017/18', 'allowance:specialGuardianship', 1e6],
  ['2017/18', 'after_care:stayingPut', 250_000],
  ['2017/18', 'total', 10.25e6],
  ['2018/19', 'foster', 9e6],
  ['2018/19', 'allowance:specialGuardianship', 1.5e6],
  ['2018/19', 'after_care:stayingPut', 50_000],
  ['2018/19', 'total', 10.55e6],
]

const SUMMARY: YearsSummary = {
  variant: MEANS.map(() => 'baseline'),
  financial_year: MEANS.map(([year]) => year),
  line: MEANS.map(([, line]) => line),
  unit: MEANS.map(() => '£'),
  statistics: Object.fromEntries(
    STATISTICS.map((name) => [name, Float64Array.from(MEANS, ([, , mean]) => (name === 'mean' ? mean : -1))]),
  ) as StatisticsColumns,
}

const ALLOWANCES = { specialGuardianship: { weekly: 165, untilAge: 18 } }
const SERVICES = {
  stayingPut: { label: 'Staying Put', after: ['turned18' as const], weekly: 200, months: 18 },
}
const sentencesOf = (afterCare: Scenario['afterCare']) =>
  afterCareInWords(paidAfterCare(SUMMARY, { afterCare }))

describe('afterCareInWords', () => {
  test('adds up the means of all years for each allowance and service', () => {
    expect(sentencesOf({ allowances: ALLOWANCES, services: SERVICES })).toEqual([
      'The cost of all years includes £2.80m after care, on average: special guardianship allowances £2.50m, Staying Put £0.30m. The rest is placements.',
    ])
  })

  test('states the amount of a single kind once', () => {
    expect(sentencesOf({ allowances: ALLOWANCES })).toEqual([
      'The cost of all years includes £2.50m after care, on average: special guardianship allowances. The rest is placements.',
    ])
  })

  test('says nothing where nothing is paid after care', () => {
    expect(sentencesOf(undefined)).toEqual([])
    expect(sentencesOf({ reentry: { adoption: { 60: 0.007 } } })).toEqual([])
  })
})
