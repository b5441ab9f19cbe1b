// The deterministic cohort projection: expected stocks and flows day by day, without a random number. It knows no limits
// of places and no time in placement; where a scenario has neither, the mean of the runs must equal it.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../../src/domain/age-band.ts'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { daysIntoBand } from '../../src/model/ages-within-band.ts'
import { cellAt, eventsPerHazard } from '../../src/model/cells.ts'
import type { Model } from '../../src/model/compile-model.ts'

/** Expected numbers by day, day 0 included. */
export interface ExpectedFlows {
  /** [day * placements + placement] children in care at the close of the day. */
  children: Float64Array
  /** [day * reasons + reason] exits on the day; the 18th birthday is the last reason. */
  exits: Float64Array
  /** [day] */
  moves: Float64Array
  /** [day] */
  entries: Float64Array
}

/** How finely a spread is cut: children of a band are stood for by so many, each in the middle of its part. */
export interface Strata {
  ages: number
  /** Parts of each band of time in care. */
  timesInCare: number
}

/** Projects a model over its horizon. */
export function expectedFlows(model: Model, strata: Strata): ExpectedFlows {
  const flows = emptyFlows(model, model.axes.days)
  projectOpeningStock(model, strata, flows)
  projectEntrants(model, strata, flows)
  return flows
}

function emptyFlows({ axes }: Model, days: number): ExpectedFlows {
  return {
    children: new Float64Array((days + 1) * axes.placements.length),
    exits: new Float64Array((days + 1) * axes.reasons.length),
    moves: new Float64Array(days + 1),
    entries: new Float64Array(days + 1),
  }
}

function projectOpeningStock(model: Model, strata: Strata, flows: ExpectedFlows): void {
  const { placement, ageBand, agesWithinBand, careCumulative, careEdges } = model.openingStock
  AGE_BANDS.forEach((_, band) => {
    const counts = new Float64Array(model.axes.placements.length)
    for (let child = 0; child < placement.length; child++)
      if (ageBand[child] === band) counts[placement[child]]++
    if (counts.every((count) => count === 0)) return
    for (const age of middles(strata.ages)) {
      const ageDays = AGE_EDGES_DAYS[band] + daysIntoBand(agesWithinBand, band, age)
      careCumulative.forEach((cumulative, step) => {
        const share = cumulative - (step > 0 ? careCumulative[step - 1] : 0)
        for (const part of middles(strata.timesInCare)) {
          const drawn = Math.floor(careEdges[step] + part * (careEdges[step + 1] - careEdges[step]))
          const weight = share / strata.ages / strata.timesInCare
          const start = {
            ageDays,
            careDays: Math.min(drawn, ageDays),
            children: counts.map((count) => count * weight),
          }
          follow(model, start, flows)
        }
      })
    }
  })
}

/** Follows one day's entrants of mean size, then lets every day's entrants live that life. */
function projectEntrants(model: Model, strata: Strata, flows: ExpectedFlows): void {
  const { pairCumulative, pairAge, pairPlacement, agesWithinBand, perDay } = model.entries
  const { days } = model.axes
  const life = emptyFlows(model, days)
  AGE_BANDS.forEach((_, band) => {
    const shares = new Float64Array(model.axes.placements.length)
    pairCumulative.forEach((cumulative, pair) => {
      if (pairAge[pair] === band) shares[pairPlacement[pair]] += cumulative - (pairCumulative[pair - 1] ?? 0)
    })
    if (shares.every((share) => share === 0)) return
    for (const age of middles(strata.ages)) {
      const ageDays = AGE_EDGES_DAYS[band] + daysIntoBand(agesWithinBand, band, age)
      follow(model, { ageDays, careDays: 0, children: shares.map((share) => share / strata.ages) }, life)
    }
  })
  for (let entryDay = 1; entryDay <= days; entryDay++) {
    const entrants = perDay[entryDay]
    flows.entries[entryDay] += entrants
    addLater(flows.children, life.children, entryDay, entrants, model.axes.placements.length)
    addLater(flows.exits, life.exits, entryDay, entrants, model.axes.reasons.length)
    addLater(flows.moves, life.moves, entryDay, entrants, 1)
  }
}

function addLater(
  flows: Float64Array,
  life: Float64Array,
  delay: number,
  weight: number,
  width: number,
): void {
  const shift = delay * width
  for (let at = shift; at < flows.length; at++) flows[at] += weight * life[at - shift]
}

/** The middles of equal parts of [0, 1). */
function middles(parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => (part + 0.5) / parts)
}

interface Group {
  ageDays: number
  careDays: number
  /** [placement] */
  children: Float64Array
}

/** Follows children of one age and time in care from day 0 to the horizon, adding what is expected of them to flows. */
function follow({ axes, cells }: Model, start: Group, flows: ExpectedFlows): void {
  const placements = axes.placements.length
  const reasons = EXIT_REASONS.length
  const { cumulative, outcomes } = cells
  let children: Float64Array = start.children
  let next: Float64Array = new Float64Array(placements)
  for (let day = 0; ; day++) {
    for (let home = 0; home < placements; home++) flows.children[day * placements + home] += children[home]
    if (day === axes.days) return
    const tomorrow = day + 1
    const exitsAt = tomorrow * axes.reasons.length
    const daysTo18 = DAYS_TO_18 - start.ageDays - tomorrow
    const careDays = start.careDays + tomorrow
    if (daysTo18 <= 0) {
      const all = children.reduce((sum, count) => sum + count, 0)
      flows.exits[exitsAt + reasons] += all
      return
    }
    next.fill(0)
    for (let home = 0; home < placements; home++) {
      const here = children[home]
      if (here === 0) continue
      const first = cellAt(cells, home, daysTo18, careDays, 0) * outcomes
      const events = here * eventsPerHazard(cumulative[first + outcomes - 1])
      let below = 0
      let left = 0
      for (let outcome = 0; outcome < outcomes; outcome++) {
        const count = events * (cumulative[first + outcome] - below)
        below = cumulative[first + outcome]
        left += count
        if (count === 0) continue
        if (outcome < reasons) {
          flows.exits[exitsAt + outcome] += count
        } else {
          next[outcome - reasons] += count
          flows.moves[tomorrow] += count
        }
      }
      next[home] += here - left
    }
    ;[children, next] = [next, children]
  }
}
