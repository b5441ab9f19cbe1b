import { beforeAll, describe, expect, test } from 'vitest'
import { encodeReport } from '../../src/report/page.ts'
import type { ReportSource } from '../../src/report/report-source.ts'
import { simulatedSource } from './simulated-source.ts'

const MOST_BYTES = 1_500_000
const KEYS = Array.from({ length: 12 }, (_, index) => `everything-${index}`)
let source: ReportSource

beforeAll(async () => {
  source = await simulatedSource({
    scenario: 'scenarios/smallshire-packages.yaml',
    choice: { packages: ['everything'] },
    chanceOnly: true,
    attribution: false,
    runs: 10,
  })
})

const textOf = (of: ReportSource) => new TextDecoder().decode(encodeReport(of))
const switchOf = (page: string) => [...page.matchAll(/<option value="([^"]*)"/g)].map(([, key]) => key)

/** The same package twelve times, and so much that the document does not say that hardly a chart has room. */
function crowded(unknownBytes: number): ReportSource {
  const { manifest, monthly, years } = source
  const [everything] = manifest.packages!
  const rows = (variants: string[]) => [
    ...variants.keys(),
    ...KEYS.slice(1).flatMap(() => [...variants.keys()].filter((row) => variants[row] === 'everything')),
  ]
  const keyed = (variants: string[], kept: number[]) => {
    const copies = variants.filter((variant) => variant === 'everything').length
    return kept.map((row, at) =>
      variants[row] === 'everything'
        ? KEYS[at < variants.length ? 0 : 1 + Math.floor((at - variants.length) / copies)]
        : variants[row],
    )
  }
  const repeated = <Summary extends typeof monthly | typeof years>(summary: Summary): Summary => {
    const kept = rows(summary.variant)
    const columns = Object.entries(summary).map(([name, column]) => [
      name,
      name === 'statistics'
        ? Object.fromEntries(
            Object.entries(column).map(([key, values]) => [
              key,
              Float64Array.from(kept, (row) => (values as Float64Array)[row]),
            ]),
          )
        : kept.map((row) => (column as string[])[row]),
    ])
    return { ...Object.fromEntries(columns), variant: keyed(summary.variant, kept) } as Summary
  }
  return {
    ...source,
    manifest: {
      ...manifest,
      unknown: ['much, '.repeat(unknownBytes / 6)],
      totalCost: Object.fromEntries(['baseline', ...KEYS].map((key) => [key, manifest.totalCost.baseline])),
      packages: KEYS.map((key) => ({ ...everything, package: key, label: `Everything, ${key}` })),
    },
    monthly: repeated(monthly),
    years: repeated(years),
  }
}

describe('encodeReport', () => {
  test('gives the same bytes for the same result', () => {
    expect(encodeReport(source)).toEqual(encodeReport(source))
  })

  test('draws twelve packages in less than 1.5 MB', () => {
    const page = textOf(crowded(0))
    expect(page.length).toBeLessThan(MOST_BYTES)
    expect(switchOf(page)).toEqual(['baseline', ...KEYS])
    expect(page).not.toContain('no charts are drawn of')
  })

  test('leaves out the charts of as many packages as make a page too large, and names them', () => {
    const page = textOf(crowded(1_000_000))
    expect(new TextEncoder().encode(page).length).toBeLessThan(MOST_BYTES)
    const shown = switchOf(page)
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.length).toBeLessThan(13)
    const [, left] = /no charts are drawn of: ([^<]*)\./.exec(page)!
    expect(left.split('; ')).toHaveLength(13 - shown.length)
  })
})
