// What is likely to happen to a child in care: hazards by age, placement and time (A4), events by day (A3).
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { cellAt, eventsPerHazard, hazardPerEvent } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import { block, Purpose, type RunKeys } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { type LivingChild, latestPeriod, type PlainChild, uniform } from './child.ts'
import type { PlainConditions } from './conditions.ts'

/** What decides when something happens to a child. */
interface Chances {
  model: Model
  keys: RunKeys
  conditions: PlainConditions
}

/** Returns the cell of a child on a day: where its hazards are, all of them constant as long as it is in it (A4). */
export function cellOf({ cells }: Model, child: PlainChild, day: number): number {
  const { placement, fromDay } = child.placements.at(-1)!
  return cellAt(cells, placement, child.turns18 - day, day - latestPeriod(child).fromDay, day - fromDay)
}

/**
 * Draws the next day after one on which something may happen to a child, and the mark that says whether and what. Candidate
 * days come at the largest hazard that the child can have from then on, and not after the 18th birthday (A9).
 */
export function drawCandidateDay(
  { model, keys, conditions }: Chances,
  child: LivingChild,
  day: number,
): void {
  const { exitFactor, exitClock } = conditions
  const bounding = model.cells.bounding[cellOf(model, child, day)]
  const life = block(keys.chance, child.number, Purpose.life + day)
  const reached = exitClock[day] + exponential(life.first) * (1 / bounding)
  const candidateDay = exitClock.findIndex((close) => close > reached)
  child.dueDay = Math.min(candidateDay < 0 ? model.axes.days + 1 : candidateDay, child.turns18)
  child.mark = uniform(life.second) * perDay(bounding * Math.max(1, exitFactor[child.dueDay] ?? 1))
}

/** Returns the index of what happens to a child on its candidate day, by its mark; undefined where nothing does (A3). */
export function outcomeOf(
  { model, conditions }: Chances,
  child: LivingChild,
  day: number,
): number | undefined {
  const { cumulative, outcomes } = model.cells
  const exitFactor = conditions.exitFactor[day]
  const first = cellOf(model, child, day) * outcomes
  const hazards = cumulative.subarray(first, first + outcomes)
  const allExits = hazards[EXIT_REASONS.length - 1]
  const total = allExits * exitFactor + (hazards[outcomes - 1] - allExits)
  const mark = child.mark * hazardPerEvent(total)
  if (mark >= total) return undefined
  const isExit = mark < allExits * exitFactor
  const within = isExit ? mark / exitFactor : mark - allExits * exitFactor + allExits
  return hazards.findIndex((hazard, at) => within < hazard && (isExit || at >= EXIT_REASONS.length))
}

/** The probability of an event on a day, from its hazard per day (A3). */
function perDay(hazard: number): number {
  return hazard * eventsPerHazard(hazard)
}
