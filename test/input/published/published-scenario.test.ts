// A scenario of any council from published figures: valid for all of them, true to the table, blind to what came later.
import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../../src/domain/age-band.ts'
import { apportion } from '../../../src/domain/margins.ts'
import { fitFacts } from '../../../src/estimate/fit-facts.ts'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import { ENGLAND, figuresOf } from '../../../src/input/published/council-figures.ts'
import { findAuthority } from '../../../src/input/published/find-authority.ts'
import { publishedScenario, readPublishedScenario } from '../../../src/input/published/published-scenario.ts'
import {
  authoritiesOf,
  type Cell,
  EDITIONS,
  type PublishedTable,
  rowOf,
} from '../../../src/input/published/published-table.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { someOf } from '../../how-many.ts'
import { measured, runMany } from '../../run/run-many.ts'
import { replayedEnds } from '../../scenarios/fitted-document.ts'

const table = readPublishedTable()
const authorities = authoritiesOf(table)
/** Those of which each edition is tried: all of them in the long form. */
const tried = someOf(authorities, 25)
const codeOf = (name: string) => findAuthority(name, authorities)!.code
const scenarioOf = (name: string, year: number) => readPublishedScenario(table, codeOf(name), year, 3)

/** The table with every figure of some editions made another one. */
function altered({ rows, earlier }: PublishedTable, isAltered: (edition: number) => boolean): PublishedTable {
  const other = (cell: Cell): Cell => (typeof cell === 'number' ? 2 * cell + 7 : 3)
  const otherCells = <Cells extends object>(cells: Cells) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, other(cell)])) as Cells
  return {
    rows: rows.map((row) => (isAltered(row.edition) ? { ...row, figures: otherCells(row.figures) } : row)),
    earlier: earlier.map((row) => {
      const { edition, code, year, ...cells } = row
      return isAltered(edition) ? { edition, code, year, ...otherCells(cells) } : row
    }),
  }
}

describe.each(EDITIONS)('A scenario at the end of March %i', (year) => {
  it('is valid for each council, and holds its published stock', () => {
    expect(authorities).toHaveLength(152)
    for (const { code, name } of tried) {
      const { scenario } = readPublishedScenario(table, code, year, 3)
      const { stock } = rowOf(table, year, code)!.figures
      expect(scenario.openingStock.children, name).toBe(typeof stock === 'number' && stock > 0 ? stock : 1)
      expect(scenario).toMatchObject({ start: `${year}-03-31`, end: `${year + 3}-03-31`, council: name })
    }
  })

  it('is the same byte for byte whatever later editions say', () => {
    const later = altered(table, (edition) => edition > year)
    for (const { code, name } of tried)
      expect(
        publishedScenario(later, code, year, 3).text === publishedScenario(table, code, year, 3).text,
        name,
      ).toBe(true)
  })

  it('is another one where its own edition says something else', () => {
    const own = altered(table, (edition) => edition === year)
    const code = codeOf('Rotherham')
    expect(publishedScenario(own, code, year, 3).text).not.toBe(publishedScenario(table, code, year, 3).text)
  })

  it('has rates that give the ends of England, by reason and at 18, when its year is replayed', () => {
    const { scenario } = readPublishedScenario(table, ENGLAND, year, 3)
    const { reasons, ceases, ceases18over } = figuresOf(table, year, ENGLAND)!
    const { byReason } = replayedEnds(scenario, 4)
    for (const [reason, { value }] of Object.entries(reasons))
      expect(Math.abs(byReason[reason] / value - 1), reason).toBeLessThan(0.03)
    const all = Object.values(byReason).reduce((sum, ends) => sum + ends, 0)
    expect(Math.abs(all / ceases.value - 1)).toBeLessThan(0.02)
    if (ceases18over) expect(Math.abs(byReason.turned18 / ceases18over.value - 1)).toBeLessThan(0.04)
  })
})

describe('The scenario of Rotherham at the end of March 2016', () => {
  const { scenario, text, figures } = scenarioOf('Rotherham', 2016)

  it('has the published children by age and in the placements that are published', () => {
    const { ages, children, placements } = scenario.openingStock
    expect(
      apportion(
        AGE_BANDS.map((band) => ages[band]),
        children,
      ),
    ).toEqual([29, 52, 87, 174, 89])
    expect(placements).toMatchObject({ parents: 12, placedForAdoption: 14, other: 8 })
    expect(placements.kinship + placements.inHouseFoster + placements.ifa).toBe(334)
    expect(placements.externalResidential + placements.supported).toBe(57 + 6)
  })

  it('has the facts of the year, to be believed in part', () => {
    expect(scenario.facts).toHaveLength(1)
    expect(scenario.facts![0]).toMatchObject({
      period: { from: '2015-04-01', to: '2016-03-31' },
      mode: 'shrink',
      entries: 212,
      exits: 190,
      exitsAt18: 36,
      childrenAtEnd: 431,
    })
    const counts = scenario.facts![0].exitsByReason!.map(({ reasons, children }) => [...reasons, children])
    expect(counts).toEqual([
      ['reunification', 49],
      ['specialGuardianship', 17],
      ['childArrangements', 17],
      ['adoption', 43],
    ])
    expect(scenario.history!.children).toEqual({ '2015-03-31': 409, '2016-03-31': 431 })
  })

  it('says of a suppressed figure what is possible and what was put in its place, and calls it assumed', () => {
    const orders = figures.find(({ path }) => path === 'facts.0.exitsByReason.1.children')!
    expect(orders).toMatchObject({
      kind: 'assumed',
      text: 'DfE 2016: 17 (put in place of what is suppressed, 13 to 20) special guardianship orders',
    })
    const { putRight } = publishedScenario(table, codeOf('Rotherham'), 2016, 3)
    expect(putRight.map(({ what, count }) => [what, count.how])).toEqual([
      ['children in other residential settings, residential schools and other placements', 'worked out'],
      ['special guardianship orders', 'assumed'],
    ])
  })

  it('has the figures of region and England in comments', () => {
    expect(text).toContain(
      '# Starts for each child looked after: Rotherham 0.49, Yorkshire and The Humber 0.39, England 0.45.\n',
    )
    expect(text).toContain(
      '# Of the ends, adoptions: Rotherham 23 %, Yorkshire and The Humber 21 %, England 15 %.\n',
    )
  })

  it('keeps to the width of a terminal with two files side by side', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  })
})

describe('A scenario of a council', () => {
  it('takes the children of 18 as assumed from the edition of 2015, which has 16 and over only', () => {
    const { scenario, figures } = scenarioOf('Rotherham', 2015)
    const at18 = figures.find(({ path }) => path === 'facts.0.exitsAt18')!
    expect(at18.kind).toBe('assumed')
    // 70 % of 52: half of England's 15,270 aged 16 and 17 over its 10,830 who ceased at 16 and over.
    expect(scenario.facts![0].exitsAt18).toBe(37)
  })

  it('has the children with three or more placements from the edition of 2018 on', () => {
    expect(scenarioOf('Rotherham', 2018).scenario.facts![0].childrenWith3Placements).toBe(82)
    expect(scenarioOf('Rotherham', 2017).scenario.facts![0].childrenWith3Placements).toBeUndefined()
  })

  it('has at most as many ends at 18 as the named reasons leave', () => {
    const { exits, exitsAt18, exitsByReason } = scenarioOf('Windsor and Maidenhead', 2016).scenario.facts![0]
    const named = exitsByReason!.reduce((sum, { children }) => sum + children, 0)
    expect([exits, named + exitsAt18!]).toEqual([43, 43])
  })

  it('has one invented child, and no facts, where no child is counted', () => {
    for (const year of EDITIONS) {
      const { scenario, figures } = scenarioOf('Isles of Scilly', year)
      expect(scenario.facts).toBeUndefined()
      expect(scenario.openingStock.children).toBe(1)
      expect(figures.every(({ kind }) => kind === 'assumed')).toBe(true)
    }
  })

  it.each([
    ['City of London', 2015],
    ['Rutland', 2018],
    ['Isles of Scilly', 2017],
  ])('can be fitted and simulated: %s, %i', (name, year) => {
    const { scenario } = fitFacts(scenarioOf(name, year).scenario)
    const model = compileModel(scenario)
    const last = model.axes.months.length - 1
    const children = runMany(model, 20, (row, layout) => measured(row, layout, 'children', last))
    const mean = children.reduce((sum, count) => sum + count, 0) / children.length
    expect(mean).toBeGreaterThan(0.2 * scenario.openingStock.children)
    expect(mean).toBeLessThan(5 * scenario.openingStock.children)
  })
})
