import { describe, expect, test } from 'vitest'
import { tornado } from '../../../src/report/charts/tornado.ts'
import { variance } from '../../../src/report/charts/variance.ts'
import type { RankedAssumption } from '../../../src/summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../../../src/summary/spread/headline-variance.ts'
import { countIn, drawings } from './drawn.ts'
import { madeUpSource } from './made-up-source.ts'

const headline = (line: string, shares: [number, number, number], mc_error = 0.02): HeadlineVariance => ({
  financial_year: line === 'total' ? 'all' : '2025/26',
  line,
  unit: line === 'total' ? '£' : 'children',
  total_variance: 1,
  parts: (['assumptions', 'shocks', 'chance'] as const).map((part, index) => ({
    part,
    share: shares[index],
    mc_error: shares[index] === 0 ? 0 : mc_error,
  })),
  runs: 1_000,
})

const ranked = (assumption: string, share: number | null, rank_correlation: number, line = 'children_end') =>
  ({
    line,
    financial_year: line === 'total' ? 'all' : '2025/26',
    assumption,
    rank_correlation,
    first_order_share: share,
    mc_error: share === null ? null : 0.02,
  }) as RankedAssumption

const BOTH = [headline('children_end', [0.5, 0.3, 0.2]), headline('total', [0.2, 0.3, 0.5])]
const sourceOf = (ranking: RankedAssumption[], own = BOTH) => madeUpSource({ variance: own, ranking })

describe('a tornado', () => {
  const ranking = [
    ranked('entries.perYear', 0.4, 0.6),
    ranked('fit.exits.reunification', 0.2, -0.4),
    ranked('placements.ifa.weeklyPrice', -0.01, 0.01),
    ranked('upliftPerYear', 0.01, 0.01),
    ranked('placements.ifa.weeklyPrice', 0.6, 0.7, 'total'),
  ]

  test('names the assumptions that stand out, with share and direction, for children and for cost', () => {
    const [children, cost, ...others] = tornado(sourceOf(ranking), 'baseline')
    expect(others).toEqual([])
    expect(children.title).toBe('Entries a year: 40 % of the variance of children')
    expect(cost.title).toBe('One assumption has 60 % of the variance of cost')
    expect(children.finding).toBe(
      'Children on 31 Mar 2026: of all assumptions the largest share of the variance is that of entries a year, 40 % (higher: more).',
    )
    expect(children.table.rows).toEqual([
      ['entries a year', '40 %', '2.0 %', '0.60'],
      ['rate of reunification exits', '20 %', '2.0 %', '-0.40'],
    ])
  })

  test('draws what raises the number to the right and what lowers it to the left', () => {
    for (const svg of drawings(tornado(sourceOf(ranking), 'baseline')[0])) {
      const bars = [...svg.matchAll(/<rect[^>]*?fill="([^"]+)"[^>]*>/g)].map(([tag, fill]) => {
        const [x, width] = ['x', 'width'].map((name) =>
          Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)![1]),
        )
        return { left: x, right: x + width, fill }
      })
      expect(bars.map(({ fill }) => fill)).toEqual(['var(--blue)', 'var(--orange)'])
      expect(bars[0].left).toBeCloseTo(bars[1].right, 0)
      expect(bars[0].right - bars[0].left).toBeCloseTo(2 * (bars[1].right - bars[1].left), 0)
      expect(svg).toContain('higher: more')
    }
  })

  test('draws in grey what stands out and has no known direction', () => {
    const [svg] = drawings(tornado(sourceOf([ranked('entries.perYear', 0.3, 0.01)]), 'baseline')[0])
    expect(svg).toContain('var(--grey)')
    expect(svg).toMatch(/\(direction( |<[^(]*>)not( |<[^(]*>)known\)/)
  })

  test('names no more than eight, and none whose share is within two errors', () => {
    const many = Array.from({ length: 12 }, (_, index) => ranked(`exits.other${index}.perYear`, 0.05, 0.3))
    expect(tornado(sourceOf(many), 'baseline')[0].table.rows).toHaveLength(8)
    expect(tornado(sourceOf([ranked('entries.perYear', 0.03, 0.3)]), 'baseline')).toEqual([])
  })

  test('is none without uncertain inputs, where too few runs tell, and for packages', () => {
    expect(tornado(sourceOf([]), 'baseline')).toEqual([])
    expect(tornado(sourceOf([ranked('entries.perYear', null, 0)]), 'baseline')).toEqual([])
    expect(tornado(sourceOf(ranking), 'plan')).toEqual([])
  })
})

describe('a chart of the variance', () => {
  test('splits it into the parts that vary, and names the largest', () => {
    const [chart] = variance(sourceOf([]), 'baseline')
    expect(chart.title).toBe('Assumptions bring 50 % of the variance of children')
    expect(chart.finding).toContain(
      'Cost of 2025/26: assumptions 20 % (error 2), yearly shocks 30 % (error 2), chance 50 %',
    )
    expect(chart.table.rows.map(([, ...shares]) => shares)).toEqual([
      ['50 %', '30 %', '20 %'],
      ['20 %', '30 %', '50 %'],
    ])
    for (const svg of drawings(chart)) expect(countIn(svg, /<rect /g)).toBe(6)
  })

  test('draws its parts as long as their shares, with every part named', () => {
    const [chart] = variance(sourceOf([], [headline('children_end', [0.9, 0.04, 0.06])]), 'baseline')
    for (const svg of drawings(chart)) {
      const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width) + 1)
      const all = widths.reduce((sum, width) => sum + width, 0)
      expect(widths.map((width) => width / all)).toEqual([
        expect.closeTo(0.9, 2),
        expect.closeTo(0.04, 2),
        expect.closeTo(0.06, 2),
      ])
      for (const name of ['assumptions', 'yearly shocks', 'chance']) expect(svg).toContain(`>${name}<`)
    }
  })

  test.each<[string, [number, number, number], number, string]>([
    ['within their errors', [0.45, 0.1, 0.45], 0.02, 'No source stands out most in the range of children'],
    ['by chance alone', [0, 0, 1], 0, 'Chance alone makes the runs differ'],
    ['below 0', [-0.01, 0.41, 0.6], 0.02, 'Chance brings 60 % of the variance of children'],
  ])('never says more than it knows of parts %s', (_, shares, error, title) => {
    const [chart] = variance(sourceOf([], [headline('children_end', shares, error)]), 'baseline')
    expect(chart.title).toBe(title)
    for (const svg of drawings(chart)) expect(svg).not.toMatch(/NaN|width="-/)
  })

  test('is none where there are too few runs to tell', () => {
    const unknown = [null, null, null] as unknown as [number, number, number]
    expect(variance(sourceOf([], [headline('children_end', unknown)]), 'baseline')).toEqual([])
  })
})
