// Which intervention of a package brings what: each alone, each last, step by step in the package's order, and by Shapley
// values. Values of subsets of the package, run by run -> shares that add up to the whole in every run.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { InterventionLine } from '../../model/axes.ts'
import type { RunTable } from '../../run/run-row.ts'
import { statisticsOfWholeNumbers } from '../numbers/describe-numbers.ts'
import { countsPer } from '../numbers/series.ts'
import type { Statistics } from '../numbers/statistics.ts'
import {
  beginningsOf,
  drawOrders,
  everyoneOf,
  gameOf,
  interactionOf,
  less,
  maskOf,
  membersOf,
  type Shares,
  sampledShapleyValues,
  shapleyValues,
  waterfallSteps,
} from './game.ts'
import { pairedDifferences } from './paired.ts'

/** Lines whose reduction is attributed: the cost of all years, and the children at the end of the last. */
export const ATTRIBUTED_LINES = { total: '£', children_end: 'children' } as const

export type AttributedLine = keyof typeof ATTRIBUTED_LINES

/** Statistics of a reduction: positive where there is less than in the baseline. */
export type AttributedValue = Pick<Statistics, 'mean' | 'q10' | 'q50' | 'q80' | 'q90' | 'mc_error'> & {
  /** Share of the runs in which it is above 0; null where the scenario is only an illustration, absent in results of earlier versions. */
  p_above_zero?: number | null
}

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
  /**
   * Added on average over all orders (Shapley, 1953), so that they add up to the package; above five interventions over orders
   * that are drawn, with the error of the draw in its error. Results of earlier versions lack it above five.
   */
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
  /** Orders that the Shapley values were taken from; absent where it was all. */
  orders?: number
  /** Sums of the Shapley values, by how savings count; of money alone. */
  by_class?: Partial<Record<InterventionLine['saving'], AttributedValue>>
}

/** Returns the largest Monte Carlo error of the means: what is rounded to it can be added up. */
export function largestError({ interventions, whole }: Attribution): number {
  const values = [
    whole,
    ...interventions.flatMap(({ alone, last, step, shapley }) => [alone, last, step, shapley ?? step]),
  ]
  return Math.max(...values.map(({ mc_error }) => mc_error))
}

/** The runs of some interventions of a package. */
export interface SubsetRuns {
  /** Positions in the package, upwards. */
  subset: number[]
  /** [run] less than in the baseline, in the whole numbers of a series. */
  reductions: Record<AttributedLine, Float64Array>
}

/** The most interventions of which all orders are taken: 31 subsets are simulated for five. */
export const MOST_FOR_SHAPLEY = 5

/**
 * Lists the subsets of interventions that an attribution needs, each as positions upwards, the smallest first: all of
 * them up to five; above that each alone, all but one, the first so many, and the beginnings of the orders that are drawn.
 */
export function attributionSubsets(keys: readonly string[]): number[][] {
  const subsets = keys.length <= MOST_FOR_SHAPLEY ? allSubsets(keys.length) : someSubsets(keys)
  return subsets.toSorted((one, other) => one.length - other.length)
}

function allSubsets(n: number): number[][] {
  return Array.from({ length: 2 ** n - 1 }, (_, index) => membersOf(index + 1, n))
}

function someSubsets(keys: readonly string[]): number[][] {
  const all = keys.map((_, position) => position)
  const subsets = [
    ...all.flatMap((position) => [[position], all.filter((other) => other !== position)]),
    ...[all, ...drawOrders(keys)].flatMap(beginningsOf),
  ]
  return [...new Map(subsets.map((subset) => [maskOf(subset), subset])).values()]
}

/** Takes what an attribution needs from the runs of a subset of a package, and from those of the baseline. */
export function subsetRuns(subset: number[], baseline: RunTable, table: RunTable): SubsetRuns {
  const reduction = (line: AttributedLine) =>
    pairedDifferences(baseline, table, { line, financial_year: ALL_YEARS }).map((value) => 0 - value)
  return { subset, reductions: { total: reduction('total'), children_end: reduction('children_end') } }
}

/** Attributes cost and children of a package to its interventions; the subsets are those of attributionSubsets; an illustration has no shares of runs. */
export function attribute(
  key: string,
  interventions: Pick<InterventionLine, 'key' | 'label' | 'saving'>[],
  subsets: SubsetRuns[],
  isIllustration = false,
): Attribution[] {
  return (Object.keys(ATTRIBUTED_LINES) as AttributedLine[]).map((line) => {
    const reductions = subsets.map(({ subset, reductions }) => ({ subset, values: reductions[line] }))
    return attributeLine(key, line, interventions, reductions, isIllustration)
  })
}

function attributeLine(
  key: string,
  line: AttributedLine,
  interventions: Pick<InterventionLine, 'key' | 'label' | 'saving'>[],
  reductions: { subset: number[]; values: Float64Array }[],
  isIllustration: boolean,
): Attribution {
  const unit = ATTRIBUTED_LINES[line]
  const known = (value: AttributedValue) => (isIllustration ? { ...value, p_above_zero: null } : value)
  const describe = (values: Float64Array) => known(describeValues(values, countsPer(unit)))
  const game = gameOf(interventions.length, reductions)
  const steps = waterfallSteps(game)
  const orders =
    interventions.length > MOST_FOR_SHAPLEY ? drawOrders(interventions.map(({ key }) => key)) : undefined
  const shapley = orders ? sampledShapleyValues(game, orders) : shapleyValues(game)
  const describeSum = (players: number[]) => known(describeShares(shapley, players, countsPer(unit)))
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
      shapley: describeSum([position]),
    })),
    interaction: describe(interactionOf(game)),
    whole: describe(everyone),
    ...(orders && { orders: orders.length }),
    ...(line === 'total' && { by_class: byClass(interventions, describeSum) }),
  }
}

function byClass(
  interventions: Pick<InterventionLine, 'saving'>[],
  describeSum: (players: number[]) => AttributedValue,
): Attribution['by_class'] {
  const classes = [...new Set(interventions.map(({ saving }) => saving))]
  return Object.fromEntries(
    classes.map((name) => [
      name,
      describeSum(interventions.flatMap(({ saving }, position) => (saving === name ? [position] : []))),
    ]),
  )
}

/**
 * Describes the sum of some players' shares; where orders were drawn its error is that of the runs and that of the draw, in which
 * what one player has too much the others have too little.
 */
function describeShares(
  { values, parts, drawError }: Shares,
  players: number[],
  counts: number,
): AttributedValue {
  const described = describeValues(sumOf(players.map((player) => values[player])), parts * counts)
  if (drawError === undefined) return described
  const independent = (players.length * (values.length - players.length)) / (values.length - 1)
  const ofDraw = (drawError * Math.sqrt(independent)) / counts
  return { ...described, mc_error: Math.hypot(described.mc_error, ofDraw) }
}

function sumOf(columns: Float64Array[]): Float64Array {
  const sum = columns[0].slice()
  for (const column of columns.slice(1))
    column.forEach((value, index) => {
      sum[index] += value
    })
  return sum
}

function shareAboveZero(values: Float64Array): number {
  return values.reduce((count, value) => (value > 0 ? count + 1 : count), 0) / values.length
}

function describeValues(values: Float64Array, counts: number): AttributedValue {
  const { mean, q10, q50, q80, q90, mc_error } = statisticsOfWholeNumbers(values, counts)
  return { mean, q10, q50, q80, q90, mc_error, p_above_zero: shareAboveZero(values) }
}
