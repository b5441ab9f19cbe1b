// The council's savings tables from the engine itself: where nobody leaves care, the runs save what is printed.
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { beforeAll, describe, expect, test } from 'vitest'
import { packagePlans } from '../../src/input/packages.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { compilePackages } from '../../src/model/packages/compile-packages.ts'
import { councilSaving } from '../../src/money/council-arithmetic.ts'
import { seedKey } from '../../src/run/addresses.ts'
import { type RunTable, rowLayout } from '../../src/run/run-row.ts'
import { chunkSimulator } from '../../src/run/threads/simulate-chunk.ts'
import { pairedDifferences } from '../../src/summary/packages/paired.ts'
import { howMany } from '../how-many.ts'
import { readNamed } from './scenario-file.ts'

const RUNS = howMany(1_000, 3_000)
const YEARS = ['2017/18', '2018/19', '2019/20', '2020/21']
const POUNDS_PER_CHILD_YEAR = 22_000

/** 'LAC Reduction' and 'Gross Saving' in £m, CYPS 2, 3, 5, 6 and 7 of Appendix 1. */
const PRINTED: Record<string, { children: number[]; saving: number[] }> = {
  'family-group-conferencing': { children: [15, 27, 30, 30], saving: [0.165, 0.627, 1.254, 1.914] },
  'special-guardianship': { children: [6, 6, 6, 6], saving: [0.066, 0.198, 0.33, 0.462] },
  'edge-of-care': { children: [15, 24, 30, 30], saving: [0.165, 0.594, 1.188, 1.848] },
  'multisystemic-therapy': { children: [4, 4, 4, 4], saving: [0.044, 0.132, 0.22, 0.308] },
  reunification: { children: [12, 0, 0, 0], saving: [0.132, 0.264, 0.264, 0.264] },
}
const CELLS = Object.entries(PRINTED).flatMap(([key, { saving }]) =>
  saving.map((millions, year) => [key, YEARS[year], millions] as const),
)
const OF_ALL_FIVE = YEARS.map((year, index) => {
  const sum = Object.values(PRINTED).reduce((total, { saving }) => total + saving[index], 0)
  return [year, sum] as const
})

const { scenario } = await readNamed('rotherham-2017-as-printed')
let tables: Map<string, RunTable>
beforeAll(() => {
  tables = simulated(scenario)
})

/** All runs of the baseline, by the name 'baseline', and of each package. */
function simulated(scenario: Scenario): Map<string, RunTable> {
  const model = compileModel(scenario)
  const packages = compilePackages(scenario, model.axes, packagePlans(scenario))
  const all = [model.axes, ...packages.axes].map((axes): RunTable => {
    const layout = rowLayout(axes)
    return { axes, layout, runs: RUNS, rows: new Int32Array(layout.length * RUNS) }
  })
  const simulate = chunkSimulator({
    model,
    packages,
    seed: seedKey('as printed'),
    tables: all.map(({ rows }) => rows),
    control: new Int32Array(2),
  })
  simulate(0, RUNS)
  return new Map(['baseline', ...packages.plans.map(({ key }) => key)].map((key, index) => [key, all[index]]))
}

/** £m that a package saves in a year, in each run. */
function savings(key: string, financial_year: string): number[] {
  const lines = { line: 'total', financial_year }
  const sevenths = pairedDifferences(tables.get('baseline')!, tables.get(key)!, lines)
  return Array.from(sevenths, (value) => -value / 7 / 100 / 1e6)
}

function expectPrinted(found: number[], printed: number): void {
  const error = sampleStandardDeviation(found) / Math.sqrt(found.length)
  expect(Math.abs(mean(found) - printed)).toBeLessThan(0.01 * printed + 3 * error)
}

describe('Rotherham’s savings tables', () => {
  test.each(CELLS)('have for %s in %s £%dm, which the engine gives', (key, year, printed) => {
    expectPrinted(savings(key, year), printed)
  })

  test.each(OF_ALL_FIVE)('have for all five in %s £%dm, which disjoint programmes give', (year, printed) => {
    expectPrinted(savings('all-five', year), printed)
  })

  test.each(Object.entries(PRINTED))('follow for %s from the rule to £1,000', (_, { children, saving }) => {
    const rule = councilSaving({
      newChildren: children,
      poundsPerChildYear: POUNDS_PER_CHILD_YEAR,
      convention: 'half of the new',
    })
    rule.saving.forEach((pounds, year) => {
      expect(Math.abs(pounds / 1e6 - saving[year])).toBeLessThan(0.0005)
    })
  })
})

describe('the toy in which the tables are true', () => {
  test('has nobody who leaves, moves or turns 18, but for the programmes', () => {
    const { axes, layout, rows } = tables.get('baseline')!
    const ends = ['exits', 'moves'] as const
    for (let run = 0; run < RUNS; run++)
      for (const measure of ends) {
        const from = run * layout.length + layout.offset[measure]
        expect(rows.subarray(from, from + axes.months.length * layout.placements).every((n) => n === 0)).toBe(
          true,
        )
      }
  })

  test('has the printed counts', () => {
    const counts = Object.entries(scenario.interventions!).map(([key, { effects }]) => {
      const [{ preventEntries, raiseExits }] = effects
      const table = (preventEntries ?? raiseExits)!.perFinancialYear!
      return [key, YEARS.map((year) => table[year] ?? 0)]
    })
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(Object.entries(PRINTED).map(([key, { children }]) => [key, children])),
    )
  })
})
