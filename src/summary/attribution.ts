// Which intervention of a package brings what: each alone, each last, step by step in the package's order, and by Shapley
// values. Values of subsets of the package, run by run -> shares that add up to the whole in every run.
import type { InterventionLine } from '../model/axes.ts'
import type { RunTable } from '../run/run-row.ts'
import { statisticsOfWholeNumbers } from './describe-numbers.ts'
import { ALL_YEARS, pairedDifferences } from './paired.ts'
import { countsPer } from './series.ts'
import type { Statistics } from './statistics.ts'

/** Lines whose reduction is attributed: the cost of all years, and the children at the end of the last. */
export const ATTRIBUTED_LINES = { total: '£', children_end: 'children' } as const

export type AttributedLine = keyof typeof ATTRIBUTED_LINES

/** Statistics of a reduction: positive where there is less than in the baseline. */
export type AttributedValue = Pick<Statistics, 'mean' | 'q10' | 'q50' | 'q80' | 'q90' | 'mc_error'>

/** What one intervention brings. */
export interface InterventionShare {
  intervention: string
  label: string
  /** How its saving counts. */
  saving: InterventionLine['saving']
  /** By itself, without the others. */
  alone: AttributedValue
  /** Added when all others are there. */
  last: AttributedValue
  /** Added to those before it in the package's order; the steps add up to the package. */
  step: AttributedValue
  /** Added on average over all orders (Shapley, 1953), so that they add up to the package; absent above five interventions. */
  shapley?: AttributedValue
}

export interface Attribution {
  package: string
  line: AttributedLine
  unit: (typeof ATTRIBUTED_LINES)[AttributedLine]
  /** The first so many runs of the result. */
  runs: number
  interventions: InterventionShare[]
  /** The package less the sum of each alone: below 0 where they do the same work twice. */
  interaction: AttributedValue
  whole: AttributedValue
  /** Sums of the steps, by how savings count; of money alone. */
  by_class?: Partial<Record<InterventionLine['saving'], AttributedValue>>
}

/** Returns the largest Monte Carlo error of the means: what is rounded to it can be added up. */
export function largestError({ interventions, whole }: Attribution): number {
  const values = [whole, ...interventions.flatMap(({ alone, last, step }) => [alone, last, step])]
  return Math.max(...values.map(({ mc_error }) => mc_error))
}

/** The runs of some interventions of a package. */
export interface SubsetRuns {
  /** Positions in the package, upwards. */
  subset: number[]
  /** [run] less than in the baseline, in the whole numbers of a series. */
  reductions: Record<AttributedLine, Float64Array>
}

/** The most interventions whose Shapley values are computed: 31 subsets are simulated for five. */
export const MOST_FOR_SHAPLEY = 5

/**
 * Lists the subsets of n interventions that an attribution needs, each as positions upwards, the smallest first: all of
 * them up to five; above that each alone, all but one, and the first so many.
 */
export function attributionSubsets(n: number): number[][] {
  const subsets = n <= MOST_FOR_SHAPLEY ? allSubsets(n) : someSubsets(n)
  return subsets.toSorted((one, other) => one.length - other.length)
}

function allSubsets(n: number): number[][] {
  return Array.from({ length: 2 ** n - 1 }, (_, index) => membersOf(index + 1, n))
}

function someSubsets(n: number): number[][] {
  const all = Array.from({ length: n }, (_, position) => position)
  const subsets = all.flatMap((position) => [
    [position],
    all.filter((other) => other !== position),
    all.slice(0, position + 1),
  ])
  return [...new Map(subsets.map((subset) => [maskOf(subset), subset])).values()]
}

/** Takes what an attribution needs from the runs of a subset of a package, and from those of the baseline. */
export function subsetRuns(subset: number[], baseline: RunTable, table: RunTable): SubsetRuns {
  const reduction = (line: AttributedLine) =>
    pairedDifferences(baseline, table, { line, financial_year: ALL_YEARS }).map((value) => 0 - value)
  return { subset, reductions: { total: reduction('total'), children_end: reduction('children_end') } }
}

/** Attributes cost and children of a package to its interventions; the subsets are those of attributionSubsets. */
export function attribute(
  key: string,
  interventions: Pick<InterventionLine, 'key' | 'label' | 'saving'>[],
  subsets: SubsetRuns[],
): Attribution[] {
  return (Object.keys(ATTRIBUTED_LINES) as AttributedLine[]).map((line) => {
    const reductions = subsets.map(({ subset, reductions }) => ({ subset, values: reductions[line] }))
    return attributeLine(key, line, interventions, reductions)
  })
}

function attributeLine(
  key: string,
  line: AttributedLine,
  interventions: Pick<InterventionLine, 'key' | 'label' | 'saving'>[],
  reductions: { subset: number[]; values: Float64Array }[],
): Attribution {
  const unit = ATTRIBUTED_LINES[line]
  const describe = (values: Float64Array, per = 1) => describeValues(values, per * countsPer(unit))
  const game = gameOf(interventions.length, reductions)
  const steps = waterfallSteps(game)
  const shapley = interventions.length <= MOST_FOR_SHAPLEY ? shapleyValues(game) : undefined
  const everyone = game.worthOf(everyoneOf(game))
  return {
    package: key,
    line,
    unit,
    runs: game.runs,
    interventions: interventions.map((one, position) => ({
      intervention: one.key,
      label: one.label,
      saving: one.saving,
      alone: describe(game.worthOf(2 ** position)),
      last: describe(less(everyone, game.worthOf(everyoneOf(game) - 2 ** position))),
      step: describe(steps[position]),
      ...(shapley && { shapley: describe(shapley.values[position], shapley.parts) }),
    })),
    interaction: describe(interactionOf(game)),
    whole: describe(everyone),
    ...(line === 'total' && { by_class: byClass(interventions, steps, describe) }),
  }
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
export function shapleyValues({ players, runs, worthOf }: Game): { values: Float64Array[]; parts: number } {
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

function byClass(
  interventions: Pick<InterventionLine, 'saving'>[],
  steps: Float64Array[],
  describe: (values: Float64Array) => AttributedValue,
): Attribution['by_class'] {
  const classes = [...new Set(interventions.map(({ saving }) => saving))]
  return Object.fromEntries(
    classes.map((name) => {
      const sum = new Float64Array(steps[0].length)
      steps.forEach((step, position) => {
        if (interventions[position].saving === name)
          step.forEach((value, run) => {
            sum[run] += value
          })
      })
      return [name, describe(sum)]
    }),
  )
}

function describeValues(values: Float64Array, counts: number): AttributedValue {
  const { mean, q10, q50, q80, q90, mc_error } = statisticsOfWholeNumbers(values, counts)
  return { mean, q10, q50, q80, q90, mc_error }
}

function less(values: Float64Array, others: Float64Array): Float64Array {
  return values.map((value, run) => value - others[run])
}

function maskOf(subset: number[]): number {
  return subset.reduce((mask, position) => mask + 2 ** position, 0)
}

function membersOf(mask: number, n: number): number[] {
  return Array.from({ length: n }, (_, position) => position).filter(
    (position) => Math.floor(mask / 2 ** position) % 2 === 1,
  )
}

function everyoneOf({ players }: Pick<Game, 'players'>): number {
  return 2 ** players - 1
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
