// A council in a year with what its figures are compared with: its region and England, and the editions before.
import { type CouncilFigures, ENGLAND, figuresOf } from './council-figures.ts'
import { type LeaningCount, leaningEnds, leaningStarts } from './council-levels.ts'
import { type EnglandRates, englandRates } from './england-rates.ts'
import {
  type ExpectedGrowth,
  expectedGrowth,
  type KnownGrowth,
  type MeanGrowth,
  meanGrowth,
  type Point,
} from './expected-growth.ts'
import { placementFactors, placementMix } from './placement-mix.ts'
import { type Cell, editionsUpTo, type PublishedTable } from './published-table.ts'

export interface CouncilContext {
  name: string
  region: string
  /** The edition; the forecast starts on 31 March of it. */
  year: number
  /** The forecast's last year. */
  endYear: number
  /** Undefined where the edition has no child of the council. */
  figures: CouncilFigures | undefined
  regionFigures: CouncilFigures | undefined
  england: CouncilFigures
  rates: EnglandRates
  /** Of the edition a year earlier. */
  previous: CouncilFigures | undefined
  /** Children on 31 March by year, the latest known of each, and the edition that has it. */
  stocks: { year: number; children: number; edition: number }[]
  /** Growth of England's starts a year, over the years known; undefined where only one is. */
  startsGrowth: KnownGrowth | undefined
  /** Of the number of children, expected in the first year. */
  growth: ExpectedGrowth
  /** Undefined where the edition has no child of the council. */
  starts: LeaningCount | undefined
  endsBefore18: LeaningCount | undefined
  mix: ReturnType<typeof placementMix> | undefined
  factors: ReturnType<typeof placementFactors>
}

/** Gathers what was known of a council when the edition of a year was the latest; nothing later is looked at. */
export function councilContext(
  wholeTable: PublishedTable,
  code: string,
  year: number,
  years: number,
): CouncilContext {
  const table = editionsUpTo(wholeTable, year)
  const { name, region } = wholeTable.rows.find((row) => row.code === code)!
  const regionCode = table.rows.find((row) => row.level === 'region' && row.name === region)?.code ?? ENGLAND
  const england = figuresOf(table, year, ENGLAND)!
  const figures = figuresOf(table, year, code)
  const englandMix = placementMix(england)
  const mix = figures && placementMix(figures)
  const rates = englandRates(table, year)
  const stocks = pointsOf(table, code, 'stock').filter(({ children }) => children > 0)
  return {
    name,
    region,
    year,
    endYear: year + years,
    figures,
    regionFigures: figuresOf(table, year, regionCode),
    england,
    rates,
    previous: figuresOf(table, year - 1, code),
    stocks,
    startsGrowth: growthOf(pointsOf(table, ENGLAND, 'starts')),
    growth: expectedGrowth(stocks, growthOfCouncils(wholeTable, year), year),
    starts: figures && leaningStarts(figures, england),
    endsBefore18: figures && leaningEnds(figures, rates),
    mix,
    factors: placementFactors(mix ?? englandMix, englandMix),
  }
}

/** The same for every council of a year. */
const growthKnown = new WeakMap<PublishedTable, Map<number, MeanGrowth | undefined>>()

function growthOfCouncils(wholeTable: PublishedTable, year: number): MeanGrowth | undefined {
  const byYear = growthKnown.get(wholeTable) ?? new Map<number, MeanGrowth | undefined>()
  growthKnown.set(wholeTable, byYear)
  if (!byYear.has(year)) {
    const table = editionsUpTo(wholeTable, year)
    const codes = new Set(table.rows.filter(({ level }) => level === 'authority').map(({ code }) => code))
    byYear.set(year, meanGrowth([...codes].map((code) => pointsOf(table, code, 'stock'))))
  }
  return byYear.get(year)
}

/** Lists a total by year: of each year's own edition, or of a later one that has corrected it. */
export function pointsOf({ rows, earlier }: PublishedTable, code: string, figure: 'stock' | 'starts') {
  const isOf = (row: { code: string }) => row.code === code
  const own = rows
    .filter(isOf)
    .map(({ edition, figures }) => ({ year: edition, edition, cell: figures[figure] }))
  const corrected = earlier.filter(isOf).map((row) => ({ ...row, cell: row[figure] }))
  const points = new Map<number, Point & { edition: number }>()
  for (const { year, edition, cell } of [...own, ...corrected].sort(byEdition))
    if (isNumber(cell)) points.set(year, { year, children: cell, edition })
  return [...points.values()].sort((one, other) => one.year - other.year)
}

function isNumber(cell: Cell): cell is number {
  return typeof cell === 'number'
}

function byEdition(one: { edition: number }, other: { edition: number }): number {
  return one.edition - other.edition
}

function growthOf(points: Point[]): KnownGrowth | undefined {
  const [from, to] = [points[0], points.at(-1)!]
  if (from === undefined || from.year === to.year) return undefined
  return { perYear: (to.children / from.children) ** (1 / (to.year - from.year)) - 1, from, to }
}
