// After care: what becomes of the children who left on a day. They may come back (A18), and some are paid for (A19).
import { AGE_BANDS } from '../domain/age-band.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Model } from '../model/compile-model.ts'
import { daysToReturn } from '../model/reentry.ts'
import { block, type Key, Purpose, uniformOf } from './addresses.ts'
import { exponential } from './exponential.ts'
import { memory } from './memory.ts'
import type { RowLayout } from './run-row.ts'
import { NEVER_CEASED, STILL_IN_CARE, type Workspace } from './workspace.ts'

const { turns18, entryDay, exitDay, exitReason, ceasedDay, ceasedPeriod, placement, moves } = memory
const { monthOfDay, leaving, arriving } = memory

const AGES = AGE_BANDS.length
const TURNED_18_INDEX = EXIT_REASONS.length
const NEVER = 0x7fffffff

/** Forgets the last run, and pays for those who left before the start. */
export function beginAfterCare(space: Workspace, chance: Key): void {
  space.returnHead.fill(-1)
  ceasedDay.fill(NEVER_CEASED, 0, space.children)
  space.leaversByAge.fill(0)
  space.reentries.fill(0)
  space.repeatedStarts.fill(0)
  space.repeatedCeases.fill(0)
  space.paidDays.fill(0)
  space.paymentAddresses.forEach((address, payment) => {
    space.paymentKeys[payment] = block(chance, address, Purpose.payment)
    payEarlierLeavers(space, payment)
  })
}

/** Those paid on day 0 are anywhere in their time, so that what is left of it is uniform. */
function payEarlierLeavers(space: Workspace, payment: number): void {
  const { model } = space
  const { payingNow, wholeDays } = model.payments
  for (let leaver = 0; leaver < payingNow[payment]; leaver++) {
    const { first } = block(space.paymentKeys[payment], leaver, Purpose.payingNow)
    const daysLeft = Math.floor(uniformOf(first) * wholeDays[payment])
    pay(space, payment, 1, 1 + daysLeft)
  }
}

/** Follows those who left: lets them come back later, and pays for them till then. Who comes back is in memory.arriving. */
export function followLeavers(space: Workspace, chance: Key): void {
  const { model } = space
  const { lives, length } = leaving
  for (let at = 0; at < length; at++) {
    const child = lives[at]
    const day = exitDay[child]
    const home = placement[child]
    const returnDay = model.axes.hasReentry ? drawReturn(space, chance, child, day) : NEVER
    payLeaver(space, { child, home, day, returnDay })
    if (returnDay <= model.axes.days) comeBack(space, child, returnDay)
  }
}

function drawReturn(space: Workspace, chance: Key, child: number, day: number): number {
  const { model } = space
  const { reentry, axes, cells } = model
  countCease(space, child, day)
  const reason = exitReason[child]
  if (reason === TURNED_18_INDEX) return NEVER
  const daysTo18 = turns18[child] - day
  space.leaversByAge[reason * AGES + cells.ageBand[daysTo18]]++
  const { first, second } = block(chance, child, Purpose.reentry | day)
  const away = daysToReturn(reentry, reason, exponential(first))
  if (away < 0 || away >= daysTo18) return NEVER
  const returnDay = day + away
  if (returnDay > axes.days) return returnDay
  const placements = axes.placements.length
  const start = cells.ageBand[daysTo18 - away] * placements
  let wanted = 0
  while (uniformOf(second) >= reentry.placementCumulative[start + wanted]) wanted++
  placement[child] = wanted
  return returnDay
}

/** Begins another period of care; a child is published once a year, at its first start. */
function comeBack(space: Workspace, child: number, day: number): void {
  const { axes } = space.model
  const { reentries, repeatedStarts } = space
  const year = axes.yearOfMonth[monthOfDay[day]]
  const before = entryDay[child]
  reentries[year]++
  if (before > 0 && axes.yearOfMonth[monthOfDay[before]] === year) repeatedStarts[year]++
  entryDay[child] = day
  exitDay[child] = STILL_IN_CARE
  moves[child]++
  arriving.lives[arriving.length++] = child
}

/** Published figures count a child once a year, at its last cease; the row counts every exit. */
function countCease(space: Workspace, child: number, day: number): void {
  const { axes } = space.model
  const { repeatedCeases } = space
  const year = axes.yearOfMonth[monthOfDay[day]]
  const before = ceasedDay[child]
  if (before !== NEVER_CEASED && axes.yearOfMonth[monthOfDay[before]] === year) repeatedCeases[year]++
  ceasedDay[child] = day
  ceasedPeriod[child] = day - entryDay[child]
}

interface Leaver {
  child: number
  /** Placement it left. */
  home: number
  day: number
  returnDay: number
}

/** Pays from the day of leaving, which care no longer pays for, to the day before it ends. */
function payLeaver(space: Workspace, { child, home, day, returnDay }: Leaver): void {
  const { payments, axes } = space.model
  for (let payment = 0; payment < axes.payments.length; payment++) {
    if (payments.byReason[payment * axes.reasons.length + exitReason[child]] === 0) continue
    if (payments.byPlacement[payment * axes.placements.length + home] === 0) continue
    const { first } = block(space.paymentKeys[payment], child, day)
    if (uniformOf(first) >= payments.share[payment]) continue
    const birthday = turns18[child] + payments.after18Days[payment]
    const end = Math.min(day + payments.longestDays[payment], birthday, returnDay)
    pay(space, payment, day, end)
  }
}

/** Adds the days from `from` up to, not including, `end` to the financial years that they fall in. */
function pay({ model: { axes }, paidDays }: Workspace, payment: number, from: number, end: number): void {
  let first = from
  for (let year = 0; year < axes.yearEnd.length && first < end; year++) {
    const last = Math.min(end - 1, axes.yearEnd[year])
    if (last < first) continue
    paidDays[year * axes.payments.length + payment] += last - first + 1
    first = last + 1
  }
}

/** Writes days paid, their prices, returns and published flows into the row of the run. */
export function writeAfterCare(space: Workspace, rows: Int32Array, rowStart: number): void {
  const { model, layout } = space
  rows.set(space.paidDays, rowStart + layout.paidDays)
  writePaymentPrices(model, space.priceShocks, layout, rows, rowStart)
  const { reentries, publishedStarts, publishedCeases } = layout
  if (reentries === undefined || publishedStarts === undefined || publishedCeases === undefined) return
  rows.set(space.reentries, rowStart + reentries)
  model.axes.yearEnd.forEach((_, year) => {
    rows[rowStart + publishedStarts + year] = -space.repeatedStarts[year]
    rows[rowStart + publishedCeases + year] = -space.repeatedCeases[year]
  })
  addPublishedFlows(model, layout, rows, rowStart)
}

/** Writes the weekly prices of payments: those of the model times the shock of the year, in whole pence. */
export function writePaymentPrices(
  { payments }: Model,
  priceShocks: Float64Array,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  payments.weeklyPence.forEach((pence, at) => {
    const year = Math.floor(at / layout.payments)
    rows[rowStart + layout.paymentPence + at] = Math.round(pence * priceShocks[year])
  })
}

/** Adds the entries and exits of each year to what the columns of published flows hold: less those not counted again. */
export function addPublishedFlows(
  { axes }: Model,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  const { publishedStarts, publishedCeases } = layout
  if (publishedStarts === undefined || publishedCeases === undefined) return
  for (let month = 0; month < layout.months; month++)
    for (let home = 0; home < layout.placements; home++) {
      const at = rowStart + month * layout.placements + home
      const year = axes.yearOfMonth[month]
      rows[rowStart + publishedStarts + year] += rows[at + layout.offset.entries]
      rows[rowStart + publishedCeases + year] += rows[at + layout.offset.exits]
    }
}
