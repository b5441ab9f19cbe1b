import { expect, test } from 'vitest'
import { exponential } from '../../src/run/exponential.ts'

const words = Array.from({ length: 100_000 }, (_, step) => Math.imul(step, 0x9e3779b1) ^ (step << 7))

test('exponential equals -ln of the uniform that the word stands for, within 1e-11', () => {
  for (const word of [...words, 0, 1, 2, -1, 0x7fffffff, -0x80000000]) {
    const known = -Math.log(((word | 1) >>> 0) / 2 ** 32)
    expect(Math.abs(exponential(word) - known)).toBeLessThan(1e-11)
  }
})

test('exponential is never zero or negative, so that time always moves on', () => {
  for (const word of [...words, -1, -2]) expect(exponential(word)).toBeGreaterThan(0)
})
