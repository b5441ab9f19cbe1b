import { describe, expect, test } from 'vitest'
import type { RankedAssumption } from '../../src/summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../../src/summary/spread/headline-variance.ts'
import { type RangeOfResult, rangeInWords } from '../../src/words/range-in-words.ts'

/** Shares and errors of assumptions, shocks and chance, in %. */
type Shares = [[number, number], [number, number], [number, number]]

const headline = (financial_year: string, line: string, shares: Shares): HeadlineVariance => ({
  financial_year,
  line,
  unit: line === 'total' ? '£' : 'children',
  total_variance: 1,
  parts: (['assumptions', 'shocks', 'chance'] as const).map((part, index) => ({
    part,
    share: shares[index][0] / 100,
    mc_error: shares[index][1] / 100,
  })),
  runs: 1_000,
})

const ranked = (
  line: string,
  assumption: string,
  share: number,
  rank_correlation: number,
): RankedAssumption => ({
  line,
  financial_year: line === 'total' ? 'all' : '2017/18',
  assumption,
  rank_correlation,
  first_order_share: share / 100,
  mc_error: 0.02,
})

const SCENARIO: RangeOfResult['scenario'] = {
  placements: { ifa: { label: 'Independent fostering agency', weeklyPrice: 800 } },
}

const FAN: RangeOfResult['fan'] = { fan: [{ day: 17_621, q10: 1, q50: 1, q90: 1 }] }

/** A result of two years whose last children and whole cost have the given shares. */
const resultOf = (children: Shares, cost: Shares, ranking: RankedAssumption[] = []): RangeOfResult => ({
  variance: [
    headline('2016/17', 'children_end', children),
    headline('2016/17', 'total', children),
    headline('2017/18', 'children_end', children),
    headline('2017/18', 'total', cost),
    headline('all', 'total', cost),
  ],
  scenario: SCENARIO,
  assumptions: [{ path: 'fit.exits.reunification', events: 49 }],
  ranking,
  fan: FAN,
  runs: 2_000,
})

const partsOf = (shares: Shares) => rangeInWords(resultOf(shares, shares))[1].replace(/^.*?: /, '')

describe('rangeInWords', () => {
  test('names the parts that vary with their errors, for the children at the end and for all cost', () => {
    const children: Shares = [
      [0, 0],
      [61.4, 2.6],
      [38.6, 2.6],
    ]
    const cost: Shares = [
      [0, 0],
      [73.6, 1.2],
      [26.4, 1.2],
    ]
    expect(rangeInWords(resultOf(children, cost))).toEqual([
      'What drives the range, in shares of the variance of the runs:',
      '- Children on 31 Mar 2018: yearly shocks 61 % (error 3), chance 39 % (error 3)',
      '- Cost of 2016/17 to 2017/18: yearly shocks 74 % (error 1), chance 26 % (error 1)',
    ])
  })

  test.each<[string, Shares, string]>([
    [
      'an estimate below 0',
      [
        [0, 0],
        [-1.3, 3],
        [101.3, 3],
      ],
      'yearly shocks 0 % (error 3), chance 100 % (error 3)',
    ],
    [
      'a share that is surely small',
      [
        [0, 0],
        [0.2, 0.3],
        [99.8, 0.3],
      ],
      'yearly shocks under 1 %, chance over 99 %',
    ],
    [
      'errors of ten percent and more',
      [
        [0, 0],
        [57, 14],
        [43, 14],
      ],
      'yearly shocks 60 % (error 14), chance 40 % (error 14)',
    ],
  ])('never says more than it knows of %s', (_, shares, text) => {
    expect(partsOf(shares)).toBe(text)
  })

  test('says nothing where chance alone varies, or where there is no variance to share', () => {
    const alone: Shares = [
      [0, 0],
      [0, 0],
      [100, 0],
    ]
    const unknown: Shares = [
      [0, 0],
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]
    expect(rangeInWords(resultOf(alone, alone))).toEqual([])
    expect(rangeInWords(resultOf(unknown, unknown))).toEqual([])
    const cost: Shares = [
      [0, 0],
      [60, 2],
      [40, 2],
    ]
    expect(rangeInWords(resultOf(unknown, cost))).toEqual([
      'What drives the range, in shares of the variance of the runs:',
      '- Cost of 2016/17 to 2017/18: yearly shocks 60 % (error 2), chance 40 % (error 2)',
    ])
  })

  test('names up to five assumptions that stand out of their error, in words with share and direction', () => {
    const shares: Shares = [
      [50, 2],
      [30, 3],
      [20, 1],
    ]
    const PRICED = ['ifa', 'b', 'c', 'd', 'e', 'f']
    const ranking = [
      ranked('children_end', 'entries.perYear', 40, 0.6),
      ranked('children_end', 'fit.exits.reunification', 21, -0.4),
      ranked('children_end', 'moves.breakdown.perYear', -1, 0.01),
      ranked('children_end', 'upliftPerYear', -2, 0.02),
      ...[50, 12, 9, 6, 5, 4.5].map((share, index) =>
        ranked('total', `placements.${PRICED[index]}.weeklyPrice`, share, index === 0 ? -0.7 : 0.3),
      ),
    ]
    expect(rangeInWords(resultOf(shares, shares, ranking)).slice(3)).toEqual([
      'What yearly shocks and assumptions do together counts under yearly shocks.',
      'Assumptions that move it most, with the share that each has by itself:',
      '- Children on 31 Mar 2018: entries a year, 40 % (higher: more); rate of reunification exits (from 49 counted), 21 % (higher: fewer)',
      '- Cost of 2016/17 to 2017/18: price of Independent fostering agency, 50 % (higher: less); price of b, 12 % (higher: more); price of c, 9 % (higher: more); price of d, 6 % (higher: more); price of e, 5 % (higher: more)',
    ])
  })
})
