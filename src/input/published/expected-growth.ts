// How the number of a council's children is expected to change in a year: as those of all councils have on average, and a
// little as its own did in the year before. Years of a council explain next to nothing of its next year (A20).
import { expMinusOne, logarithm } from '../../domain/exact-math.ts'
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

/** What councils' numbers grew by a year, each council and year counting the same. */
export interface MeanGrowth {
  perYear: number
  fromYear: number
  toYear: number
  /** Changes from one March to the next. */
  changes: number
}

export interface ExpectedGrowth {
  /** Relative, a year: 0.01 is 1 %. */
  perYear: number
  /** Weight of the council's own. */
  ownWeight: number
  /** In the year before; undefined where one of its ends is not known. */
  own: KnownGrowth | undefined
  /** Of all councils, over the years known; undefined where only one is. */
  councils: MeanGrowth | undefined
}

/** Weighs the last year's growth of a council, `stocks` being its numbers by year, against that of all councils. */
export function expectedGrowth(
  stocks: readonly Point[],
  councils: MeanGrowth | undefined,
  year: number,
): ExpectedGrowth {
  const own = lastYearsGrowth(stocks, year)
  const ownWeight = own === undefined ? 0 : estimatedDefault('growth.ownWeight').value
  const perYear = ownWeight * (own?.perYear ?? 0) + (1 - ownWeight) * (councils?.perYear ?? 0)
  return { perYear, ownWeight, own, councils }
}

/** Smaller numbers change by chance far more than they grow. */
const LEAST_CHILDREN = 20

/**
 * Returns the geometric mean of the changes from one year to the next of councils with more than 20 children; undefined
 * where no change is known.
 */
export function meanGrowth(councils: readonly (readonly Point[])[]): MeanGrowth | undefined {
  const changes = councils.flatMap((points) =>
    points.flatMap((from) => {
      const to = points.find(({ year }) => year === from.year + 1)
      return to && to.children > 0 && from.children > LEAST_CHILDREN
        ? [{ year: from.year, log: logarithm(to.children / from.children) }]
        : []
    }),
  )
  if (changes.length === 0) return undefined
  const years = changes.map(({ year }) => year)
  return {
    perYear: expMinusOne(changes.reduce((sum, { log }) => sum + log, 0) / changes.length),
    fromYear: Math.min(...years),
    toYear: Math.max(...years) + 1,
    changes: changes.length,
  }
}

function lastYearsGrowth(stocks: readonly Point[], year: number): KnownGrowth | undefined {
  const [from, to] = [year - 1, year].map((wanted) => stocks.find((point) => point.year === wanted))
  if (from === undefined || to === undefined) return undefined
  return { perYear: to.children / from.children - 1, from, to }
}
