// Which numbers of children were known at an origin, and what counts as the outcome: statistics come in yearly
// editions, and later ones revise earlier figures a little. A forecast that is to be scored may only use the editions
// up to its origin.

/** Children at the close of 31 March, by year. */
export type Stocks = Record<number, number>

/** Numbers of an authority by edition; the edition of a year is the first that has the figure of March of that year. */
export type EditionsOfStocks = Record<number, Stocks>

/** Numbers of an authority, by year, as known at an origin. */
export interface StockHistory {
  authority: string
  region: string
  stocks: Stocks
}

/** From a number this small one child is 5 % or more, so that percentages say nothing. */
const TOO_FEW = 20

/** Returns the numbers known at an origin: of each year up to it, the one of the newest edition up to it. */
export function stocksKnownAt(editions: EditionsOfStocks, origin: number): Stocks {
  const upToOrigin = (year: number | string) => Number(year) <= origin
  const known = Object.entries(editions).filter(([edition]) => upToOrigin(edition))
  // Whole-number keys are listed upwards, so that newer editions come later and win.
  const newest: Stocks = Object.assign({}, ...known.map(([, stocks]) => stocks))
  return Object.fromEntries(Object.entries(newest).filter(([year]) => upToOrigin(year)))
}

/** Returns the number of a year in the first edition that has it, or undefined where none does. */
export function firstPublished(editions: EditionsOfStocks, year: number): number | undefined {
  return Object.values(editions).find((stocks) => stocks[year] !== undefined)?.[year]
}

/** Tells whether a number of children is large enough for percentages of it: more than 20. */
export function isLargeEnough(stock: number | undefined): stock is number {
  return stock !== undefined && stock > TOO_FEW
}

/** Returns the number of children in March of a year, and throws a RangeError where it is not known. */
export function stockOf({ authority, stocks }: StockHistory, year: number): number {
  const stock = stocks[year]
  if (stock === undefined)
    throw new RangeError(`the number of children of ${authority} in March ${year} is not known`)
  return stock
}
