import { describe, expect, it, test } from 'vitest'
import { encodeManifest } from '../../../src/result/manifest/manifest.ts'
import { sha256Of } from '../../../src/result/result-identity.ts'
import { attribute, subsetRuns } from '../../../src/summary/packages/attribution.ts'
import { packageResults } from '../../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import { encodeResult } from '../../../src/write/encode-result.ts'
import {
  fewerInFosterCare,
  interventionLine,
  interventionModel,
  programmeOf,
} from '../../summary/package-table.ts'
import { smallTable } from '../../summary/small-table.ts'
import { PARTS, smallResult, smallSummaries } from '../small-result.ts'

describe('encodeManifest', () => {
  const file = { name: 'years.csv', bytes: new TextEncoder().encode('abc') }
  const text = new TextDecoder().decode(encodeManifest({ ...PARTS, files: [file] }))
  const manifest = JSON.parse(text)

  it('has its keys in a fixed order, indented, with a line break at the end', () => {
    expect(Object.keys(manifest).join()).toBe(
      'carecast,scenario,extends,changes,seed,intervals,runs,monteCarlo,start,end,variants,totalCost,openingStock,inputs,figures,unknown,contradictions,notUsed,facts,multipliers,reconciliation,claims,variance,ranking,warnings,files',
    )
    expect(text.startsWith('{\n  "carecast": {\n    "version": "0.1.0",\n    "format": 1\n')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('has the scenario whole, so that it can be run again', () => {
    expect(sha256Of(manifest.scenario.text)).toBe(manifest.scenario.sha256)
  })

  it('says how precise the runs are, with null for what so few cannot tell', () => {
    expect(manifest.monteCarlo).toEqual({
      runs: 5,
      total_cost: { mean_error_percent: 0.25, q90_error_percent: null },
    })
  })

  it('has the parts of the variance and the ranking as they are, with null for what is unknown', () => {
    const parts = [{ part: 'chance' as const, share: Number.NaN, mc_error: Number.NaN }]
    const headline = {
      financial_year: 'all',
      line: 'total',
      unit: '£' as const,
      total_variance: 0,
      parts,
      runs: 5,
    }
    const influence = { rank_correlation: -0.5, first_order_share: 0.25, mc_error: 0.01 }
    const ranked = { line: 'total', financial_year: 'all', assumption: 'entries.perYear', ...influence }
    const { variance, ranking } = JSON.parse(
      new TextDecoder().decode(
        encodeManifest({ ...PARTS, variance: [headline], ranking: [ranked], files: [] }),
      ),
    )
    expect(variance).toEqual([{ ...headline, parts: [{ part: 'chance', share: null, mc_error: null }] }])
    expect(ranking).toEqual([ranked])
  })

  it('names the files that the scenario extends, and has their texts', () => {
    const parents = [{ path: 'parent.yaml', text: 'name: Parent\n' }]
    const scenario = { ...PARTS.scenario, parents }
    const { extends: paths, scenario: written } = JSON.parse(
      new TextDecoder().decode(encodeManifest({ ...PARTS, scenario, files: [] })),
    )
    expect(paths).toEqual(['parent.yaml'])
    expect(written.parents).toEqual([{ ...parents[0], sha256: sha256Of(parents[0].text) }])
  })

  it('lists what each run draws, with its numbers and where they come from, and nothing where nothing is drawn', () => {
    const range = { central: 900, low: 800, high: 1000, level: 0.8, shape: 'log-normal' as const }
    const limits = { least: 0, most: 1e6 }
    const assumptions = [
      { path: 'placements.ifa.weeklyPrice', range, ...limits },
      { path: 'fit.moves', range: { ...range, central: 1 }, ...limits, events: 25 },
    ]
    const encoded = encodeManifest({ ...PARTS, assumptions, files: [] })
    expect(JSON.parse(new TextDecoder().decode(encoded)).assumptions).toEqual([
      { path: 'placements.ifa.weeklyPrice', ...range, origin: 'scenario' },
      { path: 'fit.moves', ...range, central: 1, origin: 'fit', events: 25 },
    ])
    expect(manifest).not.toHaveProperty('assumptions')
  })

  it('says what the opening stock costs in a week', () => {
    expect(manifest.openingStock).toEqual({
      children: 12,
      byPlacement: { foster: 10, residential: 2 },
      weeklyBill: { byPlacement: { foster: 7000, residential: 7000 }, total: 14_000 },
    })
  })

  it('has the file of budgets whole, and neither budgets nor a bridge where there are none', () => {
    const budgetFile = { path: 'b.csv', text: 'financial_year,line,amount\n' }
    const scenario = { ...PARTS.scenario, budgetFile }
    const encoded = encodeManifest({ ...PARTS, scenario, budgets: [], files: [] })
    const { scenario: written, ...others } = JSON.parse(new TextDecoder().decode(encoded))
    expect(written.budgetFile).toEqual({ ...budgetFile, sha256: sha256Of(budgetFile.text) })
    expect(others).not.toHaveProperty('budgets')
    expect(others).not.toHaveProperty('bridge')
  })

  it('counts the inputs and how many are assumed', () => {
    expect(manifest.inputs).toEqual({ total: 2, assumed: 1 })
    expect(manifest.figures.length).toBe(2)
  })

  it('names the other files with their size and SHA-256', () => {
    expect(manifest.files).toEqual([{ name: 'years.csv', sha256: sha256Of('abc'), bytes: 3 }])
  })

  it('comes last in a result and names all that come before', () => {
    const files = smallResult()
    const last = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
    expect(last.files.map(({ name }: { name: string }) => name)).toEqual(
      files.slice(0, -1).map(({ name }) => name),
    )
  })
})

test('packages and their attribution are parts of the manifest and paired.arrow a file where packages were run', () => {
  const packages = [fewerInFosterCare([interventionLine('review')])]
  const paired = summarisePaired(smallTable(), packages)
  const programme = programmeOf(interventionModel('review'))
  const attribution = attribute('all', packages[0].table.axes.interventions, [
    subsetRuns([0], smallTable(), packages[0].table),
  ])
  const claims = ['baseline', 'all'].map((variant) => ({
    ...{ variant, claim: 'few', label: 'Few', on: '2018-04-30', relation: 'below' as const },
    ...{ value: 17, probability: 0.6, mc_error: 0.2, quantile: 0.4 },
    ...{ kind: 'children' as const, unit: 'children', q10: 14, q50: 16, q80: 17, q90: 18 },
  }))
  const files = encodeResult(
    { ...smallSummaries(), paired },
    { ...PARTS, claims, packages: packageResults(paired, smallTable(), packages, programme), attribution },
    [],
  )
  expect(files.map(({ name }) => name)).toContain('paired.arrow')
  const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
  expect(manifest.packages).toMatchObject([
    { package: 'all', interventions: ['review'], children_end: { mean: -2, p_below_zero: 0.8 } },
  ])
  expect(manifest.claims).toEqual(claims)
  expect(manifest.attribution.map(({ line }: { line: string }) => line)).toEqual(['total', 'children_end'])
  expect(manifest.attribution[1].interventions[0]).toMatchObject({ alone: { mean: 2 }, shapley: { mean: 2 } })
  expect(smallResult().map(({ name }) => name)).not.toContain('paired.arrow')
})
