// After care as plain.ts says it: returns, published flows, and each day that is paid for, from their definitions.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { hash32 } from '../../domain/hash32.ts'
import type { Model } from '../../model/compile-model.ts'
import { daysToReturn } from '../../model/reentry.ts'
import { block, type Key, Purpose } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import type { RowLayout } from '../run-row.ts'
import { type Entrant, homeOf, type LivingChild, latestPeriod, type PlainChild, uniform } from './child.ts'
import { isPaid, valueOfReturn } from './effects-after-care.ts'
import type { PlainPackage } from './programme.ts'

/** A child who will come back on a day. */
export interface Returning extends Entrant {
  day: number
  /** Whether it has not been in care yet: a service only put off its entry. */
  isDelayed?: boolean
}

/** Returns what plain.ts calls when a child comes or goes; it writes into the row. */
export function plainAfterCare(
  model: Model,
  chance: Key,
  layout: RowLayout,
  row: Int32Array,
  chosen: PlainPackage,
) {
  const { axes, payments, reentry, cells } = model
  const yearOf = (day: number) => axes.yearEnd.findIndex((end) => end >= day)
  const add = (block: number | undefined, year: number) => {
    if (block !== undefined) row[block + year]++
  }
  const keys = axes.payments.map((line) => block(chance, hash32(line), Purpose.payment))
  const pay = (payment: number, from: number, end: number) => {
    for (let day = from; day < Math.min(end, axes.days + 1); day++)
      row[layout.paidDays + yearOf(day) * axes.payments.length + payment]++
  }
  keys.forEach((key, payment) => {
    for (let leaver = 0; leaver < payments.payingNow[payment]; leaver++) {
      const timeLeft = uniform(block(key, leaver, Purpose.payingNow).first)
      pay(payment, 1, 1 + Math.floor(timeLeft * payments.wholeDays[payment]))
    }
  })

  /** Periods of care whose end of one kind fell into the year of a day, before that day. */
  const earlierInYear = (
    child: PlainChild,
    day: number,
    dayOf: (period: PlainChild['periods'][number]) => number,
  ) =>
    child.periods.some((period) => {
      const other = dayOf(period)
      return other > 0 && other < day && yearOf(other) === yearOf(day)
    })
  const starts = (period: PlainChild['periods'][number]) => period.fromDay
  const ceases = (period: PlainChild['periods'][number]) => period.exit?.day ?? -1

  const countReturn = (child: PlainChild, day: number) => {
    add(layout.reentries, yearOf(day))
    if (!earlierInYear(child, day, starts)) add(layout.publishedStarts, yearOf(day))
  }

  const follow = (child: LivingChild): Returning | undefined => {
    const { day, reason } = latestPeriod(child).exit!
    if (!earlierInYear(child, day, ceases)) add(layout.publishedCeases, yearOf(day))
    const returning = returnOf(child, day, reason)
    keys.forEach((key, payment) => {
      const isFor =
        payments.byReason[payment * axes.reasons.length + reason] === 1 &&
        payments.byPlacement[payment * axes.placements.length + homeOf(child)] === 1
      const mark = uniform(block(key, child.number, day).first)
      if (!isFor || !isPaid(chosen, payment, day, mark, payments.share[payment])) return
      const birthday = child.turns18 + payments.after18Days[payment]
      pay(payment, day, Math.min(day + payments.longestDays[payment], birthday, returning?.day ?? birthday))
    })
    return returning && returning.day <= axes.days ? returning : undefined
  }

  const returnOf = (child: LivingChild, day: number, reason: number): Returning | undefined => {
    if (!axes.hasReentry || reason === EXIT_REASONS.length) return undefined
    const drawn = block(chance, child.number, Purpose.reentry + day)
    const value = valueOfReturn(model, chosen, { child, day, reason }, exponential(drawn.first))
    const away = daysToReturn(reentry, reason, value)
    if (away < 0 || day + away >= child.turns18) return undefined
    const age = cells.ageBand[child.turns18 - day - away]
    const shares = reentry.placementCumulative.subarray(age * axes.placements.length)
    const wanted = shares.findIndex((share) => uniform(drawn.second) < share)
    return { child, wanted, day: day + away }
  }

  const finish = (priceShocks: Float64Array) => {
    payments.weeklyPence.forEach((pence, at) => {
      const year = Math.floor(at / axes.payments.length)
      row[layout.paymentPence + at] = Math.round(pence * priceShocks[year])
    })
  }
  return {
    follow,
    finish,
    countReturn,
    countStart: (day: number) => add(layout.publishedStarts, yearOf(day)),
    countEarlierLeaver: (day: number) => add(layout.reentries, yearOf(day)),
  }
}
