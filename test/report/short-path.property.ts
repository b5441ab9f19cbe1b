import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortPath } from '../../src/report/short-path.ts'

const tenth = fc.integer({ min: -9999, max: 9999 }).map((tenths) => tenths / 10)
const line = fc.array(fc.tuple(tenth, tenth), { minLength: 2, maxLength: 30 })
const lines = fc.array(fc.tuple(line, fc.boolean()), { minLength: 1, maxLength: 3 })

function pathOf(parts: [[number, number][], boolean][]): string {
  return parts
    .map(([points, isClosed]) => {
      const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x},${y}`)
      return steps.join('') + (isClosed ? 'Z' : '')
    })
    .join('')
}

/** Reads the points of a path with M, l and Z, as SVG has them. */
function pointsOf(path: string): number[][] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([Ml])([^MlZ]*)/g)].flatMap(([, command, numbers]) => {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    return Array.from({ length: values.length / 2 }, (_, index) => {
      const [first, second] = [values[2 * index], values[2 * index + 1]]
      ;[x, y] = command === 'M' ? [first, second] : [x + first, y + second]
      return [x, y]
    })
  })
}

test('shortPath goes through the same points', () => {
  fc.assert(
    fc.property(lines, (parts) => {
      const points = pointsOf(shortPath(pathOf(parts)))
      const wanted = parts.flatMap(([line]) => line)
      expect(points).toHaveLength(wanted.length)
      points.forEach(([x, y], index) => {
        expect(x).toBeCloseTo(wanted[index][0], 6)
        expect(y).toBeCloseTo(wanted[index][1], 6)
      })
    }),
  )
})

test('shortPath shortens straight lines and leaves other paths alone', () => {
  expect(shortPath('M10,20L12,19.5L12,20Z')).toBe('M10,20l2-.5 0 .5Z')
  for (const path of ['M0,0C1,1,2,2,3,3', '', 'translate(44,312)', '12.5']) expect(shortPath(path)).toBe(path)
})
