// What a fit promises, held against the exact quantiles of what was fitted.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitPert, fitTriangle, pertParameters } from '../../../src/domain/distribution/fit-ends.ts'
import { fitBetaSize, fitGammaShape } from '../../../src/domain/distribution/fit-spread.ts'
import { betaQuantile, gammaQuantile } from '../../../src/domain/distribution/quantiles.ts'
import { howMany } from '../../how-many.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const anyTail = fc.constantFrom(0.495, 0.4, 0.25, 0.1, 0.05, 0.025, 0.005, 0.00005)
// Narrow ranges take the normal limit, which is right to 1e-4 of the spread.
const TOLERANCE = 1e-4

describe('fitGammaShape', () => {
  test('puts the two quantiles as far apart as asked, or tells the most that a gamma can', () => {
    fc.assert(
      fc.property(anyTail, between(-6, 4), (tail, log10Spread) => {
        const spread = 10 ** log10Spread
        const { size, spread: reached } = fitGammaShape(spread, tail)
        const apart = (shape: number) => (gammaQuantile(shape, 1 - tail) - gammaQuantile(shape, tail)) / shape
        expect(reached).toBeLessThanOrEqual(spread)
        if (size < 1e6) expect(Math.abs(apart(size) / reached - 1)).toBeLessThan(TOLERANCE)
        if (reached < spread)
          for (const factor of [0.5, 0.9, 1.1, 2])
            expect(apart(Math.max(1 / 1024, size * factor))).toBeLessThanOrEqual(reached * (1 + TOLERANCE))
      }),
      { numRuns: howMany(60, 200) },
    )
  })

  test('takes the more concentrated of two that spread as far', () => {
    // Shapes 0.02 and 1.5 or so have quantiles 1.9 means apart.
    expect(fitGammaShape(1.9, 0.1).size).toBeGreaterThan(1)
  })
})

describe('fitBetaSize', () => {
  test('puts the two quantiles as far apart as asked, or tells the most that a beta without two heaps can', () => {
    fc.assert(
      fc.property(
        anyTail,
        between(-5, 0),
        between(-4, 0),
        fc.boolean(),
        (tail, log10Mean, log10Spread, mirrored) => {
          const rarer = Math.min(0.5, 10 ** log10Mean)
          const mean = mirrored ? 1 - rarer : rarer
          const spread = 10 ** log10Spread
          const { size, spread: reached } = fitBetaSize(mean, spread, tail)
          const [a, b] = [mean * size, (1 - mean) * size]
          expect(reached).toBeLessThanOrEqual(spread)
          expect(Math.max(a, b)).toBeGreaterThan(1 - 1e-9)
          const apart = betaQuantile(a, b, 1 - tail) - betaQuantile(a, b, tail)
          if (Math.min(a, b) < 1e5) expect(Math.abs(apart / reached - 1)).toBeLessThan(TOLERANCE)
        },
      ),
      { numRuns: howMany(60, 200) },
    )
  })

  test('is continuous where a rare share is taken as a gamma and where a narrow range is taken as normal', () => {
    const rare = [0.999e-6, 1.001e-6].map((mean) => fitBetaSize(mean, 2 * mean, 0.1).size * mean)
    expect(Math.abs(rare[0] / rare[1] - 1)).toBeLessThan(1e-5)
    const narrow = [0.0255, 0.0257].map((spread) => fitGammaShape(spread, 0.1).size * spread * spread)
    expect(fitGammaShape(0.0255, 0.1).size).toBeGreaterThan(10_000)
    expect(fitGammaShape(0.0257, 0.1).size).toBeLessThan(10_000)
    expect(Math.abs(narrow[0] / narrow[1] - 1)).toBeLessThan(1e-4)
  })
})

describe('fitTriangle and fitPert', () => {
  const anyRange = fc
    .tuple(between(-100, 100), between(0, 50), between(0, 50), anyTail)
    .filter(([, below, above]) => below + above > 0.001)
    .map(([central, below, above, tail]) => ({ low: central - below, central, high: central + above, tail }))

  test('meet low, high and mode, all three', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        const { low, central, high, tail } = range
        for (const fit of [fitTriangle, fitPert]) {
          const { least, most, modeAt } = fit(range)
          const width = most - least
          const quantile = (share: number) =>
            fit === fitPert
              ? betaQuantile(...pertParameters(modeAt), share)
              : share < modeAt
                ? Math.sqrt(share * modeAt)
                : 1 - Math.sqrt((1 - share) * (1 - modeAt))
          const tolerance = 1e-9 * (width + Math.abs(central))
          expect(Math.abs(least + modeAt * width - central)).toBeLessThan(tolerance)
          expect(Math.abs(least + quantile(tail) * width - low)).toBeLessThan(tolerance)
          expect(Math.abs(least + quantile(1 - tail) * width - high)).toBeLessThan(tolerance)
        }
      }),
      { numRuns: howMany(60, 200) },
    )
  })
})
