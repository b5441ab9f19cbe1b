import { describe, expect, it } from 'vitest'
import { drawGrowth } from '../../bench/growth-chart.ts'
import { axisWith } from './linear-axes.ts'

const NAMES = ['runs', 'years', 'children', 'variants'] as const

describe('drawGrowth', () => {
  const svg = drawGrowth(NAMES.map((name) => axisWith(name)))

  it('draws a point for each measured one in both panels, and names each line with its slope', () => {
    const symbols = [...svg.matchAll(/<circle |<path d="[^"]*Z"/gi)]
    expect(symbols).toHaveLength(NAMES.length * 4 * 2)
    for (const name of NAMES) expect(svg.split(`>${name} 1.00<`)).toHaveLength(3)
    expect(svg).not.toMatch(/NaN|undefined|var\(/)
  })

  it('says in its title whether anything is steeper than linear', () => {
    const steep = axisWith('runs', { simulate: 1e6 })
    expect(svg).toContain('>Cost grows no faster than the work<')
    expect(drawGrowth([steep, ...NAMES.slice(1).map((name) => axisWith(name))])).toContain(
      '>Cost grows faster than the work<',
    )
  })
})
