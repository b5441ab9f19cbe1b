// What is paid for children who have left: days paid times weekly prices, in the same whole numbers as placements.
import type { RunTable } from '../run/run-row.ts'
import { type RowSum, sumOfColumns } from './row-sum.ts'

/** Returns the cost of a payment after care in a financial year, in sevenths of a penny. */
export function paymentInYear({ layout }: RunTable, year: number, payment: number): RowSum {
  const at = year * layout.payments + payment
  return sumOfColumns([layout.paidDays + at], layout.paymentPence + at)
}
