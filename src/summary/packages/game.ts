// What the interventions of a package bring as a game: sets of players are worth something, and there are several ways of saying
// which player brings what.
import { hash32 } from '../../domain/hash32.ts'
import { block, seedKey } from '../../run/addresses.ts'

/** The value of each player in every run, times `parts`, in which it is a whole number where the values of the game are. */
export interface Shares {
  /** [player][run] */
  values: Float64Array[]
  parts: number
  /** Standard error that the draw of orders gives a player's mean over the runs, where they were drawn. */
  drawError?: number
}

/** What sets of players come to together, in every run; a set is a mask of their bits. */
export interface Game {
  players: number
  runs: number
  worthOf: (players: number) => Float64Array
}

/** Makes a game of the values of subsets; nobody comes to nothing. Asking for a subset without values is an error. */
export function gameOf(players: number, reductions: { subset: number[]; values: Float64Array }[]): Game {
  const byMask = new Map(reductions.map(({ subset, values }) => [maskOf(subset), values]))
  const runs = reductions[0].values.length
  byMask.set(0, new Float64Array(runs))
  const worthOf = (mask: number) => {
    const values = byMask.get(mask)
    if (values === undefined) throw new RangeError(`the subset ${membersOf(mask, players)} has no runs`)
    return values
  }
  return { players, runs, worthOf }
}

/** Returns [player][run] what each player adds to those before it; the sum over the players is the whole in every run. */
export function waterfallSteps({ players, worthOf }: Game): Float64Array[] {
  return Array.from({ length: players }, (_, player) =>
    less(worthOf(2 ** (player + 1) - 1), worthOf(2 ** player - 1)),
  )
}

/** Returns [run] what all come to, less the sum of what each comes to alone. */
export function interactionOf(game: Game): Float64Array {
  const rest = game.worthOf(everyoneOf(game)).slice()
  for (let player = 0; player < game.players; player++)
    game.worthOf(2 ** player).forEach((value, run) => {
      rest[run] -= value
    })
  return rest
}

/**
 * Returns [player][run] the Shapley values, times `parts` = players!, in which they are whole numbers where the values of
 * the game are: a set of s players without player i counts s! (n - s - 1)! of the n! orders.
 */
export function shapleyValues({ players, runs, worthOf }: Game): Shares {
  const values = Array.from({ length: players }, (_, player) => {
    const value = new Float64Array(runs)
    for (let set = 0; set < 2 ** players; set++) {
      if (set & (1 << player)) continue
      const size = membersOf(set, players).length
      const orders = factorial(size) * factorial(players - size - 1)
      less(worthOf(set | (1 << player)), worthOf(set)).forEach((added, run) => {
        value[run] += orders * added
      })
    }
    return value
  })
  return { values, parts: factorial(players) }
}

/** Orders that are drawn; each is turned until every player has been in every place, as the first and the last one count most. */
const DRAWN_ORDERS = 2
const ORDERS = seedKey('orders of interventions')

/**
 * Draws orders of players for sampled Shapley values, each as positions: two at random, in all their rotations. They follow from
 * the keys alone and not from how those are listed, so that players who swap places keep their values.
 */
export function drawOrders(keys: readonly string[]): number[][] {
  return Array.from({ length: DRAWN_ORDERS }, (_, drawn) => rotationsOf(drawOrder(keys, drawn))).flat()
}

function drawOrder(keys: readonly string[], drawn: number): number[] {
  return keys
    .map((key, position) => ({ position, key, at: block(ORDERS, hash32(key), drawn).first >>> 0 }))
    .sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
    .map(({ position }) => position)
}

function rotationsOf(order: number[]): number[][] {
  return order.map((_, first) => [...order.slice(first), ...order.slice(0, first)])
}

/** Lists the sets of players that come first in an order, each as positions upwards. */
export function beginningsOf(order: readonly number[]): number[][] {
  return order.map((_, last) => order.slice(0, last + 1).sort((one, other) => one - other))
}

/** Returns what each player adds to those before it, on average over the orders of `drawOrders`, with the error of the draw. */
export function sampledShapleyValues({ players, runs, worthOf }: Game, orders: number[][]): Shares {
  const values = Array.from({ length: players }, () => new Float64Array(runs))
  const means = Array.from({ length: players }, () => new Array<number>(DRAWN_ORDERS).fill(0))
  orders.forEach((order, index) => {
    const drawn = Math.floor(index / players)
    let before = 0
    for (const player of order) {
      const after = before + 2 ** player
      less(worthOf(after), worthOf(before)).forEach((added, run) => {
        values[player][run] += added
        means[player][drawn] += added / (players * runs)
      })
      before = after
    }
  })
  // The mean of two has half their difference as its standard error; of one player it is little known, so that of all is taken.
  const squares = means.reduce((sum, [one, other]) => sum + ((one - other) / 2) ** 2, 0)
  return { values, parts: orders.length, drawError: Math.sqrt(squares / players) }
}

/** Returns [run] values less others. */
export function less(values: Float64Array, others: Float64Array): Float64Array {
  return values.map((value, run) => value - others[run])
}

/** Returns the set of players at these positions. */
export function maskOf(subset: number[]): number {
  return subset.reduce((mask, position) => mask + 2 ** position, 0)
}

/** Returns the positions in a set of players of a game of n. */
export function membersOf(mask: number, n: number): number[] {
  return Array.from({ length: n }, (_, position) => position).filter(
    (position) => Math.floor(mask / 2 ** position) % 2 === 1,
  )
}

/** Returns the set of all players. */
export function everyoneOf({ players }: Pick<Game, 'players'>): number {
  return 2 ** players - 1
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
