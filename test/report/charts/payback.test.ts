import { describe, expect, test } from 'vitest'
import { payback } from '../../../src/report/charts/payback.ts'
import type { PaybackDefinition, PaybackResult } from '../../../src/summary/packages/payback.ts'
import { countIn, drawings } from './drawn.ts'
import { difference, madeUpPackage, madeUpSource } from './made-up-source.ts'

const result = (
  definition: PaybackDefinition,
  chances: number[] | null,
  still: number | null = chances === null ? null : chances[1],
): PaybackResult => ({
  definition,
  first_year: '2024/25',
  by_year: ['2024/25', '2025/26'].map((financial_year, index) => ({
    financial_year,
    probability: chances?.[index] ?? null,
    mc_error: chances && 0.012,
  })),
  never: chances && 1 - chances[1],
  never_error: chances && 0.012,
  still_at_end: still,
  still_at_end_error: chances && 0.012,
})

const chartsOf = (annual: number[] | null, cumulative: number[] | null, still?: number) => {
  const own = madeUpPackage(difference(0, 1, 1, 0.5), difference(0, 1, 1, 0.5))
  const results = [result('annual', annual), result('cumulative', cumulative, still)]
  return payback(madeUpSource({ packages: [{ ...own, payback: results }] }), 'plan')
}

describe('a chart of payback', () => {
  test('gives the chance by the end of each year and of not yet, by both definitions', () => {
    const [chart] = chartsOf([0.2, 0.7], [0.1, 0.4])
    expect(chart.title).toBe('Paid back by 2025/26 in 40 % of the runs')
    expect(chart.table).toEqual({
      columns: ['By the end of', 'One year', 'All so far'],
      rows: [
        ['2024/25', '20 %', '10 %'],
        ['2025/26', '70 %', '40 %'],
        ['Not within these years', '30 %', '60 %'],
        ['Paid back and still so at the end', '70 %', '40 %'],
      ],
    })
    expect(chart.finding).toContain(
      'by the end of 2025/26 in 70 % of the runs, not within these years in 30 %, paid back and still so in the last year in 70 %',
    )
    expect(chart.note).toContain('error: 1 %')
  })

  test('tells apart what is paid back and taken back by the end', () => {
    const [chart] = chartsOf([0.2, 0.87], [0.87, 0.87], 0.1)
    expect(chart.title).toBe('Paid back in 87 %, still so in 10 %')
    expect(chart.table.rows[3]).toEqual(['Paid back and still so at the end', '87 %', '10 %'])
  })

  test('draws a line for each definition, and shapes that tell them apart without colour', () => {
    for (const svg of drawings(chartsOf([0.2, 0.7], [0.1, 0.4])[0])) {
      expect(countIn(svg, /<path [^>]*d="M[\d.]+,[\d.]+l/g)).toBeGreaterThanOrEqual(2)
      const dots = [...svg.matchAll(/<g[^>]*fill="var\(--(blue|orange)\)"[^>]*>(.*?)<\/g>/g)].map(
        ([, , marks]) => marks,
      )
      expect(dots).toHaveLength(2)
      for (const marks of dots) expect(countIn(marks, /<(circle|path) /g)).toBe(4)
      expect(dots[0]).not.toBe(dots[1])
      expect(svg).toContain('>One year<')
      expect(svg).toContain('>All so far<')
    }
  })

  test('never says more than the runs: in every run, or in none', () => {
    expect(chartsOf([1, 1], [0, 1])[0].title).toBe('Paid back by 2025/26 in every run')
    expect(chartsOf([0, 1], [0, 0])[0].title).toBe('Not paid back by 2025/26 in any run')
    expect(chartsOf([0, 0], [0, 0])[0].table.rows[2]).toEqual([
      'Not within these years',
      '>99.7 %',
      '>99.7 %',
    ])
  })

  test('is none of an illustration, and none of the baseline', () => {
    expect(chartsOf(null, null)).toEqual([])
    expect(payback(madeUpSource({}), 'baseline')).toEqual([])
  })
})
