// What stands behind suppressed cells: known by arithmetic, or between limits that the total sets.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/input/published/published-table.ts'
import { resolveCells, totalCount } from '../../../src/input/published/suppressed-cells.ts'

const even = { a: 1, b: 1, c: 1, d: 1 }

describe('Suppressed cells', () => {
  it('are published numbers where nothing is suppressed', () => {
    const of = resolveCells({ a: 3, b: 0, c: 7, d: 2 }, 12, even)!
    expect(of('c')).toEqual({ value: 7, least: 7, most: 7, how: 'published' })
    expect(of('a', 'd')).toEqual({ value: 5, least: 5, most: 5, how: 'published' })
  })

  it('are worked out where the total leaves one value: for one cell, or one child for each', () => {
    const one = resolveCells({ a: 'x', b: 0, c: 7, d: 2 }, 12, even)!
    expect(one('a')).toEqual({ value: 3, least: 3, most: 3, how: 'worked out' })
    const each = resolveCells({ a: 'x', b: 'x', c: 7, d: 3 }, 12, even)!
    expect(each('b')).toEqual({ value: 1, least: 1, most: 1, how: 'worked out' })
  })

  it('are worked out together where they are not one by one', () => {
    const of = resolveCells({ a: 'x', b: 'x', c: 7, d: 2 }, 17, even)!
    expect(of('a')).toEqual({ value: 4, least: 1, most: 7, how: 'assumed' })
    expect(of('a', 'b')).toEqual({ value: 8, least: 8, most: 8, how: 'worked out' })
    expect(of('a', 'c')).toEqual({ value: 11, least: 8, most: 14, how: 'assumed' })
  })

  it('are shared out as in a larger place, one child each at least', () => {
    const of = resolveCells({ a: 'x', b: 'x', c: 'x', d: 0 }, 13, { a: 0, b: 10, c: 90, d: 0 })!
    expect([of('a').value, of('b').value, of('c').value]).toEqual([1, 2, 10])
  })

  it('are nothing where a cell is not available', () => {
    expect(resolveCells({ a: '..', b: 1, c: 1, d: 1 }, 3, even)).toBeUndefined()
    expect(totalCount('..')).toBeUndefined()
  })

  it('have a middle value in place of a suppressed total', () => {
    expect(totalCount('x')).toEqual({ value: 3, least: 1, most: 5, how: 'assumed' })
  })

  it('lie within their limits and add up to the total, and the truth lies within them too', () => {
    const truths = fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 })
    const hidden = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(truths, hidden, (truth, isHidden) => {
        const names = ['a', 'b', 'c', 'd'] as const
        const total = truth.reduce((sum, value) => sum + value, 0)
        const cells = Object.fromEntries(
          names.map((name, at): [string, Cell] => [name, isHidden[at] && truth[at] > 0 ? 'x' : truth[at]]),
        ) as Record<(typeof names)[number], Cell>
        const of = resolveCells(cells, total, even)!
        const counts = names.map((name) => of(name))
        expect(counts.reduce((sum, { value }) => sum + value, 0)).toBe(total)
        counts.forEach(({ value, least, most, how }, at) => {
          expect(least).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(most)
          expect(least).toBeLessThanOrEqual(truth[at])
          expect(truth[at]).toBeLessThanOrEqual(most)
          if (how !== 'assumed') expect(value).toBe(truth[at])
        })
        expect(of(...names).value).toBe(total)
      }),
    )
  })
})
