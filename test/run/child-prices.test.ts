import { mean, sampleVariance } from 'simple-statistics'
import { expect, test } from 'vitest'
import { seedKey } from '../../src/run/addresses.ts'
import { priceFactor, priceWord } from '../../src/run/child-prices.ts'

const CHILDREN = 40_000

test.each([0.2, 0.5, 1])('priceFactor keeps the mean and has the spread %d of logarithms', (spread) => {
  const factors = Array.from({ length: CHILDREN }, (_, child) =>
    priceFactor(priceWord(seedKey('prices'), child), spread),
  )
  const error = Math.sqrt(sampleVariance(factors) / CHILDREN)
  expect(Math.abs(mean(factors) - 1) / error).toBeLessThan(4)
  const logarithms = factors.map(Math.log)
  const spreadError = spread / Math.sqrt(2 * CHILDREN)
  expect(Math.abs(Math.sqrt(sampleVariance(logarithms)) - spread) / spreadError).toBeLessThan(4)
})

test('a few children are very dear: at a mean of £3,700 a week and a spread of 0.5, 1.3 % cost above £10,000', () => {
  const dear = Array.from({ length: CHILDREN }, (_, child) =>
    priceFactor(priceWord(seedKey('dear'), child), 0.5),
  ).filter((factor) => factor * 3_700 > 10_000).length
  // P(z > (ln(10000 / 3700) + 0.125) / 0.5) = P(z > 2.238) = 0.0126
  expect(Math.abs(dear - CHILDREN * 0.0126) / Math.sqrt(CHILDREN * 0.0126)).toBeLessThan(4)
})
