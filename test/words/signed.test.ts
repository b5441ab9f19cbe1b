import { expect, test } from 'vitest'
import { signed } from '../../src/words/signed.ts'

test.each([
  [5.2, 0.3, 0, '+5'],
  [-12.4, 0.3, 0, '-12'],
  [0.2, 0.1, 0, '0'],
  [-0.2, 0.1, 0, '0'],
  [0.34, 0.01, 2, '+0.34'],
  [124, 12, 0, '+120'],
])('%d with an error of %d and %d decimals is %s', (value, error, decimals, text) => {
  expect(signed(value, error, decimals)).toBe(text)
})
