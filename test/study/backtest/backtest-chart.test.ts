import { describe, expect, test } from 'vitest'
import type { SettledCouncil } from '../../../src/study/backtest/backtest.ts'
import { drawBacktest } from '../../../src/study/backtest/backtest-chart.ts'

/** A council of 100 children whose 80 % interval is 90 to 110, and what happened to it. */
function council(authority: string, outcome: number, target = 2017): SettledCouncil {
  const covered80 = outcome >= 90 && outcome <= 110 ? 1 : 0
  const carecast = { mean: 100, quantiles: [85, 90, 95, 100, 105, 107, 110, 115], scores: { covered80 } }
  return {
    origin: 2016,
    target,
    code: authority,
    authority,
    region: 'North',
    lastValue: 100,
    outcome,
    forecasts: { carecast },
  } as unknown as SettledCouncil
}

describe('drawBacktest', () => {
  const svg = drawBacktest([council('In', 104), council('A & <B>', 130), council('In', 95, 2018)])
  const count = (pattern: RegExp) => svg.match(pattern)?.length

  test('states the finding in its title, and in words for those who do not see it', () => {
    expect(svg).toContain('<title id="title">80 % intervals held 67 % of 3 outcomes</title>')
    expect(svg).toContain(
      'From March 2016 to March 2017: the 80 % intervals of 1 of 2 councils hold what happened.',
    )
  })

  test('marks what lies outside by shape as well as by colour, with the legend once each', () => {
    expect(count(/<circle [^>]*fill="#12436D"/g)).toBe(2 + 1)
    expect(count(/<polygon [^>]*fill="#F46A25"/g)).toBe(1 + 1)
  })

  test('has a panel for each origin and target', () => {
    expect(svg).toContain('>From March 2016 to March 2017: 1 of 2 inside<')
    expect(svg).toContain('>From March 2016 to March 2018: 1 of 1 inside<')
  })

  test('writes names of councils as text, whatever is in them', () => {
    expect(svg).toContain('<title>A &amp; &lt;B></title>')
  })
})
