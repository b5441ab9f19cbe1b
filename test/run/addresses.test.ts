import { describe, expect, test } from 'vitest'
import { block, Domain, runKey, runKeys, seedKey } from '../../src/run/addresses.ts'

const hex = (...words: number[]) => words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')

/** Threefry-2x32 as the paper states it, for any number of rounds. */
function threefry(rounds: number, key: readonly number[], counter: readonly number[]): string {
  const rotations = [13, 15, 26, 6, 17, 29, 16, 24]
  const keys = [key[0], key[1], 0x1bd11bda ^ key[0] ^ key[1]]
  let [x, y] = [(counter[0] + keys[0]) | 0, (counter[1] + keys[1]) | 0]
  for (let round = 0; round < rounds; round++) {
    const turn = rotations[round % 8]
    x = (x + y) | 0
    y = ((y << turn) | (y >>> (32 - turn))) ^ x
    if (round % 4 === 3) {
      const injection = (round + 1) / 4
      x = (x + keys[injection % 3]) | 0
      y = (y + keys[(injection + 1) % 3] + injection) | 0
    }
  }
  return hex(x, y)
}

// Random123's kat_vectors for threefry2x32: counter, key, block after 13 rounds and after 20.
const KNOWN_ANSWERS = [
  { counter: [0, 0], key: [0, 0], rounds13: '9d1c5ec6 8bd50731', rounds20: '6b200159 99ba4efe' },
  { counter: [-1, -1], key: [-1, -1], rounds13: 'fd36d048 2d17272c', rounds20: '1cb996fc bb002be7' },
  {
    counter: [0x243f6a88, 0x85a308d3],
    key: [0x13198a2e, 0x03707344],
    rounds13: 'ba3e4725 f27d669e',
    rounds20: 'c4923a9c 483df7a0',
  },
]

describe('block', () => {
  test.each(KNOWN_ANSWERS)(
    'gives the published block for counter $counter and key $key',
    ({ counter, key, rounds13, rounds20 }) => {
      const drawn = block({ first: key[0], second: key[1] }, counter[0], counter[1])
      expect(hex(drawn.first, drawn.second)).toBe(rounds13)
      expect(threefry(13, key, counter)).toBe(rounds13)
      expect(threefry(20, key, counter)).toBe(rounds20)
    },
  )

  test('equals the readable Threefry at ten thousand addresses', () => {
    const seed = seedKey('anything')
    for (let step = 0; step < 10_000; step++) {
      const counter = [Math.imul(step, 0x9e3779b9), step * 7]
      const { first, second } = block(seed, counter[0], counter[1])
      expect(hex(first, second)).toBe(threefry(13, [seed.first, seed.second], counter))
    }
  })
})

describe('addressed numbers', () => {
  /** Correlation of two equally long sets of words seen as uniform numbers. */
  function correlation(left: number[], right: number[]): number {
    const centred = (words: number[]) => words.map((word) => (word >>> 0) / 2 ** 32 - 0.5)
    const [a, b] = [centred(left), centred(right)]
    const product = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * y[index], 0)
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
  }

  const SIZE = 20_000
  const series = (at: (step: number) => { first: number; second: number }) => {
    const blocks = Array.from({ length: SIZE }, (_, step) => at(step))
    return { first: blocks.map(({ first }) => first), second: blocks.map(({ second }) => second) }
  }
  const run = (seed: string, index: number, domain: number = Domain.chance) =>
    runKey(seedKey(seed), domain, index)

  const neighbours: [
    string,
    (step: number) => { first: number; second: number },
    (step: number) => { first: number; second: number },
  ][] = [
    ['seeds', (step) => block(run('carecast', 0), step, 9), (step) => block(run('carecast1', 0), step, 9)],
    [
      'seeds that differ in their last letter',
      (step) => block(run('a', 0), step, 9),
      (step) => block(run('b', 0), step, 9),
    ],
    ['runs', (step) => block(run('carecast', step), 5, 9), (step) => block(run('carecast', step + 1), 5, 9)],
    [
      'children',
      (step) => block(run('carecast', 3), step, 9),
      (step) => block(run('carecast', 3), step + 1, 9),
    ],
    ['days', (step) => block(run('carecast', 3), 5, step), (step) => block(run('carecast', 3), 5, step + 1)],
    [
      'domains',
      (step) => block(run('carecast', step), 5, 9),
      (step) => block(run('carecast', step, Domain.shocks), 5, 9),
    ],
  ]

  test.each(neighbours)('of neighbouring %s are uncorrelated, in and across both words', (_, left, right) => {
    const [a, b] = [series(left), series(right)]
    const pairs = [
      [a.first, b.first],
      [a.second, b.second],
      [a.first, b.second],
      [a.first, a.second],
    ]
    for (const [x, y] of pairs) expect(Math.abs(correlation(x, y)) * Math.sqrt(SIZE)).toBeLessThan(4.5)
  })

  test.each(neighbours)('of neighbouring %s are uniform over 64 equal steps (chi-squared)', (_, left) => {
    const words = series(left)
    for (const word of [words.first, words.second]) {
      const counts = new Array(64).fill(0)
      for (const value of word) counts[value >>> 26]++
      const expected = SIZE / 64
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      expect(Math.abs(chiSquared - 63) / Math.sqrt(2 * 63)).toBeLessThan(5)
    }
  })
})

describe('runKeys', () => {
  const seed = seedKey('anything')

  test('changes the key of a fresh domain and of no other', () => {
    const own = runKeys(seed, 7)
    const freshChance = runKeys(seed, 7, ['chance'])
    expect(freshChance).toEqual({ ...own, chance: freshChance.chance })
    expect(freshChance.chance).not.toEqual(own.chance)
  })
})
