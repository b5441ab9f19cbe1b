// What the interventions of a package cost in a run, said plainly: from days of posts and places, and whom it served (A25).
import { writeInterventionCosts } from '../intervention-cost.ts'
import { type Counts, countOf, yearOf } from './counts.ts'
import { isPaidOn, type PlainPackage, type Staffed } from './programme.ts'

/** Counts the days of filled posts, as far as they are paid for. */
export function countPostDays(counts: Counts, { members }: PlainPackage): void {
  for (const { intervention, position, filled } of members)
    for (let day = 1; day <= counts.axes.days; day++)
      if (intervention.strength[day] > 0 && isPaidOn(intervention, day))
        countOf(counts, 'postDays', position, day, filled[day])
}

/** Writes what the interventions cost, once all is counted. */
export function writeCosts(counts: Counts, { members }: PlainPackage): void {
  if (members.length === 0) return
  const paid = {
    interventions: members.map(({ intervention }) => intervention),
    years: counts.axes.years.length,
    paidStrength: (position: number, year: number) => paidStrengthOf(counts, members[position], year),
  }
  writeInterventionCosts(paid, counts.layout, counts.row, 0)
}

/** The days of a year on which an intervention is paid for, each times its strength. */
function paidStrengthOf({ axes }: Counts, { intervention, strength }: Staffed, year: number): number {
  let sum = 0
  for (let day = 1; day <= axes.days; day++)
    if (yearOf(axes, day) === year && isPaidOn(intervention, day)) sum += strength[day]
  return sum
}
