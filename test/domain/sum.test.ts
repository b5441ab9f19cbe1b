// Sums are bits that results are made of, so their order is held beside their value.
import { expect, test } from 'vitest'
import { sum } from '../../src/domain/sum.ts'

test('A sum adds its numbers up in their order', () => {
  expect(sum([1e16, 1, -1e16])).toBe(0)
  expect(sum([1e16, -1e16, 1])).toBe(1)
})

test('The sum of no numbers is 0', () => {
  expect(sum([])).toBe(0)
})

test('A sum takes the values of runs as they are', () => {
  expect(sum(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.1 + 0.2 + 0.3)
})
