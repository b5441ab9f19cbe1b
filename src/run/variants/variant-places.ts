// Places in packages: those that open, and those of foster carers who are recruited or leave less often. The baseline's are
// taken from the workspace, each package's are worked out before the first day.
import { type CarerStock, usablePlaces } from '../../model/carers.ts'
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { CarerAttrition, MoreHouseholds, MorePlaces } from '../../model/programme.ts'
import { block, type Key, Purpose, Step } from '../addresses.ts'
import { approvalTime } from '../carers.ts'
import { departureTime } from '../departure-time.ts'
import { exponential } from '../exponential.ts'
import { type ActingEffect, actingOf, type VariantSpace } from './variant-space.ts'

/** Places of a placement in a package that has its own. */
export interface OwnPlaces {
  variant: number
  placement: number
  /** [day] */
  byDay: Int32Array
}

/** Works out the places of all packages that have their own in this run, and counts the days of those they added. */
export function beginPlaces(model: Model, space: VariantSpace): OwnPlaces[] {
  const opened = actingOf(space, 'places')
  const recruited = actingOf(space, 'households')
  const leaving = actingOf(space, 'attrition')
  space.placesFrom.fill(-1)
  return space.programme.packages.flatMap((_, index) => {
    const variant = index + 1
    const has = ({ variants }: ActingEffect) => ((variants >>> variant) & 1) === 1
    return placesOf(model, space, variant, {
      opened: opened.filter(has),
      recruited: recruited.filter(has),
      leaving: leaving.filter(has),
    })
  })
}

interface EffectsOnPlaces {
  opened: ActingEffect<MorePlaces>[]
  recruited: ActingEffect<MoreHouseholds>[]
  leaving: ActingEffect<CarerAttrition>[]
}

function placesOf(
  model: Model,
  space: VariantSpace,
  variant: number,
  { opened, recruited, leaving }: EffectsOnPlaces,
): OwnPlaces[] {
  const { axes, carers, places } = model
  const own = new Map<number, Int32Array>()
  const given: GivenPlaces[] = opened
    .filter(({ effect }) => places.limit[effect.placement] !== UNLIMITED)
    .map((acting) => ({ acting, placesOn: (day) => acting.effect.added[day] }))
  const credit = (placement: number, intervention: number) => {
    const at = variant * axes.placements.length + placement
    const position = space.position[variant]
    if (space.placesFrom[at] < 0 || position[intervention] < position[space.placesFrom[at]])
      space.placesFrom[at] = intervention
  }
  carers.forEach((stock, index) => {
    const slower = leaving.filter(({ effect }) => effect.stocks[index] === 1)
    const more = recruited.filter(({ effect }) => effect.stock === index)
    if (slower.length + more.length === 0) return
    for (const { intervention } of [...slower, ...more]) credit(stock.placement, intervention)
    own.set(stock.placement, placesOfStock(model, space, stock, { slower, more }, given))
  })
  for (const { effect, intervention } of opened) {
    const { placement, added } = effect
    if (places.limit[placement] === UNLIMITED) continue
    credit(placement, intervention)
    const stock = carers.findIndex((carer) => carer.placement === placement)
    const before =
      own.get(placement) ??
      Int32Array.from(added, (_, day) =>
        stock < 0 ? places.limit[placement] : space.base.usablePlaces[stock][day],
      )
    own.set(
      placement,
      before.map((count, day) => count + added[day]),
    )
  }
  countPlaceDays(model, space, variant, given)
  return [...own].map(([placement, byDay]) => ({ variant, placement, byDay }))
}

function placesOfStock(
  { axes }: Model,
  space: VariantSpace,
  stock: CarerStock,
  { slower, more }: { slower: ActingEffect<CarerAttrition>[]; more: ActingEffect<MoreHouseholds>[] },
  given: GivenPlaces[],
): Int32Array {
  const { days } = axes
  const multiplier = slower.length === 0 ? undefined : new Float64Array(days + 1).fill(1)
  for (const { effect, intervention } of slower) {
    const { byDay } = space.strengths[intervention]
    for (let day = 0; day <= days; day++) multiplier![day] *= 1 + (effect.ratio - 1) * byDay[day]
  }
  const households = new Int32Array(days + 1)
  addHouseholds(stock, days, space.keys.chance, multiplier, households)
  for (const acting of more) {
    const extra = new Int32Array(days + 1)
    recruitHouseholds(stock, acting, multiplier, extra)
    for (let day = 0; day <= days; day++) households[day] += extra[day]
    const perHousehold = stock.placesPerHousehold * stock.usableShare
    given.push({ acting, placesOn: (day) => extra[day] * perHousehold })
  }
  return households.map((count) => usablePlaces(stock, count))
}

/** The households of the baseline, who leave later or earlier; run/carers.ts has them without interventions. */
function addHouseholds(
  stock: CarerStock,
  days: number,
  chance: Key,
  multiplier: Float64Array | undefined,
  households: Int32Array,
): void {
  let clock = 0
  for (let number = 0; ; number++) {
    const drawn = block(chance, number, Purpose.carers | stock.placement)
    const isNew = number >= stock.households
    if (isNew) clock += exponential(drawn.first)
    const approved = isNew ? approvalTime(stock, clock) : 0
    if (approved >= days) return
    const left = departureTime(stock.deregistrationPerDay, approved, exponential(drawn.second), multiplier)
    countHousehold(isNew ? 1 + Math.floor(approved) : 0, left, households)
  }
}

function recruitHouseholds(
  stock: CarerStock,
  { effect, first, second }: ActingEffect<MoreHouseholds>,
  multiplier: Float64Array | undefined,
  households: Int32Array,
): void {
  let number = 0
  let drawn = block({ first, second }, number, Step.household)
  let clock = exponential(drawn.first)
  let intensity = 0
  for (let day = 1; day < effect.perDay.length; day++) {
    intensity += effect.perDay[day]
    while (clock <= intensity) {
      const left = departureTime(stock.deregistrationPerDay, day - 1, exponential(drawn.second), multiplier)
      countHousehold(day, left, households)
      number++
      drawn = block({ first, second }, number, Step.household)
      clock += exponential(drawn.first)
    }
  }
}

function countHousehold(approvedDay: number, left: number, households: Int32Array): void {
  const until = Math.min(households.length, 1 + Math.floor(left))
  for (let day = approvedDay; day < until; day++) households[day]++
}

/** Places that an effect gives, by day. */
interface GivenPlaces {
  acting: ActingEffect
  placesOn: (day: number) => number
}

/** Counts the days of the places that each intervention gives, whole in each year. */
function countPlaceDays(
  { axes }: Model,
  { pages, pageLength, layouts, position, programme }: VariantSpace,
  variant: number,
  given: GivenPlaces[],
): void {
  const layout = layouts[variant]
  programme.interventions.forEach((_, intervention) => {
    const own = given
      .filter(({ acting }) => acting.intervention === intervention)
      .sort((one, other) => one.acting.order - other.acting.order)
    if (own.length === 0) return
    axes.yearEnd.forEach((end, year) => {
      let days = 0
      for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= end; day++)
        for (const { placesOn } of own) days += placesOn(day)
      const at = layout.reached.placeDays + year * layout.interventions + position[variant][intervention]
      pages[variant * pageLength + at] = Math.round(days)
    })
  })
}

/** Sets the limits of a day: those of the baseline, and in packages with places of their own theirs. */
export function openPlacesOn({ carers }: Model, space: VariantSpace, own: OwnPlaces[], day: number): void {
  const { limit, layouts, variants, base } = space
  const { placements } = layouts[0]
  for (let stock = 0; stock < carers.length; stock++)
    for (let variant = 0; variant < variants; variant++)
      limit[variant * placements + carers[stock].placement] = base.usablePlaces[stock][day]
  for (const { variant, placement, byDay } of own) limit[variant * placements + placement] = byDay[day]
}

/** Returns the usable places of a stock of carers in a variant, by day. */
export function usablePlacesIn(
  { base }: VariantSpace,
  own: OwnPlaces[],
  variant: number,
  stock: number,
  placement: number,
): Int32Array {
  return (
    own.find((one) => one.variant === variant && one.placement === placement)?.byDay ??
    base.usablePlaces[stock]
  )
}
