import { describe, expect, test } from 'vitest'
import { waterfall } from '../../../src/report/charts/waterfall.ts'
import type { AttributedValue, Attribution } from '../../../src/summary/packages/attribution.ts'
import { countIn, drawings } from './drawn.ts'
import { madeUpSource } from './made-up-source.ts'

const value = (mean: number, mc_error: number | null = 10_000): AttributedValue => ({
  mean,
  q10: mean - 500_000,
  q50: mean,
  q80: mean + 300_000,
  q90: mean + 500_000,
  mc_error: mc_error as number,
})

const attributionOf = (steps: number[], mc_error: number | null = 10_000): Attribution => {
  const whole = steps.reduce((sum, step) => sum + step, 0)
  return {
    package: 'plan',
    line: 'total',
    unit: '£',
    runs: 300,
    interventions: steps.map((step, index) => ({
      intervention: `step-${index}`,
      label: `Step ${index + 1}`,
      saving: 'avoided',
      alone: value(step, mc_error),
      last: value(step, mc_error),
      step: value(step, mc_error),
    })),
    interaction: value(-100_000, mc_error),
    whole: value(whole, mc_error),
  }
}

const chartOf = (attribution: Attribution) => waterfall(madeUpSource({ attribution: [attribution] }), 'plan')

describe('a waterfall', () => {
  test('says how many interventions save, what they save together, and of how many runs', () => {
    const [chart] = chartOf(attributionOf([2_000_000, -500_000, 1_000_000]))
    expect(chart.title).toBe('2 of 3 interventions clearly save; on average £2.50m saved')
    expect(chart.finding).toBe(
      'Together the interventions come to £2.50m saved on average over all years, 80 % prediction interval £2.00m saved to £3.00m saved. The largest step is ‘Step 1’, £2.00m saved; the smallest ‘Step 2’, £0.50m lost.',
    )
    expect(chart.note).toContain('each alone, the interventions come to £0.10m more than they do together')
    expect(chart.note).toContain('From the first 300 runs')
  })

  test('has steps in its table that add up to the package', () => {
    const [{ table }] = chartOf(attributionOf([2_000_000, -500_000, 1_000_000]))
    const means = table.rows.map(([, mean]) => Number(mean.replace(/[£m]/g, '')))
    expect(means[0] + means[1] + means[2]).toBeCloseTo(means[3], 10)
    expect(table.rows[3][0]).toBe('Package')
  })

  test('floats its bars: each begins where the one before it ends, and the last is the whole from 0', () => {
    for (const svg of drawings(chartOf(attributionOf([2_000_000, -500_000, 1_000_000]))[0])) {
      const bars = [...svg.matchAll(/<rect[^>]*?fill="([^"]+)"[^>]*>/g)].map(([tag, fill]) => {
        const [x, width] = ['x', 'width'].map((name) =>
          Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)![1]),
        )
        return { left: x, right: x + width, fill }
      })
      expect(bars.map(({ fill }) => fill)).toEqual([
        'var(--blue)',
        'var(--orange)',
        'var(--blue)',
        'var(--ink)',
      ])
      expect(bars[1].right).toBeCloseTo(bars[0].right, 0)
      expect(bars[2].left).toBeCloseTo(bars[1].left, 0)
      expect(bars[3].left).toBeCloseTo(bars[0].left, 0)
      expect(bars[3].right).toBeCloseTo(bars[2].right, 0)
      expect(svg).toContain('-£0.50m')
    }
  })

  test.each<[string, number[], number | null, string]>([
    [
      'nothing together',
      [100_000, -99_000],
      10_000,
      'None of 2 interventions clearly saves; together close to nothing',
    ],
    ['a loss', [-400_000, 15_000], 10_000, 'None of 2 interventions clearly saves; on average £0.39m lost'],
    ['a single run', [400_000, 15_000], null, 'Too few runs to tell what interventions save'],
  ])('is never said to save what it does not: %s', (_, steps, error, title) => {
    expect(chartOf(attributionOf(steps, error))[0].title).toBe(title)
  })

  test('says clearly of what saves in at least 8 of 10 runs, however well the mean is known', () => {
    const titleWith = (p_above_zero: number) => {
      const own = attributionOf([690_000, 690_000], 50_000)
      const [first, ...rest] = own.interventions
      const step = { ...first.step, q10: -280_000, q90: 1_660_000, p_above_zero }
      return chartOf({ ...own, interventions: [{ ...first, step }, ...rest] })[0].title
    }
    expect(titleWith(0.79)).toMatch(/^1 of 2 interventions clearly saves;/)
    expect(titleWith(0.8)).toMatch(/^2 of 2 interventions clearly save;/)
  })

  test('is none where one intervention has the whole, or nothing was attributed', () => {
    expect(chartOf(attributionOf([1]))).toEqual([])
    expect(waterfall(madeUpSource({}), 'plan')).toEqual([])
  })

  test('has a line for the interval of every bar', () => {
    const [wide] = drawings(chartOf(attributionOf([2_000_000, -500_000]))[0])
    expect(
      countIn(wide, /<g[^>]*stroke-width="2"[^>]*stroke="var\(--soft-ink\)"[^>]*>(<path [^>]*>){3}/g),
    ).toBe(1)
  })
})
