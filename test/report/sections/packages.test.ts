import { beforeAll, describe, expect, test } from 'vitest'
import { html } from '../../../src/report/html.ts'
import type { ReportSource } from '../../../src/report/report-source.ts'
import { formatMillions } from '../../../src/report/report-words.ts'
import { PACKAGES } from '../../../src/report/sections/packages.ts'
import { packageSource } from '../charts/package-source.ts'

let source: ReportSource

beforeAll(async () => {
  source = await packageSource({ runs: 8, attribution: false })
}, 60_000)

const textOf = (of: ReportSource) => html`${PACKAGES.before!(of)}`.text
const rowsOf = (of: ReportSource) =>
  [...textOf(of).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  )

describe('the table of packages', () => {
  test('has the baseline and every package, with children, cost, saving, chance and how it counts', () => {
    const [head, baseline, ...packages] = rowsOf(source)
    expect(head).toEqual([
      ...['Package', 'Children at the end', 'Against the baseline', 'Cost of all years'],
      ...['Saving on average', 'Saving, 80 % interval', 'Saves in'],
    ])
    expect(baseline[0]).toBe('Baseline')
    expect(baseline[3]).toBe(formatMillions(source.manifest.totalCost.baseline.q50))
    expect(packages.map(([name]) => name)).toEqual(
      source.manifest.packages!.map(({ label, counts_as, saving }) =>
        saving.mean < 0 ? label : `${label} (${counts_as.join(', ')})`,
      ),
    )
    source.manifest.packages!.forEach(({ package: key, saving }, index) => {
      const [, children, , cost, mean, interval] = packages[index]
      expect(Number(children)).toBeGreaterThan(50)
      expect(cost).toBe(formatMillions(source.manifest.totalCost[key].q50))
      const words = (pounds: number) =>
        pounds < 0 ? `costs ${formatMillions(-pounds)} more` : formatMillions(pounds)
      expect(mean).toBe(words(saving.mean))
      expect(interval).toBe(`${words(saving.q10)} to ${words(saving.q90)}`)
    })
  })

  test('says of an illustration that no probability is given, and gives none', () => {
    const illustration = { ...source, manifest: { ...source.manifest, illustrative: 'an example' } }
    expect(textOf(illustration)).toContain('No probability is given, since this is an illustration only.')
    const [head, ...rows] = rowsOf(illustration)
    expect(head).not.toContain('Saves in')
    for (const row of rows) expect(row.join(' ')).not.toContain('%')
  })

  test('has 60 rows at most, and names the file that has the others', () => {
    const [one] = source.manifest.packages!
    const many = { ...source, manifest: { ...source.manifest, packages: Array(80).fill(one) } }
    expect(rowsOf(many)).toHaveLength(1 + 60)
    expect(textOf(many)).toContain('The first 59 are shown; packages.csv has all.')
  })

  test('is not there without packages', () => {
    const none = { ...source, manifest: { ...source.manifest, packages: undefined } }
    expect(PACKAGES.before!(none)).toBeUndefined()
  })

  test('takes a label of a package for text', () => {
    const [one] = source.manifest.packages!
    const packages = [{ ...one, label: '<script>alert(1)</script>' }]
    const text = textOf({ ...source, manifest: { ...source.manifest, packages } })
    expect(text).toContain('&lt;script&gt;')
    expect(text).not.toContain('<script>')
  })
})
