// Claims are tested on the days that results have: the ends of months.
import { parseDate, startOfNextMonth } from '../../domain/calendar.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../scenario-schema.ts'

/** Checks that every claim speaks of a month's end within the horizon. */
export function claimProblems({ claims = {}, start, end }: Scenario): FieldProblem[] {
  return Object.entries(claims).flatMap(([key, { children }]): FieldProblem[] => {
    const day = parseDate(children.on)!
    const path = ['claims', key, 'children', 'on']
    if (day <= parseDate(start)! || day > parseDate(end)!)
      return [{ path, message: `${children.on} is not between the start, ${start}, and the end, ${end}` }]
    if (startOfNextMonth(day) === day + 1 || children.on === end) return []
    return [{ path, message: `${children.on} is not the last day of a month, where children are counted` }]
  })
}
