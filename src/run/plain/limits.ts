// What each placement can take by arrival on each day, said plainly: its places, or what its foster carers give, and
// what a package adds (A27).
import { type CarerStock, usablePlaces } from '../../model/carers.ts'
import type { Model } from '../../model/compile-model.ts'
import type { MoreHouseholds } from '../../model/packages/programme.ts'
import { UNLIMITED } from '../../model/places.ts'
import { block, type Key, Purpose, Step } from '../addresses.ts'
import { approvalTime } from '../carers.ts'
import { departureTime } from '../departure-time.ts'
import { exponential } from '../exponential.ts'
import { type Counts, countOf } from './counts.ts'
import { plainProcess } from './process.ts'
import { type Acting, actingOf, isPaidOn, type PlainPackage } from './programme.ts'

interface Household {
  approvedDay: number
  leftDay: number
}

/** Places of a run: with the package, and what they would be without it. */
export interface PlainLimits {
  model: Model
  package: PlainPackage
  /** [stock] its households without the package, and as they leave with it. */
  baseline: Household[][]
  own: Household[][]
  /** The households that an effect has approved. */
  extra: Map<MoreHouseholds, Household[]>
  /** [placement] what it can take by arrival today, with and without the package. */
  today: Int32Array
  baselineToday: Int32Array
}

/** Draws the carers of a run (A16) and of a package. */
export function drawLimits(model: Model, chance: Key, chosen: PlainPackage): PlainLimits {
  const { axes, places, carers } = model
  const multipliers = carers.map((_, stock) => attritionOf(stock, axes.days, chosen))
  return {
    model,
    package: chosen,
    baseline: carers.map((stock) => householdsOf(stock, chance, axes.days, undefined)),
    own: carers.map((stock, at) => householdsOf(stock, chance, axes.days, multipliers[at])),
    extra: new Map(
      actingOf(chosen.inOrder, 'households').map((acting) => {
        const { stock } = acting.effect
        return [acting.effect, extraHouseholds(acting, carers[stock], axes.days, multipliers[stock])]
      }),
    ),
    today: places.limit,
    baselineToday: places.limit,
  }
}

/** Opens and closes the places of a day. */
export function openPlaces(limits: PlainLimits, day: number): void {
  limits.today = limitsOn(limits, day)
  limits.baselineToday = limitsFrom(limits.model, limits.baseline, day)
}

/** Returns [placement] what it can take by arrival on a day, with the places and carers of the package (A27). */
export function limitsOn({ model, package: chosen, own, extra }: PlainLimits, day: number): Int32Array {
  const added = (stock: number) =>
    [...extra].flatMap(([effect, households]) => (effect.stock === stock ? households : []))
  const households = own.map((some, stock) => [...some, ...added(stock)])
  const limits = limitsFrom(model, households, day)
  for (const { effect } of actingOf(chosen.inOrder, 'places'))
    if (model.places.limit[effect.placement] !== UNLIMITED) limits[effect.placement] += effect.added[day]
  return limits
}

function limitsFrom({ places, carers }: Model, households: Household[][], day: number): Int32Array {
  const limits = places.limit.slice()
  for (const [index, stock] of carers.entries())
    limits[stock.placement] = usablePlaces(stock, countOn(day, households[index]))
  return limits
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
    acting.reduce((product, { effect, strength }) => product * (1 + (effect.ratio - 1) * strength[day]), 1),
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
export function countPlaceDays(counts: Counts, limits: PlainLimits): void {
  const { yearEnd } = counts.axes
  for (const { position, intervention } of limits.package.members)
    yearEnd.forEach((end, year) => {
      let placeDays = 0
      for (let day = (yearEnd[year - 1] ?? 0) + 1; day <= end; day++)
        if (isPaidOn(intervention, day)) placeDays = addPlaces(placeDays, limits, position, day)
      countOf(counts, 'placeDays', position, end, Math.round(placeDays))
    })
}

/** A sum with the places of a day added that an intervention has, effect by effect: so the engine adds them, to the last bit. */
function addPlaces(
  sum: number,
  { model, package: chosen, extra }: PlainLimits,
  position: number,
  day: number,
) {
  let placeDays = sum
  for (const { effect } of chosen.inOrder.filter((one) => one.position === position)) {
    if (effect.kind === 'places') placeDays += effect.added[day]
    if (effect.kind === 'households') {
      const { placesPerHousehold, usableShare } = model.carers[effect.stock]
      placeDays += countOn(day, extra.get(effect)!) * placesPerHousehold * usableShare
    }
  }
  return placeDays
}
