// What one edition says of a council, with its suppressed cells filled in where they can be.
import { startAgeWeights, stockAgeWeights } from './age-weights.ts'
import {
  type Cell,
  type FigureName,
  PLACEMENT_CELLS,
  PROVIDER_CELLS,
  type PublishedRow,
  type PublishedTable,
  REASON_CELLS,
  rowOf,
  START_AGES,
  STOCK_AGES,
} from './published-table.ts'
import {
  type Count,
  type CountTogether,
  publishedCount,
  resolveCells,
  totalCount,
} from './suppressed-cells.ts'

/** ONS code of England. */
export const ENGLAND = 'E92000001'

const CEASE_AGES = [
  'ceasesUnder1',
  'ceases1to4',
  'ceases5to9',
  'ceases10to15',
  'ceases16',
  'ceases17',
  'ceases18over',
] as const
/** As the edition of 2015 has them. */
const CEASE_AGES_16_OVER = [
  'ceasesUnder1',
  'ceases1to4',
  'ceases5to9',
  'ceases10to15',
  'ceases16over',
] as const

/** Cells of the reasons to cease that the model names; what is left has none of its own. */
export const NAMED_REASONS = {
  reunification: ['homePlanned', 'homeUnplanned'],
  specialGuardianship: ['guardianFormerCarer', 'guardianOther'],
  childArrangements: ['childArrangements'],
  adoption: ['adoptedUnopposed', 'adoptedConsentDispensed'],
} as const

export type NamedReason = keyof typeof NAMED_REASONS

export interface CouncilFigures {
  stock: Count
  /** [age band], undefined where the edition has none */
  stockByAge: Count[]
  /** Undefined where the edition does not say. */
  unaccompanied: Count | undefined
  placements: CountTogether<(typeof PLACEMENT_CELLS)[number]>
  providers: CountTogether<(typeof PROVIDER_CELLS)[number]>
  starts: Count
  startsByAge: Count[]
  ceases: Count
  reasons: Record<NamedReason, Count>
  /** Undefined where the edition does not tell those of 18 from the others over 16. */
  ceases18over: Count | undefined
  ceases16over: Count
  /** Undefined where the edition has no such column. */
  threePlacements: Count | undefined
}

/** Reads the figures of a place from an edition; undefined where the edition has none, or no child was looked after. */
export function figuresOf(table: PublishedTable, edition: number, code: string): CouncilFigures | undefined {
  const row = rowOf(table, edition, code)
  const england = rowOf(table, edition, ENGLAND)
  if (row === undefined || england === undefined) return undefined
  const stock = totalCount(row.figures.stock)
  if (stock === undefined || stock.value === 0) return undefined
  const totals = { stock, starts: totalCount(row.figures.starts)!, ceases: totalCount(row.figures.ceases)! }
  const set = <Name extends FigureName>(names: readonly Name[], total: Count) =>
    resolveCells(cellsOf(row, names), total.value, weightsOf(england, names))!
  const startAges = resolveCells(
    cellsOf(row, START_AGES),
    totals.starts.value,
    startAgeWeights(row, england),
  )!
  const startsByAge = START_AGES.map((name) => startAges(name))
  const stockAges = resolveCells(
    cellsOf(row, STOCK_AGES),
    stock.value,
    stockAgeWeights(row, england, startsByAge),
  )!
  const reasons = set(REASON_CELLS, totals.ceases)
  return {
    ...totals,
    stockByAge: STOCK_AGES.map((name) => stockAges(name)),
    unaccompanied: totalCount(row.figures.unaccompanied),
    placements: set(PLACEMENT_CELLS, stock),
    providers: set(PROVIDER_CELLS, stock),
    startsByAge,
    reasons: Object.fromEntries(
      Object.entries(NAMED_REASONS).map(([reason, cells]) => [reason, reasons(...cells)]),
    ) as Record<NamedReason, Count>,
    ...olderLeavers(row, england, totals.ceases),
    threePlacements: totalCount(row.figures.threePlacements),
  }
}

function olderLeavers(
  row: PublishedRow,
  england: PublishedRow,
  ceases: Count,
): Pick<CouncilFigures, 'ceases18over' | 'ceases16over'> {
  const single = resolveCells(cellsOf(row, CEASE_AGES), ceases.value, weightsOf(england, CEASE_AGES))
  if (single !== undefined)
    return {
      ceases18over: single('ceases18over'),
      ceases16over: single('ceases16', 'ceases17', 'ceases18over'),
    }
  const together = resolveCells(
    cellsOf(row, CEASE_AGES_16_OVER),
    ceases.value,
    weightsOf(england, CEASE_AGES_16_OVER),
  )
  return { ceases18over: undefined, ceases16over: together?.('ceases16over') ?? publishedCount(0) }
}

function cellsOf<Name extends FigureName>(row: PublishedRow, names: readonly Name[]): Record<Name, Cell> {
  return Object.fromEntries(names.map((name) => [name, row.figures[name]])) as Record<Name, Cell>
}

function weightsOf<Name extends FigureName>(row: PublishedRow, names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, Number(row.figures[name]) || 0])) as Record<
    Name,
    number
  >
}
