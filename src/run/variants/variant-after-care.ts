// After care in variants: returns that are put off or brought forward, and payments that more of the children get.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { ReturnRatio, ServiceShare } from '../../model/packages/programme.ts'
import { daysToReturn } from '../../model/reentry.ts'
import { block, Purpose, Step, uniformOf } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { memory } from '../memory.ts'
import { NEVER_CEASED } from '../workspace.ts'
import { isEligible, isReached, splitLife } from './lives.ts'
import { yearOf } from './refusals.ts'
import {
  type ActingEffect,
  type ActingOf,
  addToPages,
  countReached,
  indicesByVariant,
  lowestVariant,
  type VariantSpace,
} from './variant-space.ts'

const { ceasedDay, exitReason, isDelayed, leavers, next, number, placement, turns18, variantsOf } = memory

const NEVER = 0x7fffffff
const TURNED_18_INDEX = EXIT_REASONS.length

/** [variant] value that the return of the life at hand hangs on, where an effect may change it. */
const values = new Float64Array(32)

export interface AfterCareEffects {
  returns: ActingEffect<ReturnRatio>[]
  services: ActingEffect<ServiceShare>[]
  /** [variant][...] indices of the two, in the package's order. */
  returnsOf: number[][]
  servicesOf: number[][]
}

/** Prepares the effects of a run on what follows care. */
export function beginAfterCareEffects(
  space: VariantSpace,
  { returns, service: services }: ActingOf<'returns' | 'service'>,
): AfterCareEffects {
  const [returnsOf, servicesOf] = [indicesByVariant(space, returns), indicesByVariant(space, services)]
  return { returns, services, returnsOf, servicesOf }
}

/** Follows those who left on a day: counts their ceases, lets them come back later, and pays for them till then. */
export function followLives(space: VariantSpace, effects: AfterCareEffects, day: number): void {
  const leaving = space.leaving
  for (let at = 0; at < leaving; at++) followLife(space, effects, leavers[at], day)
}

function followLife(space: VariantSpace, effects: AfterCareEffects, life: number, day: number): void {
  const { model } = space
  if (!model.axes.hasReentry) {
    payLife(space, effects, { life, home: placement[life], day, returnDay: NEVER })
    return
  }
  countCease(space, life, day)
  const reason = exitReason[life]
  const home = placement[life]
  if (reason === TURNED_18_INDEX) {
    payLife(space, effects, { life, home, day, returnDay: NEVER })
    return
  }
  const { first, second: word } = block(space.keys.chance, number[life], Purpose.reentry | day)
  const value = exponential(first)
  // Variants with the same time of return go on together; those without another time are the last.
  for (let left = setValues(space, effects, life, day, value); left !== 0; ) {
    const own = values[lowestVariant(left)]
    const together = withValue(left, own)
    left &= ~together
    if (own === value) continue
    const apart = together === variantsOf[life] ? life : splitLife(space, life, together)
    returnLater(space, effects, { life: apart, home, day, value: own, word })
    if (apart === life) return
  }
  returnLater(space, effects, { life, home, day, value, word })
}

/** Writes the values that the return hangs on in the variants of a life with an effect on it; returns these variants. */
function setValues(
  space: VariantSpace,
  effects: AfterCareEffects,
  life: number,
  day: number,
  value: number,
): number {
  let touched = 0
  for (const acting of effects.returns) if (isFor(space, acting, life, day)) touched |= acting.variants
  touched &= variantsOf[life]
  for (let left = touched; left !== 0; left &= left - 1) {
    const variant = lowestVariant(left)
    values[variant] = value
    changeValue(space, effects, life, day, variant)
  }
  return touched
}

/** Tells whether an effect on returns is for a life that leaves on a day. */
function isFor(space: VariantSpace, acting: ActingEffect<ReturnRatio>, life: number, day: number): boolean {
  const { reasons, eligible, reach } = acting.effect
  return (
    reasons[exitReason[life]] === 1 &&
    isEligible(space, eligible, life, day) &&
    isReached(acting, reach, number[life])
  )
}

/** Those of some variants whose value is given. */
function withValue(variants: number, value: number): number {
  let together = 0
  for (let left = variants; left !== 0; left &= left - 1)
    if (values[lowestVariant(left)] === value) together |= left & -left
  return together
}

interface Returning {
  life: number
  home: number
  day: number
  /** Exponential, see daysToReturn. */
  value: number
  /** Random word that the placement hangs on. */
  word: number
}

function returnLater(
  space: VariantSpace,
  effects: AfterCareEffects,
  { life, home, day, value, word }: Returning,
): void {
  const returnDay = scheduleReturn(space, life, day, { value, word })
  payLife(space, effects, { life, home, day, returnDay })
}

function countCease(space: VariantSpace, life: number, day: number): void {
  const { publishedCeases } = space.layouts[0]
  const year = yearOf(space, day)
  const before = ceasedDay[life]
  if (publishedCeases !== undefined && before !== NEVER_CEASED && yearOf(space, before) === year)
    addToPages(space, variantsOf[life], publishedCeases + year, -1)
  ceasedDay[life] = day
}

/**
 * Changes the exponential value that the return hangs on in a variant: a lower hazard puts it off, a higher one brings it forward.
 * What changes the day of the return is counted as a case.
 */
function changeValue(
  space: VariantSpace,
  { returns, returnsOf }: AfterCareEffects,
  life: number,
  day: number,
  variant: number,
): void {
  const reason = exitReason[life]
  let changed = values[variant]
  let rate = 1
  for (const index of returnsOf[variant]) {
    const acting = returns[index]
    const { effect, intervention } = acting
    if (!isFor(space, acting, life, day)) continue
    const ratio = 1 + (effect.ratio - 1) * space.strengths[intervention].byDay[day]
    if (ratio === 1) continue
    const { first, second } = block(acting, number[life], Step.return | day)
    const before = changed
    if (ratio > 1) changed = Math.min(changed, exponential(second) / (rate * (ratio - 1)))
    else if (uniformOf(first) >= ratio)
      changed += ratio > 0 ? exponential(second) / (rate * ratio) : Number.POSITIVE_INFINITY
    rate *= ratio
    if (changed === before) continue
    if (
      daysToReturn(space.model.reentry, reason, changed) !== daysToReturn(space.model.reentry, reason, before)
    )
      countReached(space, 'cases', 1 << variant, intervention, yearOf(space, day))
  }
  values[variant] = changed
}

function scheduleReturn(
  { model: { reentry, axes, cells }, base }: VariantSpace,
  life: number,
  day: number,
  { value, word }: { value: number; word: number },
): number {
  const daysTo18 = turns18[life] - day
  const away = daysToReturn(reentry, exitReason[life], value)
  if (away < 0 || away >= daysTo18) return NEVER
  const returnDay = day + away
  if (returnDay > axes.days) return returnDay
  const start = cells.ageBand[daysTo18 - away] * axes.placements.length
  let wanted = 0
  while (uniformOf(word) >= reentry.placementCumulative[start + wanted]) wanted++
  placement[life] = wanted
  isDelayed[life] = 0
  next[life] = base.returnHead[returnDay]
  base.returnHead[returnDay] = life
  return returnDay
}

interface Leaver {
  life: number
  /** Placement it left. */
  home: number
  day: number
  returnDay: number
}

/** Pays from the day of leaving to the day before it ends, in the variants in which the child gets it. */
function payLife(space: VariantSpace, effects: AfterCareEffects, leaver: Leaver): void {
  const { model } = space
  const { payments, axes } = model
  const { base } = space
  const { life, home, day, returnDay } = leaver
  for (let payment = 0; payment < axes.payments.length; payment++) {
    if (payments.byReason[payment * axes.reasons.length + exitReason[life]] === 0) continue
    if (payments.byPlacement[payment * axes.placements.length + home] === 0) continue
    const mark = uniformOf(block(base.paymentKeys[payment], number[life], day).first)
    const variants = paidIn(space, effects, { payment, mark, day, variants: variantsOf[life] })
    const birthday = turns18[life] + payments.after18Days[payment]
    const end = Math.min(day + payments.longestDays[payment], birthday, returnDay)
    if (variants !== 0) payDays(space, variants, payment, day, end)
  }
}

/** The variants in which a leaver whose mark is given gets a payment. */
function paidIn(
  space: VariantSpace,
  { services, servicesOf }: AfterCareEffects,
  { payment, mark, day, variants }: { payment: number; mark: number; day: number; variants: number },
): number {
  const usual = space.model.payments.share[payment]
  if (services.length === 0) return mark < usual ? variants : 0
  let paid = 0
  for (let variant = 0, bits = variants; bits !== 0; bits >>>= 1, variant++) {
    if ((bits & 1) === 0) continue
    let share = usual
    let last = -1
    for (const index of servicesOf[variant]) {
      const { effect, intervention } = services[index]
      if (effect.payment !== payment) continue
      const strength = space.strengths[intervention].byDay[day]
      share += (effect.share - share) * strength
      if (strength > 0) last = intervention
    }
    if (mark < share) paid |= 1 << variant
    if (last >= 0 && mark < share !== mark < usual)
      countReached(space, 'cases', 1 << variant, last, yearOf(space, day))
  }
  return paid
}

/** Adds the days from `from` up to, not including, `end` to the financial years that they fall in. */
function payDays(space: VariantSpace, variants: number, payment: number, from: number, end: number): void {
  const { axes } = space.model
  let first = from
  for (let year = 0; year < axes.yearEnd.length && first < end; year++) {
    const last = Math.min(end - 1, axes.yearEnd[year])
    if (last < first) continue
    addToPages(
      space,
      variants,
      space.layouts[0].paidDays + year * axes.payments.length + payment,
      last - first + 1,
    )
    first = last + 1
  }
}
