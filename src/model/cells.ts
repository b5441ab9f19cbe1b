// Hazards -> cells: one cell for each placement, age band, band of time in care and band of time in placement, with the
// per-day probability of each outcome there. The engine looks up cells, plain.ts uses the same tables.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { DAYS_PER_MONTH, DAYS_PER_YEAR } from '../domain/calendar.ts'
import { expMinusOne } from '../domain/exact-math.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import { takesAge } from '../input/rules/placement-rules.ts'
import type { AgeBand, Hazard, Scenario } from '../input/scenario-schema.ts'

/** Below this hazard per day a cell is still looked at now and then, so that waits stay within whole-number range. */
const LEAST_BOUND = 1e-6

/** The cell of a child is `placement * placementStride + ageOffset + careOffset + stayOffset`, each looked up by days. */
export interface Cells {
  placementStride: number
  /** [days to the 18th birthday] index of the age band. */
  ageBand: Uint8Array
  /** [days to the 18th birthday] */
  ageOffset: Int32Array
  /** [days in care] */
  careOffset: Int32Array
  /** [days in placement] */
  stayOffset: Int32Array
  /** Outcomes of a cell: the six reasons, then a move to each placement. */
  outcomes: number
  /** [cell][outcome] probability per day, cumulative over the outcomes: the last is that of any event. */
  cumulative: Float64Array
  /** [cell] probability per day of a candidate: at least that of any event while the child stays in its placement. */
  bound: Float64Array
  /** [cell] mean days of the exponential wait that gives candidates their days: 1 / bounding hazard per day. */
  meanWait: Float64Array
}

/** One hazard per year times its factors, in the terms of the tables. */
interface FactoredHazard {
  /** [age] */
  perYear: number[]
  /** [placement] */
  byPlacement: number[]
  byCare: (days: number) => number
  byStay: (days: number) => number
}

/**
 * Compiles all hazards of a scenario. `boundFactor` loosens the bounds, which changes which numbers are drawn but not
 * their law: a test holds that.
 */
export function compileCells(scenario: Scenario, boundFactor = 1): Cells {
  const keys = Object.keys(scenario.placements)
  const hazards = [...Object.values(scenario.exits), ...Object.values(scenario.moves)]
  const careEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInCare))
  const stayEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInPlacement))
  const shape = [keys.length, AGE_BANDS.length, careEdges.length, stayEdges.length]
  const outcomes = EXIT_REASONS.length + keys.length
  const hazardPerDay = new Float64Array(shape.reduce((cells, size) => cells * size) * outcomes)
  const exits = EXIT_REASONS.map((reason) => factored(scenario.exits[reason], keys))
  const moves = Object.values(scenario.moves).map((move) => ({ ...factored(move, keys), move }))
  let cell = 0
  for (let placement = 0; placement < keys.length; placement++)
    for (let age = 0; age < AGE_BANDS.length; age++)
      for (const care of careEdges)
        for (const stay of stayEdges) {
          const at = (hazard: FactoredHazard) =>
            (hazard.perYear[age] *
              hazard.byPlacement[placement] *
              hazard.byCare(care) *
              hazard.byStay(stay)) /
            DAYS_PER_YEAR
          const base = cell * outcomes
          exits.forEach((hazard, reason) => {
            hazardPerDay[base + reason] = at(hazard)
          })
          for (const { move, ...hazard } of moves) {
            const shares = destinationShares(
              scenario,
              move.destinations[keys[placement]] ?? {},
              AGE_BANDS[age],
            )
            keys.forEach((key, destination) => {
              hazardPerDay[base + exits.length + destination] += at(hazard) * (shares[key] ?? 0)
            })
          }
          cell++
        }
  return {
    ...offsets(careEdges, stayEdges),
    outcomes,
    ...probabilities(hazardPerDay, outcomes, shape, boundFactor),
  }
}

/** Shares of the destinations that take the age, adding up to 1 again; empty where none is left (no move, then). */
export function destinationShares(
  scenario: Scenario,
  row: Record<string, number>,
  age: AgeBand,
): Record<string, number> {
  const open = Object.entries(row).filter(([key]) => takesAge(scenario.placements[key], age))
  const total = open.reduce((sum, [, share]) => sum + share, 0)
  return Object.fromEntries(open.filter(([, share]) => share > 0).map(([key, share]) => [key, share / total]))
}

/** First days of the bands of a clock: the union of the edges of all tables, in days. */
function clockEdges(tables: (Record<string, number> | undefined)[]): number[] {
  const edges = new Set([0])
  for (const table of tables)
    for (const months of Object.keys(table ?? {})) edges.add(daysOfMonths(Number(months)))
  return [...edges].sort((a, b) => a - b)
}

/** Whole days in a number of average months: 3 are 91, 12 are 365. */
export function daysOfMonths(months: number): number {
  return Math.floor(months * DAYS_PER_MONTH)
}

function factored(hazard: Hazard | undefined, placements: string[]): FactoredHazard {
  const perYear = hazard?.perYear ?? 0
  return {
    perYear: AGE_BANDS.map((band) => (typeof perYear === 'number' ? perYear : perYear[band])),
    byPlacement: placements.map((key) => hazard?.byPlacement?.[key] ?? 1),
    byCare: stepFunction(hazard?.byMonthsInCare),
    byStay: stepFunction(hazard?.byMonthsInPlacement),
  }
}

function stepFunction(table: Record<string, number> | undefined): (days: number) => number {
  const steps = Object.entries(table ?? { 0: 1 })
    .map(([months, value]) => ({ from: daysOfMonths(Number(months)), value }))
    .sort((a, b) => b.from - a.from)
  return (days) => steps.find((step) => step.from <= days)!.value
}

function offsets(careEdges: number[], stayEdges: number[]) {
  const careStride = stayEdges.length
  const ageStride = careEdges.length * careStride
  const perDay = (value: (days: number) => number) =>
    Int32Array.from({ length: DAYS_TO_18 + 1 }, (_, days) => value(days))
  const ageBand = perDay((daysTo18) => bandOf(AGE_EDGES_DAYS.slice(0, -1), DAYS_TO_18 - daysTo18))
  return {
    placementStride: AGE_BANDS.length * ageStride,
    ageBand: Uint8Array.from(ageBand),
    ageOffset: ageBand.map((band) => band * ageStride),
    careOffset: perDay((days) => bandOf(careEdges, days) * careStride),
    stayOffset: perDay((days) => bandOf(stayEdges, days)),
  }
}

function bandOf(edges: number[], value: number): number {
  return edges.findLastIndex((edge) => edge <= value)
}

/**
 * Turns hazards per day into the exact law on the grid of days: an event with total hazard h happens on a day with
 * probability 1 - e^-h, and is outcome k in proportion. Candidate days come from a bounding hazard H >= h, the largest
 * that a child can still meet before it leaves the placement, as all its clocks only run forward.
 */
function probabilities(hazardPerDay: Float64Array, outcomes: number, shape: number[], boundFactor: number) {
  const [placements, ages, cares, stays] = shape
  const cells = placements * ages * cares * stays
  const total = Float64Array.from({ length: cells }, (_, cell) =>
    hazardPerDay.subarray(cell * outcomes, (cell + 1) * outcomes).reduce((sum, hazard) => sum + hazard, 0),
  )
  const largest = total.slice()
  for (let cell = cells - 1; cell >= 0; cell--) {
    const stay = cell % stays
    const care = Math.floor(cell / stays) % cares
    const age = Math.floor(cell / (stays * cares)) % ages
    if (stay < stays - 1) largest[cell] = Math.max(largest[cell], largest[cell + 1])
    if (care < cares - 1) largest[cell] = Math.max(largest[cell], largest[cell + stays])
    if (age < ages - 1) largest[cell] = Math.max(largest[cell], largest[cell + stays * cares])
  }
  const bounding = largest.map((hazard) => Math.max(hazard * boundFactor, LEAST_BOUND))
  const cumulative = new Float64Array(cells * outcomes)
  for (let cell = 0; cell < cells; cell++) {
    const perHazard = total[cell] > 0 ? -expMinusOne(-total[cell]) / total[cell] : 0
    let sum = 0
    for (let outcome = 0; outcome < outcomes; outcome++) {
      sum += hazardPerDay[cell * outcomes + outcome]
      cumulative[cell * outcomes + outcome] = sum * perHazard
    }
  }
  return {
    cumulative,
    bound: bounding.map((hazard) => -expMinusOne(-hazard)),
    meanWait: bounding.map((hazard) => 1 / hazard),
  }
}
