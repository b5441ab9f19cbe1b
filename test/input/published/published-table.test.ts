// The table of published figures agrees with itself and with figures looked up by hand in the editions.
import { describe, expect, it } from 'vitest'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import { ENGLAND } from '../../../src/input/published/council-figures.ts'
import {
  authoritiesOf,
  EDITIONS,
  editionsUpTo,
  type FigureName,
  parsePublishedTable,
  rowOf,
} from '../../../src/input/published/published-table.ts'

const table = readPublishedTable()
const ROTHERHAM = 'E08000018'

/** Figures that add up to the first of them, where the edition has them all. */
const SUMS: FigureName[][] = [
  ['stock', 'stockUnder1', 'stock1to4', 'stock5to9', 'stock10to15', 'stock16to17'],
  ['starts', 'startsUnder1', 'starts1to4', 'starts5to9', 'starts10to15', 'starts16to17'],
  [
    'stock',
    'inFosterCare',
    'placedForAdoption',
    'withParents',
    'inOtherCommunity',
    'inHomesAndHostels',
    'inOtherResidential',
    'inResidentialSchools',
    'inOtherPlacements',
  ],
  [
    'stock',
    'providedByCouncil',
    'providedByOtherCouncil',
    'providedByOtherPublic',
    'providedPrivately',
    'providedByVoluntary',
    'providedByParents',
    'providerNotReported',
  ],
  [
    'ceases',
    'ceasesUnder1',
    'ceases1to4',
    'ceases5to9',
    'ceases10to15',
    'ceases16',
    'ceases17',
    'ceases18over',
  ],
  ['ceases', 'ceasesUnder1', 'ceases1to4', 'ceases5to9', 'ceases10to15', 'ceases16over'],
  [
    'ceases',
    'adoptedUnopposed',
    'adoptedConsentDispensed',
    'died',
    'takenByOtherCouncil',
    'homePlanned',
    'homeUnplanned',
    'relativesWithoutOrder',
    'childArrangements',
    'guardianFormerCarer',
    'guardianOther',
    'independentSupported',
    'independentUnsupported',
    'adultResidential',
    'sentenced',
    'remandEnded',
    'ageAssessed',
    'abroad',
    'otherReason',
  ],
]

describe.each(EDITIONS)('The edition of %i', (edition) => {
  const rows = table.rows.filter((row) => row.edition === edition)
  const authorities = rows.filter(({ level }) => level === 'authority')

  it('has 152 authorities, 9 regions and England, each once', () => {
    expect(authorities).toHaveLength(152)
    const regions = rows.filter(({ level }) => level === 'region').map(({ name }) => name)
    expect(regions).toHaveLength(9)
    expect(new Set(authorities.map(({ region }) => region))).toEqual(new Set(regions))
    expect(rows).toHaveLength(162)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(162)
  })

  // England and the regions are rounded to 10, and the sum of 151 authorities is exact.
  it.each(['stock', 'inFosterCare', 'starts', 'ceases'] as const)(
    'has authorities whose %s add up to England, but for rounding and suppressed cells',
    (figure) => {
      for (const { level, name, code, figures } of rows) {
        if (level === 'authority') continue
        const within = authorities.filter(({ region }) => code === ENGLAND || region === name)
        // At most 5, or in a small place all of its children, where the cell is suppressed for another's sake.
        const [least, most] = [1, 5].map((suppressed) =>
          within.reduce((sum, { figures: { [figure]: cell, stock } }) => {
            if (typeof cell === 'number') return sum + cell
            return cell === 'x'
              ? sum + (suppressed === 1 ? 1 : Math.max(5, Math.min(12, stock as number)))
              : sum
          }, 0),
        )
        const total = figures[figure] as number
        expect(total, name).toBeGreaterThanOrEqual(least - 5)
        expect(total, name).toBeLessThanOrEqual(most + 5)
      }
    },
  )

  it('has totals that their parts add up to, with at least 1 for each suppressed part', () => {
    for (const { name, figures } of authorities)
      for (const [total, ...parts] of SUMS) {
        const cells = parts.map((part) => figures[part])
        if (figures[total] === 'x' || cells.includes('..')) continue
        const left = cells.reduce<number>(
          (rest, cell) => (typeof cell === 'number' ? rest - cell : rest),
          figures[total] as number,
        )
        const suppressed = cells.filter((cell) => cell === 'x').length
        expect(left, `${name} ${total}`).toBeGreaterThanOrEqual(suppressed)
        if (suppressed === 0) expect(left, `${name} ${total}`).toBe(0)
      }
  })
})

describe('The table', () => {
  it.each([
    [2015, ROTHERHAM, { stock: 409, starts: 169, ceases: 158, ceases16over: 52, ceases18over: '..' }],
    [2016, ROTHERHAM, { stock: 431, inFosterCare: 334, starts: 212, ceases: 190, ceases18over: 36 }],
    [2016, ROTHERHAM, { guardianFormerCarer: 'x', guardianOther: 12, died: 0, threePlacements: '..' }],
    [2017, ROTHERHAM, { stock: 487, homePlanned: 37, providedPrivately: 175, providedByVoluntary: 37 }],
    [2018, ROTHERHAM, { stock: 619, threePlacements: 82, population: 56947, ratePer10000: 109 }],
    [2015, 'E10000034', { stock: 687, childArrangements: 11 }],
    [2015, ENGLAND, { stock: 69540, starts: 31070, ceases: 31100 }],
    [2018, ENGLAND, { stock: 75420, adoptedUnopposed: 1990, adoptedConsentDispensed: 1830 }],
  ] as const)('has the figures of %i for %s that were looked up by hand: %j', (edition, code, figures) => {
    expect(rowOf(table, edition, code)!.figures).toMatchObject(figures)
  })

  it('has one name and one region for a code in all editions', () => {
    for (const { code, name, region, level } of table.rows)
      expect(rowOf(table, 2018, code)).toMatchObject({ name, region, level })
  })

  it('has the years before 2018 as the edition of 2018 gives them', () => {
    const rotherham = table.earlier.filter(({ code }) => code === ROTHERHAM)
    expect(rotherham.map(({ edition, year, stock, starts }) => [edition, year, stock, starts])).toEqual([
      [2018, 2014, 394, 128],
      [2018, 2015, 407, 170],
      [2018, 2016, 431, 211],
      [2018, 2017, 485, 259],
    ])
  })

  it('lists the authorities by region', () => {
    const regions = authoritiesOf(table).map(({ region }) => region)
    expect(regions.filter((region, at) => region !== regions[at - 1])).toHaveLength(9)
  })

  it('has nothing of later editions up to a year', () => {
    const known = editionsUpTo(table, 2016)
    expect([...new Set(known.rows.map(({ edition }) => edition))]).toEqual([2015, 2016])
    expect(known.earlier).toEqual([])
  })

  it('refuses a cell that is neither a number nor a mark, and a row of another length', () => {
    const header = 'edition,code,year,stock,starts,ceases,population'
    const parse = (row: string) => parsePublishedTable('edition', `${header}\n${row}`)
    expect(() => parse('2018,E1,2014,7,x,..,-')).toThrow("'-' is not a published cell")
    expect(() => parse('2018,E1,2014,7')).toThrow('earlier-years.csv:2:1 has 4 cells under 7 headings')
  })
})
