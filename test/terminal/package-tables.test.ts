import { describe, expect, test } from 'vitest'
import type { Attribution } from '../../src/summary/packages/attribution.ts'
import type { Difference, PackageResult } from '../../src/summary/packages/package-results.ts'
import { packageTables } from '../../src/terminal/package-tables.ts'
import { statisticsOf } from '../result/statistics-of.ts'

const STYLE = { columns: 80, unicode: true, colour: false }

function difference(q10: number, q50: number, q90: number, error: number, p: number): Difference {
  return { ...statisticsOf(q10, q50, q90, error), p_below_zero: p, p_error: 0.008, variance_ratio: 0.123 }
}

const CHILDREN = difference(-37.4, -24, 2.4, 0.3, 0.904)
const COST = difference(-4_940_000, -3_340_000, 300_000, 23_000, 1)

const RESULT: PackageResult = {
  package: 'all',
  label: 'All measures',
  interventions: ['sgo-review', 'family-group'],
  intervention_labels: ['Review of special guardianship', 'Family groups'],
  counts_as: ['cashable', 'avoided'],
  children_end: CHILDREN,
  total: COST,
  saving: statisticsOf(-300_000, 3_340_000, 4_940_000, 23_000),
  years: ['2017/18', '2018/19', 'all'].map((financial_year) => ({
    financial_year,
    children_end: CHILDREN,
    total: COST,
  })),
  payback: [],
  peak: {
    baseline: { month: '2019-03', children: 612.3 },
    own: { month: '2018-06', children: 512.4 },
    p_lower: 0.97,
    mc_error: 0.004,
  },
  reviews: [
    {
      intervention: 'sgo-review',
      label: 'Review of special guardianship',
      gates: [
        { gate: 'assessment', decided_per_month: 1.23, mean_wait_days: 123.4 },
        { gate: 'court', decided_per_month: 1.03, mean_wait_days: 3 },
      ],
      binding: 'assessment',
    },
  ],
}

const value = (mean: number) => ({
  ...{ mean, q10: mean / 2, q50: mean, q80: 1.3 * mean, q90: 1.5 * mean },
  mc_error: 23_000,
})
const ATTRIBUTION: Attribution = {
  package: 'all',
  line: 'total',
  unit: '£',
  runs: 2_000,
  interventions: [
    { millions: [2, 1.4, 2, 1.7], intervention: 'sgo-review', label: 'Review of special guardianship' },
    { millions: [1.94, 1.34, 1.34, 1.64], intervention: 'family-group', label: 'Family groups' },
  ].map(({ millions, ...named }) => {
    const [alone, last, step, shapley] = millions.map((million) => value(million * 1e6))
    return { ...named, saving: 'avoided', alone, last, step, shapley }
  }),
  interaction: value(-600_000),
  whole: value(3_340_000),
  by_class: { cashable: value(2_000_000), avoided: value(1_340_000) },
}

const textOf = (...[packages, attribution = [], style = STYLE]: Partial<Parameters<typeof tablesOf>>) =>
  tablesOf(packages ?? [RESULT], attribution, style)
function tablesOf(packages: PackageResult[], attribution: Attribution[], style: typeof STYLE): string {
  return packageTables(packages, attribution, 2_000, style)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
/** With line breaks as spaces, for sentences that are wrapped. */
const sentences = (...given: Parameters<typeof textOf>) => textOf(...given).replaceAll(/\s+/g, ' ')

describe('the packages of a result', () => {
  test('are nothing without packages', () => {
    expect(packageTables([], [], 2_000, STYLE)).toEqual([])
  })

  test('have one table over all of them first where there are several, of the children at the end and all years', () => {
    const few = {
      ...RESULT,
      package: 'few',
      label: 'A few measures',
      total: difference(-9_000, 0, 1_000, 2_000, 0.31),
    }
    const text = textOf([RESULT, few])
    expect(text).toMatch(/^Packages: differences from the baseline in the same runs/)
    expect(text).toContain(
      [
        '                 Children at the end    Cost of all years, £m',
        'Package          P10  P50  P90  Fewer     P10    P50    P90    Lower',
        'All measures     -37  -24   +2   90 %   -4.94  -3.34  +0.30  >99.8 %',
        'A few measures   -37  -24   +2   90 %   -0.01   0.00   0.00     31 %',
      ].join('\n'),
    )
    expect(textOf([RESULT])).not.toContain('Cost of all years')
  })

  test('have their key, with which they are named elsewhere, and what is in them', () => {
    expect(sentences()).toContain(
      'Package: All measures (all): differences from the baseline in the same runs',
    )
    expect(textOf()).toContain('With: Review of special guardianship; Family groups\n')
  })

  test('have a table of differences by year, the children of all years being those of the last', () => {
    expect(textOf()).toContain(
      [
        '            Children at year end   Cost, £m',
        'Year        P10  P50  P90  Fewer     P10    P50    P90    Lower',
        '2017/18     -37  -24   +2   90 %   -4.94  -3.34  +0.30  >99.8 %',
        '2018/19     -37  -24   +2   90 %   -4.94  -3.34  +0.30  >99.8 %',
        'All years                          -4.94  -3.34  +0.30  >99.8 %',
      ].join('\n'),
    )
  })

  test('say how to read them: which interval, and that quantiles do not add up', () => {
    expect(sentences()).toContain('P10 to P90: 80 % prediction interval. Quantiles do not add up.')
    expect(sentences()).toContain('Fewer, lower: in that share of the runs (largest error 0.8 %).')
  })

  test('have their saving with its interval, split by how it counts where that is known', () => {
    expect(sentences()).toContain(
      'Saving of all years: £3.34m on average (error 0.02), 80 % prediction interval -£0.30m to £4.94m.',
    )
    expect(sentences([RESULT], [ATTRIBUTION])).toContain('; of the average, cashable £2.00m, avoided £1.34m.')
    expect(sentences([{ ...RESULT, counts_as: ['mitigation'] }])).toContain(
      '£4.94m; it counts as mitigation.',
    )
  })

  test('have no saving where they only cost more, and count it as none', () => {
    const dearer = {
      ...RESULT,
      counts_as: ['avoided' as const],
      saving: { ...RESULT.saving, mean: -410_000, q10: -500_000, q90: -300_000, mc_error: 10_000 },
    }
    const text = sentences([dearer])
    expect(text).toContain(
      'No saving: all years cost £0.41m more on average (error 0.01), 80 % prediction interval £0.30m to £0.50m.',
    )
    expect(text).not.toMatch(/-£|counts as/)
  })

  test('have the peak, what pairing gains and the gate that holds a review up', () => {
    expect(sentences()).toContain('512 in Jun 2018, in the baseline 612 in Mar 2019')
    expect(sentences()).toContain('has 12 % of the variance that it would have between independent runs.')
    expect(sentences()).toContain(
      'assessment holds it up, with 123 days of waiting for each child that it decides.',
    )
    expect(sentences()).toContain('Children decided a month: assessment 1.2, court 1.0.')
  })

  test('say what part of the variance limited places bring, where that was measured', () => {
    const withShare = (share: number) => [{ ...RESULT, displacement: { share, mc_error: 0.031, runs: 500 } }]
    expect(sentences(withShare(0.274))).toContain(
      'Limited places bring 27 % (error 3) of the variance of this difference: whoever takes or leaves a place shifts other children.',
    )
    expect(sentences(withShare(-0.12))).toContain(
      'Limited places hold the variance of this difference down: without them it would be larger by 12 % (error 3).',
    )
    expect(sentences(withShare(Number.NaN))).not.toContain('Limited places')
    expect(sentences()).not.toContain('Limited places')
  })

  test('say that nobody waits, or that nobody gets through', () => {
    const [review] = RESULT.reviews
    const withReview = (change: Partial<typeof review>) => [
      { ...RESULT, reviews: [{ ...review, ...change }] },
    ]
    expect(sentences(withReview({ binding: undefined }))).toContain('nobody waits at a gate.')
    const closed = { gate: 'assessment', decided_per_month: 0, mean_wait_days: Number.POSITIVE_INFINITY }
    expect(sentences(withReview({ gates: [closed] }))).toContain('holds it up, since nobody gets through.')
  })

  test('have no probabilities for an illustration', () => {
    const unknown = { p_below_zero: null, p_error: null }
    const years = RESULT.years.map(({ financial_year }) => ({
      financial_year,
      children_end: { ...CHILDREN, ...unknown },
      total: { ...COST, ...unknown },
    }))
    expect(textOf([{ ...RESULT, years }])).toMatch(/2017\/18 .* n\/a .* n\/a/)
    expect(sentences([{ ...RESULT, years }])).toContain('Fewer, lower: no probability, illustration only.')
  })

  test.each([48, 60, 80])('fit into %d columns', (columns) => {
    const longer = {
      ...RESULT,
      package: 'special-guardianship-and-family-groups',
      label: 'Both, and a long label too',
    }
    const text = textOf([RESULT, longer], [ATTRIBUTION], { ...STYLE, columns })
    const widest = Math.max(...text.split('\n').map((line) => line.length))
    expect(widest).toBeLessThanOrEqual(columns)
  })

  test('are plain ASCII where the terminal has no Unicode', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    expect(textOf([RESULT], [ATTRIBUTION], { ...STYLE, unicode: false })).toMatch(/^[\x00-\x7f]*$/)
  })
})

describe('the attribution of a package', () => {
  test('is a table of means whose columns add up, and of an interval', () => {
    expect(textOf([RESULT], [ATTRIBUTION])).toContain(
      [
        'Saving of all years, £m, by intervention',
        '                                 Mean                             Shapley',
        'Intervention                     Alone  Last  In order  Shapley    P10   P90',
        'Review of special guardianship    2.00  1.40      2.00     1.70   0.85  2.55',
        'Family groups                     1.94  1.34      1.34     1.64   0.82  2.46',
        'Interaction                      -0.60',
        'Package                           3.34            3.34     3.34   1.67  5.01',
      ].join('\n'),
    )
  })

  test('names interventions by their keys where labels are too wide', () => {
    expect(textOf([RESULT], [ATTRIBUTION], { ...STYLE, columns: 70 })).toMatch(/^sgo-review {6}/m)
  })

  test('has the interval of the steps where there are no Shapley values', () => {
    const interventions = ATTRIBUTION.interventions.map(({ shapley, ...share }) => share)
    const without = [{ ...ATTRIBUTION, interventions }]
    expect(textOf([RESULT], without)).toMatch(/Mean +In order\n/)
    expect(sentences([RESULT], without)).not.toContain('Shapley')
    expect(sentences([RESULT], [{ ...ATTRIBUTION, orders: 14 }])).toContain(
      'over all orders, above five interventions over 14 orders that are drawn.',
    )
  })

  test('says on how many runs it rests where they are not all', () => {
    const text = sentences([RESULT], [{ ...ATTRIBUTION, runs: 500 }])
    expect(text).toContain('Saving of all years, £m, by intervention, in the first 500 runs')
    expect(text).toContain('; of the average in the first 500 runs, cashable')
  })

  test('is read by one note for all packages', () => {
    const other = { ...RESULT, package: 'other' }
    const text = textOf([RESULT, other], [ATTRIBUTION, { ...ATTRIBUTION, package: 'other' }])
    expect(text.match(/Alone: without the others/g)).toHaveLength(1)
    expect(text.match(/, by intervention/g)).toHaveLength(2)
  })

  test('is left out for one intervention, which has the whole', () => {
    const interventions = ATTRIBUTION.interventions.slice(0, 1)
    expect(textOf([RESULT], [{ ...ATTRIBUTION, interventions }])).not.toContain('by intervention')
  })
})
