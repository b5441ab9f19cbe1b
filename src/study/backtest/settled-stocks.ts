// What a backtest is made from beside forecasts: the councils of an origin, what was known of them, and what happened.
import { authoritiesOf, type PublishedTable } from '../../input/published/published-table.ts'
import {
  type EditionsOfStocks,
  firstPublished,
  isLargeEnough,
  type StockHistory,
  stocksKnownAt,
} from '../known-stocks.ts'
import type { Horizon } from '../naive-forecasts.ts'

/** A council, with its numbers of children in every edition. */
export interface CouncilEditions {
  code: string
  authority: string
  region: string
  editions: EditionsOfStocks
}

/** Gathers the numbers of children of every council; what is not a number there is not in it. */
export function councilEditions({ rows, earlier }: PublishedTable): CouncilEditions[] {
  return authoritiesOf({ rows, earlier }).map(({ code, name, region }) => {
    const own = rows.filter((row) => row.code === code)
    const corrected = earlier.filter((row) => row.code === code)
    const cells = [
      ...corrected.map(({ edition, year, stock }) => ({ edition, year, stock })),
      ...own.map(({ edition, figures }) => ({ edition, year: edition, stock: figures.stock })),
    ]
    const editions: EditionsOfStocks = {}
    for (const { edition, year, stock } of cells)
      if (typeof stock === 'number') editions[edition] = { ...editions[edition], [year]: stock }
    return { code, authority: name, region, editions }
  })
}

/** Returns what was known of a council at an origin. */
export function historyAt({ authority, region, editions }: CouncilEditions, origin: number): StockHistory {
  return { authority, region, stocks: stocksKnownAt(editions, origin) }
}

/** Tells whether a council can be scored: more than 20 children at the origin, the number of the year before and an outcome. */
export function isScored(council: CouncilEditions, { origin, target }: Horizon): boolean {
  const { stocks } = historyAt(council, origin)
  const outcome = firstPublished(council.editions, target) ?? 0
  return isLargeEnough(stocks[origin]) && stocks[origin - 1] !== undefined && outcome > 0
}
