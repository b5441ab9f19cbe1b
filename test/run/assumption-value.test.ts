import { describe, expect, test } from 'vitest'
import type { Range } from '../../src/domain/distribution/distribution.ts'
import { hash32 } from '../../src/domain/hash32.ts'
import { Domain, type Key, runKey, seedKey } from '../../src/run/addresses.ts'
import { assumptionValue } from '../../src/run/assumption-value.ts'

const RUNS = 20_000
const PRICE: Range = { shape: 'normal', low: 900, central: 1000, high: 1100, level: 0.8 }
const SHARE: Range = { shape: 'beta', low: 0.1, central: 0.15, high: 0.3, level: 0.8 }

const keyOf = (run: number, seed = 'carecast') => runKey(seedKey(seed), Domain.assumptions, run)
const KEYS = Array.from({ length: RUNS }, (_, run) => keyOf(run))
const overRuns = (range: Range, path: string, keys: Key[] = KEYS) =>
  keys.map((key) => assumptionValue(range, path, key))

/** Correlation in standard errors of one that is 0. */
function correlationInErrors(left: number[], right: number[]): number {
  const centred = (values: number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.map((value) => value - mean)
  }
  const product = (x: number[], y: number[]) => x.reduce((sum, value, at) => sum + value * y[at], 0)
  const [a, b] = [centred(left), centred(right)]
  return (product(a, b) / Math.sqrt(product(a, a) * product(b, b))) * Math.sqrt(left.length)
}

describe('assumptionValue', () => {
  test('gives the same value for the same path and key, and another for another of either', () => {
    const value = assumptionValue(PRICE, 'placements.ifa.weeklyPrice', keyOf(7))
    expect(assumptionValue({ ...PRICE }, 'placements.ifa.weeklyPrice', keyOf(7))).toBe(value)
    expect(assumptionValue(PRICE, 'placements.ifa.weeklyPrice', keyOf(8))).not.toBe(value)
    expect(assumptionValue(PRICE, 'placements.ifa.weeklyPrice', keyOf(7, 'other'))).not.toBe(value)
    expect(assumptionValue(PRICE, 'placements.kin.weeklyPrice', keyOf(7))).not.toBe(value)
  })

  test('changes no value when another number becomes a range or the order is another', () => {
    const draw = (ranges: Record<string, Range>) =>
      Object.fromEntries(
        Object.entries(ranges).map(([path, range]) => [path, assumptionValue(range, path, keyOf(3))]),
      )
    const few = draw({ price: PRICE, share: SHARE })
    const more = draw({ share: SHARE, rate: { ...PRICE, shape: 'gamma' }, price: PRICE })
    expect(more).toMatchObject(few)
  })

  test.each([
    ['paths that differ in their last letter', 'prices.1', 'prices.2'],
    ['paths that differ in their first letter', 'a.price', 'b.price'],
    ['a path and a longer one', 'price', 'price.low'],
    ['paths with accents', 'caf\u00e9', 'cafe'],
  ])('is uncorrelated for %s', (_, left, right) => {
    for (const range of [PRICE, SHARE])
      expect(Math.abs(correlationInErrors(overRuns(range, left), overRuns(range, right)))).toBeLessThan(4.5)
  })

  test('is uncorrelated for neighbouring runs', () => {
    const values = overRuns(PRICE, 'price')
    expect(Math.abs(correlationInErrors(values.slice(1), values.slice(0, -1)))).toBeLessThan(4.5)
  })

  test('has the distribution of its range over runs', () => {
    const values = overRuns(PRICE, 'price')
    const error = Math.sqrt((0.1 * 0.9) / RUNS)
    for (const isBeyond of [(value: number) => value < PRICE.low, (value: number) => value > PRICE.high])
      expect(Math.abs(values.filter(isBeyond).length / RUNS - 0.1)).toBeLessThan(4 * error)
  })
})

describe('hash32', () => {
  // The published test vectors of FNV-1a, 32 bits.
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of %o', (text, known) => {
    expect(hash32(text)).toBe(known)
  })

  test('reads a text as UTF-8', () => {
    const bytes = (text: string) =>
      [...Buffer.from(text)].reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0
    for (const text of ['£', 'café', '👶 care']) expect(hash32(text)).toBe(bytes(text))
  })
})
