import { describe, expect, test } from 'vitest'
import { differences } from '../../../src/report/charts/differences.ts'
import { countIn, drawings } from './drawn.ts'
import { difference, madeUpPackage, madeUpSource } from './made-up-source.ts'

const chartsOf = (children: Parameters<typeof difference>, cost: Parameters<typeof difference>) =>
  differences(
    madeUpSource({ packages: [madeUpPackage(difference(...children), difference(...cost))] }),
    'plan',
  )

describe('differences', () => {
  test('say how many children there are fewer, and what is saved, with interval and chance', () => {
    const [children, cost] = chartsOf([-12, 4, 0.5, 0.93], [-1_200_000, 200_000, 30_000, 0.999])
    expect(children.title).toBe('12 fewer children by March 2026 on average')
    expect(children.finding).toBe(
      'On 31 March 2026 the median difference from the baseline is -12 children, 80 % prediction interval -20 to -4, and the mean -12.0; there are fewer in 93 % of the runs.',
    )
    expect(cost.title).toBe('All years cost £1.20m less on average')
    expect(cost.finding).toBe(
      'Over all years together the package costs £1.20m less than the baseline in the median run, 80 % prediction interval £1.60m less to £0.80m less, and £1.20m less on average; it costs less in >99 % of the runs.',
    )
    expect(children.table.rows).toEqual(
      ['2024/25', '2025/26'].map((year) => [year, '-12', '-24', '-20', '-12', '-6', '-4', '0', '93 %']),
    )
  })

  test.each<[string, number, number | null, string]>([
    ['within its error', -12, 6.1, 'Children stay near the baseline until March 2026'],
    ['of less than half a child', 0.4, 0.01, 'Children stay near the baseline until March 2026'],
    ['of nothing', 0, 0, 'Children stay near the baseline until March 2026'],
    ['of one child', -1.2, 0.1, '1 fewer child by March 2026 on average'],
    ['upwards', 7, 1, '7 more children by March 2026 on average'],
    ['of a single run', -12, null, 'Too few runs to tell the change in children'],
  ])('are never said to be what they are not: a change %s', (_, mean, error, title) => {
    expect(chartsOf([mean, 1, error, 0.5], [0, 0, 0, 0.5])[0].title).toBe(title)
  })

  test('draw three bands and a median for each year, and give no chance of an illustration', () => {
    const [children] = chartsOf([-12, 4, 0.5, null], [0, 1, 0, null])
    for (const svg of drawings(children)) expect(countIn(svg, /<rect /g)).toBe(2 * 3)
    expect(children.finding).not.toContain('fewer in')
    expect(children.table.columns).not.toContain('Fewer in')
  })

  test('are none of the baseline, and none without packages', () => {
    expect(differences(madeUpSource({}), 'baseline')).toEqual([])
    expect(differences(madeUpSource({ packages: [] }), 'plan')).toEqual([])
  })
})
