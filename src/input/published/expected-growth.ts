// How the number of a council's children is expected to change in the first year: as England's has, and a little as its own
// did in the year before. Years of a council explain next to nothing of its next year (A20).
import { estimatedDefault } from './estimated-defaults.ts'

/** A number of children, starts or ceases of a year. */
export interface Point {
  year: number
  children: number
}

/** Growth a year between two points. */
export interface KnownGrowth {
  perYear: number
  from: Point
  to: Point
}

export interface ExpectedGrowth {
  /** Relative, a year: 0.01 is 1 %. */
  perYear: number
  /** Weight of the council's own. */
  ownWeight: number
  /** In the year before; undefined where one of its ends is not known. */
  own: KnownGrowth | undefined
  /** Over the years known; undefined where only one is. */
  england: KnownGrowth | undefined
}

/** Weighs the last year's growth of a council, `stocks` being its numbers by year, against that of England. */
export function expectedGrowth(
  stocks: readonly Point[],
  england: KnownGrowth | undefined,
  year: number,
): ExpectedGrowth {
  const own = lastYearsGrowth(stocks, year)
  const ownWeight = own === undefined ? 0 : estimatedDefault('growth.ownWeight').value
  const perYear = ownWeight * (own?.perYear ?? 0) + (1 - ownWeight) * (england?.perYear ?? 0)
  return { perYear, ownWeight, own, england }
}

function lastYearsGrowth(stocks: readonly Point[], year: number): KnownGrowth | undefined {
  const [from, to] = [year - 1, year].map((wanted) => stocks.find((point) => point.year === wanted))
  if (from === undefined || to === undefined) return undefined
  return { perYear: to.children / from.children - 1, from, to }
}
