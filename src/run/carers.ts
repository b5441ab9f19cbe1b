// The foster carers of a run: when each household is approved and when it leaves, and so how many places there are on
// each day (A16). Drawn before the first day, so that the day loop only looks a number up.
import { type CarerStock, usablePlaces } from '../model/carers.ts'
import { drawBlocks, type Key, Purpose } from './addresses.ts'
import { exponential } from './exponential.ts'
import { memory } from './memory.ts'
import type { Workspace } from './workspace.ts'

const { firstWords, secondWords, limit } = memory

/** Draws the usable places of every stock of carers at the close of every day of a run into the workspace. */
export function drawCarers(space: Workspace, chance: Key): void {
  const { axes, carers } = space.model
  for (let stock = 0; stock < carers.length; stock++) {
    const byDay = space.usablePlaces[stock]
    byDay.fill(0)
    drawHouseholds(carers[stock], axes.days, chance, byDay)
    turnIntoPlaces(carers[stock], byDay)
  }
}

/** Writes the households of the start and the changes of their number on each day after it. */
function drawHouseholds(stock: CarerStock, days: number, chance: Key, changes: Int32Array): void {
  const batch = firstWords.length
  let clock = 0
  changes[0] = stock.households
  for (let first = 0; ; first += batch) {
    drawBlocks(chance, Purpose.carers | stock.placement, first, firstWords, secondWords)
    for (let household = first; household < first + batch; household++) {
      let approved = 0
      if (household >= stock.households) {
        clock += exponential(firstWords[household - first])
        approved = approvalTime(stock, clock)
        if (approved >= days) return
        changes[(1 + approved) | 0]++
      }
      const left = approved + exponential(secondWords[household - first]) / stock.deregistrationPerDay
      if (left < days) changes[(1 + left) | 0]--
    }
  }
}

/**
 * Returns the days from the start at which a Poisson process of rate 1 that stands at `clock` has an approval: the rate
 * is that of the pipeline at first, and then that of the new applications; infinite where nobody applies.
 */
export function approvalTime(stock: CarerStock, clock: number): number {
  const inPipeline = stock.pipelinePerDay * stock.approvalDays
  if (clock <= inPipeline) return clock / stock.pipelinePerDay
  return stock.approvalDays + (clock - inPipeline) / stock.approvalsPerDay
}

function turnIntoPlaces(stock: CarerStock, byDay: Int32Array): void {
  let households = 0
  for (let day = 0; day < byDay.length; day++) {
    households += byDay[day]
    byDay[day] = usablePlaces(stock, households)
  }
}

/** Sets the limit of each placement with carers to the places of a day. */
export function openPlaces(carers: CarerStock[], { usablePlaces }: Workspace, day: number): void {
  for (let stock = 0; stock < carers.length; stock++)
    limit[carers[stock].placement] = usablePlaces[stock][day]
}
