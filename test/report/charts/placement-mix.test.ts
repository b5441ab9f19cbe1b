import { beforeAll, describe, expect, test } from 'vitest'
import { BASELINE } from '../../../src/domain/baseline.ts'
import { formatNumber } from '../../../src/domain/quantity.ts'
import { placementMix } from '../../../src/report/charts/placement-mix.ts'
import { directionOfPanel, placementPanels } from '../../../src/report/charts/placement-panels.ts'
import { monthPoints, type ReportSource } from '../../../src/report/report-source.ts'
import { chartSource } from './chart-source.ts'
import { drawings, marksIn, wordsIn } from './drawn.ts'

let five: ReportSource
let ten: ReportSource
let single: ReportSource

beforeAll(async () => {
  five = await chartSource('smallshire')
  ten = await chartSource('rotherham-2017')
  single = await chartSource('smallshire', { runs: 1, sets: ['end=2024-04-30'] })
}, 60_000)

/** The same result where nothing ever happens to placements. */
function without(source: ReportSource, placements: string[]): ReportSource {
  const { openingStock } = source.manifest
  const byPlacement = Object.fromEntries(
    Object.entries(openingStock.byPlacement).filter(([key]) => !placements.includes(key)),
  )
  return { ...source, manifest: { ...source.manifest, openingStock: { ...openingStock, byPlacement } } }
}

describe('the chart of placements', () => {
  test('has a panel for every placement, drawn with its label, band and line', () => {
    const [chart] = placementMix(five, BASELINE)
    for (const svg of drawings(chart)) {
      expect(marksIn(svg, 'path')).toBe(2 * 5)
      expect(svg).toContain('Supported')
      expect(svg).toContain('fill="var(--band-80)"')
    }
  })

  test('joins the smallest placements beyond eight by their means, without a band', () => {
    const panels = placementPanels(ten, BASELINE)
    const joined = ['secure', 'other'].map((key) => monthPoints(ten, BASELINE, 'children', key))
    expect(panels).toHaveLength(9)
    expect(panels.at(-1)!.label).toBe('Other placements')
    expect(panels.at(-1)!.meanAtEnd).toBeCloseTo(
      joined.reduce((sum, months) => sum + months.at(-1)!.statistics.mean, 0),
      9,
    )
    const [chart] = placementMix(ten, BASELINE)
    expect(marksIn(drawings(chart)[0], 'path')).toBe(8 + 9)
    expect(chart.note).toContain('Other placements: the smallest together, by their means.')
  })

  test('has means that add up to those of all children', () => {
    for (const source of [five, ten]) {
      const total = monthPoints(source, BASELINE, 'children', null).at(-1)!.statistics.mean
      const sum = placementPanels(source, BASELINE).reduce((so, { meanAtEnd }) => so + meanAtEnd, 0)
      expect(sum).toBeCloseTo(total, 9)
    }
  })

  test('has the start and the quantiles of the last month in its table', () => {
    const [chart] = placementMix(five, BASELINE)
    const keys = Object.keys(five.manifest.openingStock.byPlacement)
    const openings: Record<string, number> = five.manifest.openingStock.byPlacement
    chart.table.rows.forEach(([, start, mean, ...quantiles], index) => {
      const last = monthPoints(five, BASELINE, 'children', keys[index]).at(-1)!.statistics
      expect(start).toBe(formatNumber(openings[keys[index]]))
      expect(mean).toBe(formatNumber(last.mean, 1))
      expect(quantiles).toEqual([last.q10, last.q50, last.q80, last.q90].map((value) => formatNumber(value)))
    })
  })

  test('states the largest change of a median in ten words or less', () => {
    for (const source of [five, ten, single]) {
      const [{ title }] = placementMix(source, BASELINE)
      expect(wordsIn(title)).toBeLessThanOrEqual(10)
    }
    const panels = placementPanels(five, BASELINE)
    const sizes = panels.map(({ points }) => Math.abs(points.at(-1)!.middle - points[0].middle))
    const largest = panels[sizes.indexOf(Math.max(...sizes))]
    expect(placementMix(five, BASELINE)[0].title).toContain(`: ${largest.label}, from `)
  })

  test('does not call a change what is none in whole children, or within its error', () => {
    const panel = (to: number, error: number) =>
      directionOfPanel({
        label: '',
        points: [
          { day: 0, middle: 20 },
          { day: 1, middle: to },
        ],
        meanAtEnd: to,
        error,
      })
    expect([panel(20.4, 0), panel(23, 2), panel(23, 1), panel(17, 1)]).toEqual([
      'none',
      'unclear',
      'rise',
      'fall',
    ])
  })

  test('is left out where all children live in one placement', () => {
    expect(
      placementMix(without(five, ['inHouseFoster', 'ifa', 'externalResidential', 'supported']), BASELINE),
    ).toEqual([])
  })

  test('names no number that is unknown, after one month of a single run', () => {
    const [chart] = placementMix(single, BASELINE)
    expect(chart.finding + chart.table.rows.join()).not.toMatch(/NaN|undefined|null/)
    for (const svg of drawings(chart)) expect(svg).not.toContain('NaN')
  })
})
