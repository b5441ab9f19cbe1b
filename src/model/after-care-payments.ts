// What is paid for children who have left: allowances by reason, and services such as Staying Put (A19).
import { DAYS_TO_18 } from '../domain/age-band.ts'
import { DAYS_PER_YEAR, daysOfMonths } from '../domain/calendar.ts'
import { TURNED_18 } from '../domain/exit-reason.ts'
import { type Payment, paymentsOf } from '../input/payments-after-care.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { Axes } from './axes.ts'
import { pricesByYear } from './prices.ts'

/** Payments in the order of their lines, `axes.payments`. */
export interface Payments {
  /** [payment * reasons + reason] 1 where leaving for the reason can bring it. */
  byReason: Uint8Array
  /** [payment * placements + placement] 1 where leaving from the placement can bring it. */
  byPlacement: Uint8Array
  /** [payment] share of those children for whom it is paid. */
  share: Float64Array
  /** [payment] most days that it is paid. */
  longestDays: Int32Array
  /** [payment] days from the 18th birthday to the birthday that ends it, negative for one before. */
  after18Days: Int32Array
  /** [payment] days that it lasts where nothing but its own end ends it: from the exit, or from the 18th birthday. */
  wholeDays: Int32Array
  /** [payment] children who left before the start and are paid for on day 0. */
  payingNow: Int32Array
  /** [year][payment] */
  weeklyPence: Float64Array
}

/** Stands for no end but the birthday: longer than any time to it. */
const FOR_EVER = 100 * 366

/** Compiles the payments of a scenario. */
export function compilePayments(scenario: Scenario, axes: Axes): Payments {
  const payments = paymentsOf(scenario)
  const allowed = (keys: string[], of: readonly string[] | undefined) =>
    keys.map((key) => (of?.includes(key) === false ? 0 : 1))
  return {
    byReason: Uint8Array.from(payments.flatMap(({ reasons }) => allowed(axes.reasons, reasons))),
    byPlacement: Uint8Array.from(payments.flatMap(({ placements }) => allowed(axes.placements, placements))),
    share: Float64Array.from(payments, ({ share }) => share ?? 1),
    longestDays: Int32Array.from(payments, longestDays),
    after18Days: Int32Array.from(payments, after18Days),
    wholeDays: Int32Array.from(payments, (payment) => {
      const from18 = payment.reasons.includes(TURNED_18)
      return Math.min(longestDays(payment), after18Days(payment) + (from18 ? 0 : DAYS_TO_18))
    }),
    payingNow: Int32Array.from(payments, ({ payingNow }) => payingNow ?? 0),
    weeklyPence: pricesByYear(
      scenario,
      axes,
      payments.map(({ weekly }) => weekly),
    ),
  }
}

function longestDays({ months }: Payment): number {
  return months === undefined ? FOR_EVER : daysOfMonths(months)
}

function after18Days({ untilAge }: Payment): number {
  return untilAge === undefined ? FOR_EVER : Math.round(untilAge * DAYS_PER_YEAR) - DAYS_TO_18
}
