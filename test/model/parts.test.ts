import { expect, test } from 'vitest'
import { layOut } from '../../src/model/parts.ts'

test('layOut gives parts that stand in one array, each from its start on', () => {
  const { all, starts, parts } = layOut(Int32Array, { first: 2, none: 0, last: 3 })
  parts.first.set([1, 2])
  parts.last.set([3, 4, 5])
  expect([...all]).toEqual([1, 2, 3, 4, 5])
  expect(starts).toEqual({ first: 0, none: 2, last: 2 })
  expect(parts.none.length).toBe(0)
})

test('the parts of a copy made for a thread still stand in one array', () => {
  const { all, parts } = structuredClone(layOut(Float64Array, { one: 1, other: 1 }))
  parts.other[0] = 7
  expect([...all]).toEqual([0, 7])
})
