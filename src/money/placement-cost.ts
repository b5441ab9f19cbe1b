// What placements cost: care days times weekly prices, in whole numbers. RunTable -> sums that src/summary evaluates.
import { PENCE_SEVENTHS_PER_POUND } from '../domain/pence-sevenths.ts'
import type { RunTable } from '../run/run-row.ts'
import { joinSums, type RowSum, sumOfColumns, wideNumber } from './row-sum.ts'

/** Turns sevenths of a penny into £, the one division that a sum of money goes through. */
export function poundsOf(penceSevenths: number): number {
  return penceSevenths / PENCE_SEVENTHS_PER_POUND
}

/**
 * Returns the cost of a placement in a month, in sevenths of a penny; the price is that of the month's financial year.
 * Where children differ in price the run has added up each child's own; a fixed share is paid for the days of places that the
 * run has counted, whoever is there, and the rest for those who are (A21).
 */
export function costInMonth(table: RunTable, month: number, placement: number): RowSum {
  const { axes, layout } = table
  const careDays = layout.offset.care_days + month * layout.placements + placement
  const yearAt = axes.yearOfMonth[month]
  const spread = axes.spreadPlacements.indexOf(placement)
  const full =
    spread < 0
      ? sumOfColumns([careDays], layout.weeklyPence + yearAt * layout.placements + placement)
      : wideNumber(layout.spreadCost + 2 * (month * axes.spreadPlacements.length + spread))
  const fixed = axes.fixedPlacements.findIndex((one) => one.placement === placement)
  if (fixed < 0) return full
  const fixedPence = layout.fixedPence + yearAt * axes.fixedPlacements.length + fixed
  return joinSums([
    full,
    sumOfColumns([careDays], fixedPence, -1),
    sumOfColumns([layout.fixedDays + month * axes.fixedPlacements.length + fixed], fixedPence),
  ])
}

/** Returns the cost of a placement in a financial year, in sevenths of a penny, over the simulated months of the year. */
export function costInYear(table: RunTable, year: number, placement: number): RowSum {
  return joinSums(monthsOfYear(table, year).map((month) => costInMonth(table, month, placement)))
}

/** Returns the indices of the simulated months of a financial year. */
export function monthsOfYear(table: RunTable, year: number): number[] {
  return [...table.axes.months.keys()].filter((month) => table.axes.yearOfMonth[month] === year)
}
