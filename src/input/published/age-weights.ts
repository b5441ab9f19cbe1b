// How likely each age is where the ages of a council's children are suppressed: England's ages say little of a council most of
// whose children came to the country alone, or that takes in hardly anyone but teenagers.
import { type PublishedRow, START_AGES, STOCK_AGES } from './published-table.ts'
import { type Count, totalCount } from './suppressed-cells.ts'

/**
 * [age band] Ages of unaccompanied children: an assumption, since the underlying data of 2015 to 2018 have none. The first that
 * are published are of 31 March 2019, in the edition of 2023: 4,390 of 5,150 were 16 or over, 85 %, and 86 or 87 % in each year
 * until 2023. A scenario takes nothing published after its year, so that these stand as a reason for most of them and not as the
 * number; what part of the younger ones is under 10 is a guess.
 */
export const UNACCOMPANIED_AGES = [0, 0, 0.01, 0.21, 0.78]

/** Starts of England's ages that a council's own are thought to have besides, so that few starts say little. */
const MORE_STARTS = 20

type StartAge = (typeof START_AGES)[number]
type StockAge = (typeof STOCK_AGES)[number]

/** Weights of the ages of those who started: as many of them unaccompanied as of those looked after, the others as in England. */
export function startAgeWeights(row: PublishedRow, england: PublishedRow): Record<StartAge, number> {
  const alone = unaccompaniedShare(row)
  const others = othersShares(england, START_AGES)
  return named(START_AGES, (age) => alone * UNACCOMPANIED_AGES[age] + (1 - alone) * others[age])
}

/** Weights of the ages of those looked after: the unaccompanied, and others who lean to the ages at which children start here. */
export function stockAgeWeights(
  row: PublishedRow,
  england: PublishedRow,
  startsByAge: readonly Count[],
): Record<StockAge, number> {
  const alone = unaccompaniedShare(row)
  const others = othersShares(england, STOCK_AGES)
  const starts = shares(START_AGES.map((name) => Number(england.figures[name]) || 0))
  const started = startsByAge.reduce((sum, { value }) => sum + value, 0)
  const leaning = starts.map(
    (share, age) => (startsByAge[age].value + MORE_STARTS * share) / ((started + MORE_STARTS) * share),
  )
  const leant = shares(others.map((share, age) => share * leaning[age]))
  return named(STOCK_AGES, (age) => alone * UNACCOMPANIED_AGES[age] + (1 - alone) * leant[age])
}

/** The part of the children looked after who are unaccompanied; none where an edition does not say. */
function unaccompaniedShare({ figures }: PublishedRow): number {
  const [alone, stock] = [totalCount(figures.unaccompanied), totalCount(figures.stock)]
  return stock && stock.value > 0 ? Math.min(1, (alone?.value ?? 0) / stock.value) : 0
}

/** England's ages without its unaccompanied children. */
function othersShares(england: PublishedRow, names: readonly (StartAge | StockAge)[]): number[] {
  const alone = unaccompaniedShare(england)
  const all = shares(names.map((name) => Number(england.figures[name]) || 0))
  return shares(all.map((share, age) => Math.max(0, share - alone * UNACCOMPANIED_AGES[age])))
}

function shares(counts: number[]): number[] {
  const sum = counts.reduce((running, count) => running + count, 0)
  return counts.map((count) => count / sum)
}

function named<Name extends string>(
  names: readonly Name[],
  weightOf: (age: number) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, age) => [name, weightOf(age)])) as Record<Name, number>
}
