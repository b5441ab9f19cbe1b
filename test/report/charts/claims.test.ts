import { describe, expect, test } from 'vitest'
import { claims } from '../../../src/report/charts/claims.ts'
import type { TestedClaim } from '../../../src/summary/targets/claims.ts'
import { countIn, drawings } from './drawn.ts'
import { madeUpSource } from './made-up-source.ts'

const claim = (more: Partial<TestedClaim> = {}): TestedClaim => ({
  claim: 'fewer',
  label: 'The number falls below 450',
  on: '2026-03-31',
  relation: 'below',
  value: 450,
  probability: 0.3,
  mc_error: 0.014,
  quantile: 0.3,
  kind: 'children',
  unit: 'children',
  ...{ q10: 420, q50: 470, q80: 510, q90: 530 },
  ...more,
})

const chartsOf = (own: TestedClaim[], variant = 'baseline') => claims(madeUpSource({ claims: own }), variant)

describe('a chart of claims', () => {
  test('has a row for each claim with its interval, the claimed number and the share of the runs', () => {
    const [chart] = chartsOf([claim(), claim({ probability: 0.9, value: 520 })])
    expect(chart.title).toBe('1 of 2 claims clearly holds')
    expect(chart.table.rows[0]).toEqual([
      'The number falls below 450 (below 450 on 31 Mar 2026)',
      ...['450', '420', '470', '510', '530'],
      '30 % (error 1.4); 450 is the 30th of 100',
    ])
    for (const svg of drawings(chart)) {
      expect(countIn(svg, /<circle /g)).toBe(2)
      expect(svg).toContain('>Claimed 450<')
      expect(svg).toContain('True: 30 % (error 1.4)')
    }
  })

  test('draws the claimed number where it stands, also beyond the interval', () => {
    const places = (value: number) => {
      const [svg] = drawings(chartsOf([claim({ value })])[0])
      const bar =
        /<g fill="var\(--band-80\)"><rect height="14" width="([\d.]+)" y="[\d.]+" x="([\d.]+)"/.exec(svg)!
      const dot = Number(/<circle [^>]*cx="([\d.]+)"/.exec(svg)![1])
      return { left: Number(bar[2]), right: Number(bar[2]) + Number(bar[1]), dot }
    }
    const inside = places(475)
    expect((inside.dot - inside.left) / (inside.right - inside.left)).toBeCloseTo(0.5, 2)
    const below = places(200)
    expect(below.dot).toBeLessThan(below.left)
    const above = places(900)
    expect(above.dot).toBeGreaterThan(above.right)
  })

  test.each<[string, TestedClaim[], number, string]>([
    [
      'near one half',
      [claim({ probability: 0.51 })],
      1_000,
      'The claim holds in some runs and fails in others',
    ],
    [
      'that is true in a single run',
      [claim({ probability: 1, mc_error: 0 })],
      1,
      'The claim holds in some runs and fails in others',
    ],
    ['that mostly fails', [claim()], 1_000, 'The claim holds in some runs and fails in others'],
    ['that fails in 8 of 10 runs', [claim({ probability: 0.2 })], 1_000, 'The claim clearly fails'],
    ['that holds in 8 of 10 runs', [claim({ probability: 0.8 })], 1_000, 'The claim clearly holds'],
    ['that never hold', [claim(), claim()], 1_000, 'None of 2 claims clearly holds'],
  ])('never says more than the runs: claims %s', (_, own, runs, title) => {
    expect(claims(madeUpSource({ claims: own, runs }), 'baseline')[0].title).toBe(title)
  })

  test('says that a year of payback is not within the years of the scenario', () => {
    const own = claim({
      ...{ kind: 'payback', unit: 'year', relation: 'by', value: 2025, definition: 'annual' },
      ...{ financial_year: '2025/26', q10: 2025, q50: null, q80: null, q90: null },
    })
    const [chart] = chartsOf([own])
    expect(chart.table.rows[0].slice(1, 5)).toEqual([
      '2025/26',
      '2025/26',
      ...Array(2).fill('not within these years'),
    ])
    expect(chart.note).toContain('Later: not within the simulated years')
    const never = chartsOf([{ ...own, q10: null }])[0]
    for (const svg of drawings(never)) {
      expect(svg).toContain('>later<')
      expect(svg).not.toContain('NaN')
    }
  })

  test('gives no probability of an illustration, and says why', () => {
    const [chart] = chartsOf([claim({ probability: null, mc_error: null, quantile: null })])
    expect(chart.title).toBe('One claim beside what the runs give')
    expect(chart.finding).toContain('illustration only')
    expect(chart.table.columns).not.toContain('Share of the runs')
    for (const svg of drawings(chart)) expect(svg).toContain('No probability, illustration only')
  })

  test('is of the variant shown, and calls placements by their labels', () => {
    const share = claim({ kind: 'placementShare', unit: 'share', of: ['ifa'], value: 0.5, variant: 'plan' })
    const rows = [claim({ variant: 'baseline' }), { ...share, q10: 0.4, q50: 0.45, q80: 0.48, q90: 0.5 }]
    expect(chartsOf(rows, 'baseline')[0].table.rows).toHaveLength(1)
    expect(chartsOf(rows, 'plan')[0].table.rows[0].slice(0, 3)).toEqual([
      'The number falls below 450 (below 50 % of all children in Agency foster carers on 31 Mar 2026)',
      '50 %',
      '40 %',
    ])
    expect(chartsOf(rows, 'other')).toEqual([])
  })
})
