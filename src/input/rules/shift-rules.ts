// Shifts must touch the days that are simulated; one that has ended before them, or begins behind them, is a mistake.
import { daysOfMonths, parseDate } from '../../domain/calendar.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario, Shift } from '../schema/scenario-schema.ts'

/** Checks that every shift begins by the end, and has not passed by the start. */
export function shiftProblems({ shifts = {}, start, end }: Scenario): FieldProblem[] {
  return Object.entries(shifts).flatMap(([key, shift]): FieldProblem[] => {
    const path = ['shifts', key, 'from']
    if (parseDate(shift.from)! > parseDate(end)!)
      return [{ path, message: `${shift.from} is after the end, ${end}; the shift would change nothing` }]
    if (endOf(shift) > parseDate(start)! + 1) return []
    return [{ path, message: `the shift is over by the start, ${start}, and would change nothing` }]
  })
}

/** The first day number on which a shift is back at 1; never where it does not fall. */
function endOf({ from, riseMonths = 0, fallMonths }: Shift): number {
  if (fallMonths === undefined) return Number.POSITIVE_INFINITY
  return parseDate(from)! + daysOfMonths(riseMonths) + daysOfMonths(fallMonths)
}
