// What each placement can take by arrival on each day, as plain.ts says it: its places, or what its foster carers give, and
// what a package adds (A27).
import { type CarerStock, usablePlaces } from '../../model/carers.ts'
import type { Model } from '../../model/compile-model.ts'
import type { MoreHouseholds } from '../../model/packages/programme.ts'
import { UNLIMITED } from '../../model/places.ts'
import { block, type Key, Purpose, Step } from '../addresses.ts'
import { approvalTime } from '../carers.ts'
import { departureTime } from '../departure-time.ts'
import { exponential } from '../exponential.ts'
import { plainProcess } from './process.ts'
import { type Acting, actingOf, isPaidOn, type PlainPackage } from './programme.ts'

interface Household {
  approvedDay: number
  leftDay: number
}

/** What a package does to places: the limits with it, and what of them is its own. */
export interface PlainLimits {
  limitsOn: (day: number) => Int32Array
  /** Limits without the package. */
  baselineOn: (day: number) => Int32Array
}

/** Draws the carers of a run and of a package, and counts the days of the places that it adds. */
export function plainLimits(model: Model, chance: Key, chosen: PlainPackage): PlainLimits {
  const { axes, places, carers } = model
  const baseline = carers.map((stock) => householdsOf(stock, chance, axes.days, undefined))
  const multipliers = carers.map((_, stock) => attritionOf(stock, axes.days, chosen))
  const base = carers.map((stock, at) => householdsOf(stock, chance, axes.days, multipliers[at]))
  const extra = new Map(
    actingOf(chosen.inOrder, 'households').map((acting) => {
      const { stock } = acting.effect
      return [acting.effect, extraHouseholds(acting, carers[stock], axes.days, multipliers[stock])]
    }),
  )
  const limitsFrom = (day: number, householdsIn: (stock: number) => Household[]) => {
    const limits = places.limit.slice()
    for (const [index, stock] of carers.entries())
      limits[stock.placement] = usablePlaces(stock, countOn(day, householdsIn(index)))
    return limits
  }
  const withExtra = (stock: number) => [
    ...base[stock],
    ...[...extra].flatMap(([effect, households]) => (effect.stock === stock ? households : [])),
  ]
  const limitsOn = (day: number) => {
    const limits = limitsFrom(day, withExtra)
    for (const { effect } of actingOf(chosen.inOrder, 'places'))
      if (places.limit[effect.placement] !== UNLIMITED) limits[effect.placement] += effect.added[day]
    return limits
  }
  countPlaceDays(model, chosen, extra)
  return { limitsOn, baselineOn: (day) => limitsFrom(day, (stock) => baseline[stock]) }
}

function countOn(day: number, households: Household[]): number {
  return households.filter(({ approvedDay, leftDay }) => approvedDay <= day && day < leftDay).length
}

/** The households that are there at the start, and after them those approved by the end. */
function householdsOf(
  stock: CarerStock,
  chance: Key,
  days: number,
  multiplier: Float64Array | undefined,
): Household[] {
  const households: Household[] = []
  let clock = 0
  for (let number = 0; ; number++) {
    const drawn = block(chance, number, Purpose.carers + stock.placement)
    const isNew = number >= stock.households
    if (isNew) clock += exponential(drawn.first)
    const approved = isNew ? approvalTime(stock, clock) : 0
    if (approved >= days) return households
    const left = departureTime(stock.deregistrationPerDay, approved, exponential(drawn.second), multiplier)
    households.push({ approvedDay: isNew ? 1 + Math.floor(approved) : 0, leftDay: 1 + Math.floor(left) })
  }
}

/** [day] what the hazard of leaving of a stock's households is multiplied by; undefined where no effect touches it. */
function attritionOf(stock: number, days: number, { inOrder }: PlainPackage): Float64Array | undefined {
  const acting = actingOf(inOrder, 'attrition').filter(({ effect }) => effect.stocks[stock] === 1)
  if (acting.length === 0) return undefined
  return Float64Array.from({ length: days + 1 }, (_, day) =>
    acting.reduce(
      (product, { effect, strengthOn }) => product * (1 + (effect.ratio - 1) * strengthOn(day)),
      1,
    ),
  )
}

/** The households that an effect has approved, on the day on which their event falls. */
function extraHouseholds(
  { effect, key }: Acting<MoreHouseholds>,
  stock: CarerStock,
  days: number,
  multiplier: Float64Array | undefined,
): Household[] {
  const eventsFor = plainProcess(key, Step.household)
  const households: Household[] = []
  for (let day = 1; day <= days; day++)
    for (const event of eventsFor(effect.perDay[day])) {
      const lifetime = exponential(block(key, event, Step.household).second)
      const left = departureTime(stock.deregistrationPerDay, day - 1, lifetime, multiplier)
      households.push({ approvedDay: day, leftDay: 1 + Math.floor(left) })
    }
  return households
}

/** Adds up the days of added places by intervention and year; they are whole numbers only at the end of a year. */
function countPlaceDays(
  { axes, carers }: Model,
  chosen: PlainPackage,
  extra: Map<MoreHouseholds, Household[]>,
): void {
  const positions = new Set(chosen.inOrder.map(({ position }) => position))
  for (const position of positions)
    axes.yearEnd.forEach((end, year) => {
      let placeDays = 0
      for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= end; day++)
        for (const { effect, intervention } of chosen.inOrder.filter((one) => one.position === position)) {
          if (!isPaidOn(intervention, day)) continue
          if (effect.kind === 'places') placeDays += effect.added[day]
          if (effect.kind === 'households') {
            const { placesPerHousehold, usableShare } = carers[effect.stock]
            placeDays += countOn(day, extra.get(effect)!) * placesPerHousehold * usableShare
          }
        }
      chosen.count('placeDays', position, end, Math.round(placeDays))
    })
}
