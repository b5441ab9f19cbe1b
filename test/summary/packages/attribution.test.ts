import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, attributionSubsets, subsetRuns } from '../../../src/summary/packages/attribution.ts'
import {
  drawOrders,
  gameOf,
  interactionOf,
  sampledShapleyValues,
  shapleyValues,
  waterfallSteps,
} from '../../../src/summary/packages/game.ts'
import { fewerInFosterCare, interventionLine } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const RUNS = 3

const keysOf = (players: number) => Array.from({ length: players }, (_, player) => `i${player}`)

/** Games of 1 to so many players with whole values in three runs. */
const anyGameOf = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((players) => {
    const subsets = attributionSubsets(keysOf(players))
    return fc
      .array(fc.integer({ min: -1e9, max: 1e9 }), {
        minLength: RUNS * subsets.length,
        maxLength: RUNS * subsets.length,
      })
      .map((values) => ({
        players,
        reductions: subsets.map((subset, index) => ({
          subset,
          values: Float64Array.from(values.slice(RUNS * index, RUNS * (index + 1))),
        })),
      }))
  })

/** A game of one run, whose values are given by a function of the players in a set. */
function gameBy(players: number, worthOf: (subset: number[]) => number) {
  const reductions = attributionSubsets(keysOf(players)).map((subset) => ({
    subset,
    values: Float64Array.of(worthOf(subset)),
  }))
  return gameOf(players, reductions)
}

const sharesOf = (game: ReturnType<typeof gameOf>) => {
  const { values, parts } = shapleyValues(game)
  return values.map(([value]) => value / parts)
}
const added = (columns: Float64Array[], run: number) => columns.reduce((sum, column) => sum + column[run], 0)

describe('the subsets of an attribution', () => {
  test.each([
    [1, 1],
    [2, 3],
    [3, 7],
    [5, 31],
  ])('are all of %d interventions but none: %d', (n, count) => {
    expect(attributionSubsets(keysOf(n))).toHaveLength(count)
    expect(attributionSubsets(keysOf(n)).at(-1)).toEqual(Array.from({ length: n }, (_, position) => position))
  })

  test('are each alone, all but one, the first so many and the beginnings of drawn orders above five', () => {
    const subsets = attributionSubsets(keysOf(6))
    expect(subsets.slice(0, 6)).toEqual([[0], [1], [2], [3], [4], [5]])
    const known = new Set(subsets.map(String))
    for (const order of [[0, 1, 2, 3, 4, 5], ...drawOrders(keysOf(6))])
      order.forEach((_, last) => {
        expect(known).toContain(String(order.slice(0, last + 1).sort((one, other) => one - other)))
      })
    expect(subsets.filter(({ length }) => length === 5)).toHaveLength(6)
    expect(subsets.at(-1)).toEqual([0, 1, 2, 3, 4, 5])
    expect(new Set(subsets.map(String)).size).toBe(subsets.length)
  })
})

describe('Shapley values', () => {
  test('divide the glove game of one left and two right gloves by 2/3, 1/6 and 1/6', () => {
    const gloves = gameBy(3, (subset) => (subset.includes(0) && subset.length > 1 ? 6 : 0))
    expect(sharesOf(gloves)).toEqual([4, 1, 1])
  })

  test('divide the airport game as the costs of the landing strip are shared', () => {
    const lengths = [6, 12, 30]
    const airport = gameBy(3, (subset) => Math.max(...subset.map((plane) => lengths[plane])))
    expect(sharesOf(airport)).toEqual([2, 5, 23])
  })

  test('add up to the whole in every run', () => {
    fc.assert(
      fc.property(anyGameOf(5), ({ players, reductions }) => {
        const game = gameOf(players, reductions)
        const { values, parts } = shapleyValues(game)
        for (let run = 0; run < RUNS; run++)
          expect(added(values, run)).toBe(parts * game.worthOf(2 ** players - 1)[run])
      }),
    )
  })

  test('are equal for players who bring the same to every set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 5, maxLength: 5 }), (bySize) => {
        const shares = sharesOf(gameBy(5, (subset) => bySize[subset.length - 1]))
        for (const share of shares) expect(share).toBe(shares[0])
      }),
    )
  })

  test('give nothing to a player who brings nothing, and what it brings to one who always brings the same', () => {
    fc.assert(
      fc.property(anyGameOf(4), fc.integer({ min: -100, max: 100 }), ({ players, reductions }, brings) => {
        const worth = new Map(reductions.map(({ subset, values }) => [String(subset), values[0]]))
        const more = gameBy(players + 1, (subset) => {
          const others = subset.filter((player) => player < players)
          return (worth.get(String(others)) ?? 0) + (others.length < subset.length ? brings : 0)
        })
        expect(sharesOf(more)[players]).toBe(brings)
        const fewer = sharesOf(gameOf(players, reductions))
        sharesOf(more)
          .slice(0, players)
          .forEach((share, player) => {
            expect(share).toBeCloseTo(fewer[player], 3)
          })
      }),
    )
  })
})

describe('the waterfall', () => {
  test('adds up to the whole in every run, and so do the parts alone with the interaction', () => {
    fc.assert(
      fc.property(anyGameOf(5), ({ players, reductions }) => {
        const game = gameOf(players, reductions)
        const whole = game.worthOf(2 ** players - 1)
        const alone = Array.from({ length: players }, (_, player) => game.worthOf(2 ** player))
        for (let run = 0; run < RUNS; run++) {
          expect(added(waterfallSteps(game), run)).toBe(whole[run])
          expect(added([...alone, interactionOf(game)], run)).toBe(whole[run])
        }
      }),
    )
  })
})

describe('the attribution of a package', () => {
  const INTERVENTIONS = [
    interventionLine('review', { saving: 'cashable' }),
    interventionLine('family', { saving: 'avoided' }),
    interventionLine('price', { saving: 'cashable' }),
  ]
  /** In £, by runs: the first two reach the same children, the third others. */
  const pounds = (...values: number[]) => Float64Array.from(values, (value) => 700 * value)
  const worth: Record<string, Float64Array> = {
    '0': pounds(10, 20),
    '1': pounds(6, 6),
    '2': pounds(1, 3),
    '0,1': pounds(12, 22),
    '0,2': pounds(11, 23),
    '1,2': pounds(7, 9),
    '0,1,2': pounds(13, 25),
  }
  const subsets = attributionSubsets(keysOf(3)).map((subset) => ({
    subset,
    reductions: { total: worth[String(subset)], children_end: Float64Array.of(subset.length, 0) },
  }))
  const [total, children] = attribute('all', INTERVENTIONS, subsets)
  const means = (row: (typeof total.interventions)[number]) =>
    [row.alone, row.last, row.step, row.shapley!].map(({ mean }) => mean)

  test('describes each alone, each last, each step and the Shapley value in £', () => {
    expect(total.interventions.map(means)).toEqual([
      [15, 11, 15, 13],
      [6, 2, 2, 4],
      [2, 2, 2, 2],
    ])
    expect(total).toMatchObject({ package: 'all', line: 'total', unit: '£' })
    expect([total.interaction.mean, total.whole.mean]).toEqual([-4, 19])
    expect(total.whole).toMatchObject({ q10: 14.2, q50: 19, q90: 23.8, mc_error: 6 })
  })

  test('splits the saving by how it counts, by Shapley values, and the children not at all', () => {
    expect(total.by_class?.cashable?.mean).toBe(15)
    expect(total.by_class?.avoided?.mean).toBe(4)
    expect(total.by_class?.mitigation).toBeUndefined()
    expect(children.by_class).toBeUndefined()
    expect(children.interventions.map(means)[0]).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  test.each([3, 7])('splits the saving of %d interventions alike in any order of the list', (players) => {
    const lines = keysOf(players).map((key, position) =>
      interventionLine(key, { saving: position % 2 === 0 ? 'cashable' : 'avoided' }),
    )
    const classesOf = (listed: typeof lines) => {
      const keys = listed.map(({ key }) => key)
      const subsets = attributionSubsets(keys).map((subset) => {
        // They reach the same children: together less than the sum.
        const reached = subset.reduce((sum, position) => sum + 1 + Number(keys[position].slice(1)), 0)
        return {
          subset,
          reductions: { total: pounds(1_000 * Math.round(Math.sqrt(reached))), children_end: pounds(0) },
        }
      })
      const [{ by_class, whole, orders }] = attribute('all', listed, subsets)
      expect(orders).toBe(players > 5 ? 14 : undefined)
      expect(by_class!.cashable!.mean + by_class!.avoided!.mean).toBeCloseTo(whole.mean, 9)
      return by_class
    }
    expect(classesOf(lines.toReversed())).toEqual(classesOf(lines))
  })

  test('has an error of the drawn orders above five interventions, which covers the Shapley values of all orders', () => {
    const worthOf = (subset: number[]) =>
      Math.round(1e6 * Math.sqrt(subset.reduce((sum, one) => sum + one + 1, 0)))
    const all = Array.from({ length: 2 ** 6 - 1 }, (_, index) =>
      [0, 1, 2, 3, 4, 5].filter((player) => (index + 1) & (1 << player)),
    )
    const game = gameOf(
      6,
      all.map((subset) => ({ subset, values: Float64Array.of(worthOf(subset)) })),
    )
    const exact = sharesOf(game)
    const { values, parts, drawError } = sampledShapleyValues(game, drawOrders(keysOf(6)))
    expect(added(values, 0)).toBe(parts * worthOf([0, 1, 2, 3, 4, 5]))
    exact.forEach((share, player) => {
      expect(Math.abs(values[player][0] / parts - share)).toBeLessThan(3 * drawError!)
      // Between doing the same work and not, there are 600,000.
      expect(drawError).toBeLessThan(60_000)
    })
  })

  test('refuses an attribution whose subsets were not all simulated', () => {
    expect(() => attribute('all', INTERVENTIONS, subsets.slice(1))).toThrow('the subset 0 has no runs')
  })
})

test('a reduction is the baseline less the package, in sevenths of a penny and in children', () => {
  const { reductions } = subsetRuns([0], smallTable(), fewerInFosterCare().table)
  expect([...reductions.children_end]).toEqual([0, 1, 2, 3, 4])
  expect([...reductions.total]).toEqual([0, 1, 2, 3, 4].map((children) => children * 30 * 70_700))
})
