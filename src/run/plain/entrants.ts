// Who is in care at the start (A6) and who enters (A5) in one run, said plainly.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../../domain/age-band.ts'
import { daysIntoBand } from '../../model/ages-within-band.ts'
import type { Model } from '../../model/compile-model.ts'
import { groupSize } from '../../model/sibling-groups.ts'
import { block, type Key, Purpose } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { type Entrant, type LivingChild, uniform } from './child.ts'

/** A child who enters, unless a package prevents it. */
export interface Candidate extends Entrant {
  /** The first child of its family; itself, where it is that. */
  first: Entrant
  entryDay: number
}

/** Returns the children of the opening stock, by number: their ages and times are drawn, all else is known (A6, A10). */
export function openingChildren({ openingStock }: Model, chance: Key): LivingChild[] {
  return Array.from(openingStock.placement, (placement, number) => {
    const origin = block(chance, number, Purpose.origin)
    const ageBand = openingStock.ageBand[number]
    const daysIn = daysIntoBand(openingStock.agesWithinBand, ageBand, uniform(origin.first))
    const turns18 = DAYS_TO_18 - AGE_EDGES_DAYS[ageBand] - daysIn
    const share = uniform(origin.second)
    const band = openingStock.careCumulative.findIndex((cumulative) => share < cumulative)
    const from = band > 0 ? openingStock.careCumulative[band - 1] : 0
    const within = (share - from) / (openingStock.careCumulative[band] - from)
    const [first, end] = openingStock.careEdges.subarray(band, band + 2)
    const daysInCare = Math.min(Math.floor(first + within * (end - first)), DAYS_TO_18 - turns18)
    const history = block(chance, number, Purpose.history)
    const daysInPlacement = Math.floor(uniform(history.first) * (daysInCare + 1))
    return {
      number,
      turns18,
      periods: [{ fromDay: -daysInCare }],
      placements: [{ placement, fromDay: -daysInPlacement }],
      dueDay: 0,
      mark: 0,
    }
  })
}

/** Returns all entrants, group by group: the numbers of a group's first child say when, how many and whether they come back (A14). */
export function candidatesOf(model: Model, chance: Key, entryFactor: number[]): Candidate[] {
  const { axes, entries, openingStock, returningPerDay } = model
  const candidates: Candidate[] = []
  let time = 0
  let entryDay = 0
  /** Children expected to enter by the close of the day. */
  let expected = 0
  for (let first = openingStock.placement.length; ; ) {
    time += exponential(block(chance, first, Purpose.arrival).first) * entries.meanGroupSize
    while (expected <= time) {
      if (++entryDay > axes.days) return candidates
      expected += entries.perDay[entryDay] * entryFactor[entryDay]
    }
    const size = groupSize(entries, uniform(block(chance, first, Purpose.siblings).first))
    const mark = uniform(block(chance, first, Purpose.returning).first)
    const comesBack = mark * entries.perDay[entryDay] < returningPerDay[entryDay]
    const family = Array.from({ length: size }, (_, sibling) => {
      const who = uniform(block(chance, first + sibling, Purpose.arrival).second)
      return { ...entrantOf(model, first + sibling, entryDay, who), comesBack }
    })
    for (const entrant of family) candidates.push({ ...entrant, entryDay, first: family[0] })
    first += size
  }
}

/** Returns an entrant of a day; `who`, uniform in [0, 1), says of which age and for which placement. */
export function entrantOf({ entries }: Model, number: number, entryDay: number, who: number): Entrant {
  const pair = entries.pairCumulative.findIndex((cumulative) => who < cumulative)
  const within = (who - entries.pairStart[pair]) * entries.pairPerShare[pair]
  const ageBand = entries.pairAge[pair]
  const daysIn = daysIntoBand(entries.agesWithinBand, ageBand, within)
  const turns18 = entryDay + DAYS_TO_18 - AGE_EDGES_DAYS[ageBand] - daysIn
  const periods = [{ fromDay: entryDay }]
  const child: LivingChild = { number, turns18, periods, placements: [], dueDay: 0, mark: 0 }
  return { child, wanted: entries.pairPlacement[pair] }
}
