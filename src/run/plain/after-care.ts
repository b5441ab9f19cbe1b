// After care said plainly: who comes back (A18), published flows, and each day that is paid for (A19), from their definitions.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { hash32 } from '../../domain/hash32.ts'
import { daysToReturn } from '../../model/reentry.ts'
import { block, type Key, Purpose } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { homeOf, type LivingChild, latestPeriod, type PlainChild, type Returning, uniform } from './child.ts'
import { countFlow, yearOf } from './counts.ts'
import { isPaid, valueOfReturn } from './effects-after-care.ts'
import type { PlainWorld } from './world.ts'

/** Counts a child who is in care for the first time. */
export function countStart(world: PlainWorld, day: number): void {
  countFlow(world, 'publishedStarts', day)
}

/** Counts a child as come back who left before the start. */
export function countEarlierLeaver(world: PlainWorld, day: number): void {
  countFlow(world, 'reentries', day)
}

/** Counts a child who comes back; statistics count it once a year, at its first start. */
export function countReturn(world: PlainWorld, child: PlainChild, day: number): void {
  countFlow(world, 'reentries', day)
  const starts = child.periods.map(({ fromDay }) => fromDay)
  if (!hasEarlierInYear(world, starts, day)) countFlow(world, 'publishedStarts', day)
}

/**
 * Follows a child who left today: counts its cease, as statistics do once a year, pays what is paid for it, and returns when it
 * comes back, if it does before the end.
 */
export function follow(world: PlainWorld, child: LivingChild): Returning | undefined {
  const { day } = latestPeriod(child).exit!
  const ceases = child.periods.map(({ exit }) => exit?.day ?? 0)
  if (!hasEarlierInYear(world, ceases, day)) countFlow(world, 'publishedCeases', day)
  const returning = returnOf(world, child)
  world.axes.payments.forEach((_, payment) => {
    if (gets(world, child, payment)) payLeaver(world, child, payment, returning?.day)
  })
  return returning && returning.day <= world.axes.days ? returning : undefined
}

/** Whether one of some days, of which those up to 0 are none, fell into the year of a day, before that day. */
function hasEarlierInYear({ axes }: PlainWorld, days: number[], day: number): boolean {
  return days.some((other) => other > 0 && other < day && yearOf(axes, other) === yearOf(axes, day))
}

/** When a child comes back who has left, and where it then lives, as an entrant of its age (A18). */
function returnOf(world: PlainWorld, child: LivingChild): Returning | undefined {
  const { axes, reentry, cells } = world.model
  const { day, reason } = latestPeriod(child).exit!
  if (!axes.hasReentry || reason === EXIT_REASONS.length) return undefined
  const drawn = block(world.keys.chance, child.number, Purpose.reentry + day)
  const away = daysToReturn(reentry, reason, valueOfReturn(world, child, exponential(drawn.first)))
  if (away < 0 || day + away >= child.turns18) return undefined
  const age = cells.ageBand[child.turns18 - day - away]
  const shares = reentry.placementCumulative.subarray(age * axes.placements.length)
  const wanted = shares.findIndex((share) => uniform(drawn.second) < share)
  return { child, wanted, day: day + away }
}

/** Whether a payment is for a child who left today, and it is among those who get it. */
function gets(world: PlainWorld, child: LivingChild, payment: number): boolean {
  const { axes, payments } = world.model
  const { day, reason } = latestPeriod(child).exit!
  if (payments.byReason[payment * axes.reasons.length + reason] === 0) return false
  if (payments.byPlacement[payment * axes.placements.length + homeOf(child)] === 0) return false
  const mark = uniform(block(keyOf(world, payment), child.number, day).first)
  return isPaid(world, payment, day, mark)
}

/** Pays from the day of leaving to the end of the time, a birthday or the return, whichever comes first (A19). */
function payLeaver(world: PlainWorld, child: LivingChild, payment: number, returnDay = Infinity): void {
  const { payments } = world.model
  const { day } = latestPeriod(child).exit!
  const birthday = child.turns18 + payments.after18Days[payment]
  pay(world, payment, day, Math.min(day + payments.longestDays[payment], birthday, returnDay))
}

/** Pays for those who left before the start, who have had any part of their time (A19). */
export function payEarlierLeavers(world: PlainWorld): void {
  const { payingNow, wholeDays } = world.model.payments
  world.axes.payments.forEach((_, payment) => {
    for (let leaver = 0; leaver < payingNow[payment]; leaver++) {
      const timeLeft = uniform(block(keyOf(world, payment), leaver, Purpose.payingNow).first)
      pay(world, payment, 1, 1 + Math.floor(timeLeft * wholeDays[payment]))
    }
  })
}

function pay({ axes, layout, row }: PlainWorld, payment: number, from: number, end: number): void {
  for (let day = from; day < Math.min(end, axes.days + 1); day++)
    row[layout.paidDays + yearOf(axes, day) * axes.payments.length + payment]++
}

function keyOf({ axes, keys }: PlainWorld, payment: number): Key {
  return block(keys.chance, hash32(axes.payments[payment]), Purpose.payment)
}

/** Writes the weekly price of each payment, with the shock of its year (A13). */
export function writePaymentPrices({ model, conditions, axes, layout, row }: PlainWorld): void {
  model.payments.weeklyPence.forEach((pence, at) => {
    const year = Math.floor(at / axes.payments.length)
    row[layout.paymentPence + at] = Math.round(pence * conditions.priceShocks[year])
  })
}
