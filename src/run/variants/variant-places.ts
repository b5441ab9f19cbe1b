// Places in packages: those that open, and those of foster carers who are recruited or leave less often. The baseline's are
// taken from the workspace, each package's are worked out before the first day.
import { type CarerStock, usablePlaces } from '../../model/carers.ts'
import type { CarerAttrition, MoreHouseholds, MorePlaces } from '../../model/packages/programme.ts'
import { UNLIMITED } from '../../model/places.ts'
import { drawBlocks, type Key, Purpose, Step } from '../addresses.ts'
import { approvalTime } from '../carers.ts'
import { type Attrition, attritionOf, departureDay } from '../departure-time.ts'
import { exponential } from '../exponential.ts'
import { lastPaidDay } from '../intervention-cost.ts'
import type { ActingEffect, ActingOf, VariantSpace } from './variant-space.ts'

/** Households whose blocks are drawn at once. */
const BATCH = 64

const firstWords = new Int32Array(BATCH)
const secondWords = new Int32Array(BATCH)

/** Places of a placement in a package that has its own. */
export interface OwnPlaces {
  variant: number
  placement: number
  /** [day] */
  byDay: Int32Array
}

/** Works out the places of all packages that have their own in this run, and counts the days of those they added. */
export function beginPlaces(
  space: VariantSpace,
  { places, households, attrition }: ActingOf<'places' | 'households' | 'attrition'>,
): OwnPlaces[] {
  space.placesFrom.fill(-1)
  space.placesGiven.fill(0)
  const stocks = new Map<string, PlacesOfStock>()
  const own = space.programme.packages.flatMap((_, index) => {
    const variant = index + 1
    const has = ({ variants }: ActingEffect) => ((variants >>> variant) & 1) === 1
    const effects = {
      opened: places.filter(has),
      recruited: households.filter(has),
      leaving: attrition.filter(has),
    }
    return placesOf(space, variant, effects, stocks)
  })
  markChanges(space, own)
  return own
}

interface EffectsOnPlaces {
  opened: ActingEffect<MorePlaces>[]
  recruited: ActingEffect<MoreHouseholds>[]
  leaving: ActingEffect<CarerAttrition>[]
}

/** Places that an effect gives: of a whole number by day, so many each. */
interface GivenPlaces {
  acting: ActingEffect
  byDay: Int32Array
  each: number
}

/** The places of a stock of carers, and those of them that recruitment gave. */
interface PlacesOfStock {
  byDay: Int32Array
  given: GivenPlaces[]
}

/** The places of one package; `stocks` has those of carers by the effects on them, which packages share. */
function placesOf(
  space: VariantSpace,
  variant: number,
  { opened, recruited, leaving }: EffectsOnPlaces,
  stocks: Map<string, PlacesOfStock>,
): OwnPlaces[] {
  const { carers, places } = space.model
  const own = new Map<number, Int32Array>()
  const limited = opened.filter(({ effect }) => places.limit[effect.placement] !== UNLIMITED)
  const given = limited.map((acting): GivenPlaces => ({ acting, byDay: acting.effect.added, each: 1 }))
  carers.forEach((stock, index) => {
    const slower = leaving.filter(({ effect }) => effect.stocks[index] === 1)
    const more = recruited.filter(({ effect }) => effect.stock === index)
    if (slower.length + more.length === 0) return
    const acting = [...slower, ...more]
    for (const { intervention } of acting) credit(space, variant, stock.placement, intervention)
    const key = [index, ...acting.map(({ order }) => order)].join()
    const known = stocks.get(key) ?? placesOfStock(space, stock, { slower, more })
    stocks.set(key, known)
    own.set(stock.placement, known.byDay)
    given.push(...known.given)
  })
  for (const { effect, intervention } of limited) {
    const { placement, added } = effect
    credit(space, variant, placement, intervention)
    const before = own.get(placement) ?? usualPlaces(space, placement)
    own.set(
      placement,
      before.map((count, day) => count + added[day]),
    )
  }
  countPlaceDays(space, variant, given)
  return [...own].map(([placement, byDay]) => ({ variant, placement, byDay }))
}

/** Remembers which intervention of a package gives a placement more places: the first. */
function credit(space: VariantSpace, variant: number, placement: number, intervention: number): void {
  const { placesFrom, placesGiven, position, layouts } = space
  const at = variant * layouts[0].placements + placement
  const own = position[variant]
  if (placesFrom[at] < 0 || own[intervention] < own[placesFrom[at]]) placesFrom[at] = intervention
  placesGiven[placement] |= 1 << variant
}

/** [day] the places of the baseline. */
function usualPlaces({ model: { axes, carers, places }, base }: VariantSpace, placement: number): Int32Array {
  const stock = carers.findIndex((carer) => carer.placement === placement)
  if (stock >= 0) return base.usablePlaces[stock]
  return new Int32Array(axes.days + 1).fill(places.limit[placement])
}

function placesOfStock(
  space: VariantSpace,
  stock: CarerStock,
  { slower, more }: { slower: ActingEffect<CarerAttrition>[]; more: ActingEffect<MoreHouseholds>[] },
): PlacesOfStock {
  const { days } = space.model.axes
  const attrition = attritionOf(stock.deregistrationPerDay, multiplierOf(space, slower, days))
  const households = new Int32Array(days + 1)
  addHouseholds(stock, days, space.keys.chance, attrition, households)
  const each = stock.placesPerHousehold * stock.usableShare
  const given = more.map((acting): GivenPlaces => {
    const byDay = new Int32Array(days + 1)
    recruitHouseholds(acting, attrition, byDay)
    for (let day = 0; day <= days; day++) households[day] += byDay[day]
    return { acting, byDay, each }
  })
  for (let day = 0; day <= days; day++) households[day] = usablePlaces(stock, households[day])
  return { byDay: households, given }
}

/** [day] what the rate at which carers leave is multiplied by. */
function multiplierOf(
  { strengths }: VariantSpace,
  slower: ActingEffect<CarerAttrition>[],
  days: number,
): Float64Array {
  const multiplier = new Float64Array(days + 1).fill(1)
  for (const { effect, intervention } of slower) {
    const { byDay } = strengths[intervention]
    for (let day = 0; day <= days; day++) multiplier[day] *= 1 + (effect.ratio - 1) * byDay[day]
  }
  return multiplier
}

/** The households of the baseline by day, who leave later or earlier; run/carers.ts has them without interventions. */
function addHouseholds(
  stock: CarerStock,
  days: number,
  chance: Key,
  attrition: Attrition,
  households: Int32Array,
): void {
  let clock = 0
  let approved = 0
  for (let first = 0; approved < days; first += BATCH) {
    drawBlocks(chance, Purpose.carers | stock.placement, first, firstWords, secondWords)
    for (let at = 0; at < BATCH; at++) {
      const isNew = first + at >= stock.households
      if (isNew) clock += exponential(firstWords[at])
      approved = isNew ? approvalTime(stock, clock) : 0
      if (approved >= days) break
      const left = departureDay(attrition, approved, exponential(secondWords[at]))
      countHousehold(isNew ? 1 + Math.floor(approved) : 0, left, households)
    }
  }
  addUp(households)
}

function recruitHouseholds(
  { effect, first, second }: ActingEffect<MoreHouseholds>,
  attrition: Attrition,
  households: Int32Array,
): void {
  const key = { first, second }
  drawBlocks(key, Step.household, 0, firstWords, secondWords)
  let number = 0
  let clock = exponential(firstWords[0])
  let intensity = 0
  for (let day = 1; day < effect.perDay.length; day++) {
    intensity += effect.perDay[day]
    while (clock <= intensity) {
      const left = departureDay(attrition, day - 1, exponential(secondWords[number % BATCH]))
      countHousehold(day, left, households)
      number++
      if (number % BATCH === 0) drawBlocks(key, Step.household, number, firstWords, secondWords)
      clock += exponential(firstWords[number % BATCH])
    }
  }
  addUp(households)
}

/** Writes that a household is there from one day to another; addUp makes numbers by day of such changes. */
function countHousehold(approvedDay: number, left: number, changes: Int32Array): void {
  changes[approvedDay]++
  if (left + 1 < changes.length) changes[left + 1]--
}

function addUp(changes: Int32Array): void {
  for (let day = 1; day < changes.length; day++) changes[day] += changes[day - 1]
}

/** Counts the days of the places that each intervention gives and that are paid for, whole in each year. */
function countPlaceDays(
  { model: { axes }, pages, pageLength, layouts, position, programme }: VariantSpace,
  variant: number,
  given: GivenPlaces[],
): void {
  const layout = layouts[variant]
  programme.interventions.forEach(({ investment }, intervention) => {
    const own = given
      .filter(({ acting }) => acting.intervention === intervention)
      .sort((one, other) => one.acting.order - other.acting.order)
    if (own.length === 0) return
    axes.yearEnd.forEach((end, year) => {
      let days = 0
      const last = lastPaidDay(investment, end)
      for (let day = (axes.yearEnd[year - 1] ?? 0) + 1; day <= last; day++)
        for (const { byDay, each } of own) days += byDay[day] * each
      const at = layout.reached.placeDays + year * layout.interventions + position[variant][intervention]
      pages[variant * pageLength + at] = Math.round(days)
    })
  })
}

/** Sets the limits of a day: those of the baseline, and in packages with places of their own theirs. */
export function openPlacesOn(space: VariantSpace, own: OwnPlaces[], day: number): void {
  const { carers } = space.model
  const { limit, layouts, variants, base, placesChange } = space
  if (placesChange[day] === 0) return
  const { placements } = layouts[0]
  for (let stock = 0; stock < carers.length; stock++)
    for (let variant = 0; variant < variants; variant++)
      limit[variant * placements + carers[stock].placement] = base.usablePlaces[stock][day]
  for (const { variant, placement, byDay } of own) limit[variant * placements + placement] = byDay[day]
}

/** Writes [day] 1 for the days on which the places of a variant are others than on the day before. */
function markChanges({ model: { carers }, base, placesChange }: VariantSpace, own: OwnPlaces[]): void {
  const byDays = new Set([...own.map(({ byDay }) => byDay), ...base.usablePlaces.slice(0, carers.length)])
  placesChange.fill(0)
  if (byDays.size > 0) placesChange[0] = 1
  for (const byDay of byDays)
    for (let day = 1; day < placesChange.length; day++)
      if (byDay[day] !== byDay[day - 1]) placesChange[day] = 1
}

/** Returns the usable places of a stock of carers in a variant, by day. */
export function usablePlacesIn(
  { base }: VariantSpace,
  own: OwnPlaces[],
  variant: number,
  stock: number,
  placement: number,
): Int32Array {
  return ownPlacesIn(own, variant, placement) ?? base.usablePlaces[stock]
}

/** Returns the places of a placement by day in a variant that has its own there. */
export function ownPlacesIn(own: OwnPlaces[], variant: number, placement: number): Int32Array | undefined {
  return own.find((one) => one.variant === variant && one.placement === placement)?.byDay
}
