// Suppressed cells: what an x stands for, where the total and the other cells tell. The Department puts x for 1 to
// 5 children, and for the next smallest number where the total would give a single x away, so that an x is at least 1.
import { apportion } from '../../domain/margins.ts'
import type { Cell } from './published-table.ts'

/** A published number, or one put in its place with the least and the most that it can be. */
export interface Count {
  value: number
  least: number
  most: number
  /** 'worked out': the total less the other cells leaves one value; 'assumed': it leaves several. */
  how: 'published' | 'worked out' | 'assumed'
}

/** Returns a number that was published as it is. */
export function publishedCount(value: number): Count {
  return { value, least: value, most: value, how: 'published' }
}

/** The most that a suppressed total stands for: totals are not suppressed to protect another cell. */
const MOST_SUPPRESSED = 5

/** Returns a total; where it is suppressed, the middle of 1 to 5. Undefined where it is not available. */
export function totalCount(cell: Cell): Count | undefined {
  if (cell === '..') return undefined
  if (cell !== 'x') return publishedCount(cell)
  return { value: Math.ceil(MOST_SUPPRESSED / 2), least: 1, most: MOST_SUPPRESSED, how: 'assumed' }
}

/** Counts the children in some of the cells together. */
export type CountTogether<Name extends string> = (...names: Name[]) => Count

/**
 * Shares out what the known cells leave of a total among the suppressed ones: one child each, the rest by the weights,
 * which are shares of a larger place. Returns a function from names of cells to their count together, which is worked
 * out where only one value is left for it; undefined where a cell is not available.
 */
export function resolveCells<Name extends string>(
  cells: Record<Name, Cell>,
  total: number,
  weights: Record<Name, number>,
): CountTogether<Name> | undefined {
  const names = Object.keys(cells) as Name[]
  if (names.some((name) => cells[name] === '..')) return undefined
  const suppressed = names.filter((name) => cells[name] === 'x')
  const knownOf = (some: Name[]) =>
    some.reduce((sum, name) => sum + (cells[name] === 'x' ? 0 : (cells[name] as number)), 0)
  const left = Math.max(suppressed.length, total - knownOf(names))
  const shares = apportion(
    suppressed.map((name) => weights[name] + Number.MIN_VALUE),
    left - suppressed.length,
  )
  return (...some) => {
    const among = suppressed.filter((name) => some.includes(name))
    const known = knownOf(some)
    if (among.length === 0) return publishedCount(known)
    const others = suppressed.length - among.length
    const least = known + (others === 0 ? left : among.length)
    const most = known + left - others
    const value = known + among.reduce((sum, name) => sum + 1 + shares[suppressed.indexOf(name)], 0)
    return { value, least, most, how: least === most ? 'worked out' : 'assumed' }
  }
}
