import { describe, expect, it, test } from 'vitest'
import { manifestOf } from '../../../src/result/manifest/manifest.ts'
import type { Result } from '../../../src/result/result.ts'
import type { WrittenFile } from '../../../src/result/result-files.ts'
import { attribute, subsetRuns } from '../../../src/summary/packages/attribution.ts'
import { packageResults } from '../../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import { encodeManifest, written } from '../../../src/write/encode-result.ts'
import { sha256Of } from '../../../src/write/sha256.ts'
import {
  fewerInFosterCare,
  interventionLine,
  interventionModel,
  programmeOf,
} from '../../summary/package-table.ts'
import { smallTable } from '../../summary/small-table.ts'
import { arrowSource, filesOf, smallFiles, smallResult } from '../small-result.ts'

/** The manifest of the small result with changes, as its file has it. */
function textOf(more: Partial<Result> = {}, files: WrittenFile[] = []): string {
  return new TextDecoder().decode(encodeManifest(manifestOf(smallResult(more), files)))
}

describe('a manifest', () => {
  const file = { name: 'years.csv', bytes: new TextEncoder().encode('abc'), mayBePassedOn: true }
  const text = textOf({}, [written(file)])
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
    const { variance, ranking } = JSON.parse(textOf({ variance: [headline], ranking: [ranked] }))
    expect(variance).toEqual([{ ...headline, parts: [{ part: 'chance', share: null, mc_error: null }] }])
    expect(ranking).toEqual([ranked])
  })

  it('names the files that the scenario extends, and has their texts', () => {
    const parents = [{ path: 'parent.yaml', text: 'name: Parent\n', sha256: sha256Of('name: Parent\n') }]
    const source = { ...smallResult().source, parents }
    const { extends: paths, scenario } = JSON.parse(textOf({ source }))
    expect(paths).toEqual(['parent.yaml'])
    expect(scenario.parents).toEqual(parents)
  })

  it('lists what each run draws, with its numbers and where they come from, and nothing where nothing is drawn', () => {
    const range = { central: 900, low: 800, high: 1000, level: 0.8, shape: 'log-normal' as const }
    const limits = { least: 0, most: 1e6 }
    const assumptions = [
      { path: 'placements.ifa.weeklyPrice', range, ...limits },
      { path: 'fit.moves', range: { ...range, central: 1 }, ...limits, events: 25 },
    ]
    expect(JSON.parse(textOf({ assumptions })).assumptions).toEqual([
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
    const text = 'financial_year,line,amount\n'
    const budgetFile = { path: 'b.csv', text, sha256: sha256Of(text) }
    const source = { ...smallResult().source, budgetFile }
    const { scenario, ...others } = JSON.parse(textOf({ source, budgets: [] }))
    expect(scenario.budgetFile).toEqual(budgetFile)
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

  it('comes last in a result and names all that come before', async () => {
    const files = await smallFiles()
    const last = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
    expect(last.files.map(({ name }: { name: string }) => name)).toEqual(
      files.slice(0, -1).map(({ name }) => name),
    )
  })
})

test('packages and their attribution are parts of the manifest and paired.arrow a file where packages were run', async () => {
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
  const told = packageResults(paired, { ...smallTable(), packages }, programme)
  const files = await filesOf(arrowSource(smallResult({ claims, packages: told, attribution }), { paired }))
  expect(files.map(({ name }) => name)).toContain('paired.arrow')
  const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
  expect(manifest.packages).toMatchObject([
    { package: 'all', interventions: ['review'], children_end: { mean: -2, p_below_zero: 0.8 } },
  ])
  expect(manifest.claims).toEqual(claims)
  expect(manifest.attribution.map(({ line }: { line: string }) => line)).toEqual(['total', 'children_end'])
  expect(manifest.attribution[1].interventions[0]).toMatchObject({ alone: { mean: 2 }, shapley: { mean: 2 } })
  expect((await smallFiles()).map(({ name }) => name)).not.toContain('paired.arrow')
})
