// Hazards -> cells: one cell for each placement, age band, band of time in care and band of time in placement, with the
// hazard of each outcome there. The engine looks up cells, plain.ts uses the same tables.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysOfMonths } from '../domain/calendar.ts'
import { expMinusOne } from '../domain/exact-math.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import { type FactorTable, factorTable, moveShares } from './hazard-factors.ts'

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
  /** [cell][outcome] hazard per day, cumulative over the outcomes: the last is that of any event. */
  cumulative: Float64Array
  /** [cell] hazard per day of any exit, and of any move: what most candidates ask for only. */
  exitHazard: Float64Array
  moveHazard: Float64Array
  /** [cell] hazard per day of a candidate: at least that of any event while the child stays in its placement. */
  bounding: Float64Array
}

/** The numbers of bands that cells are made of. */
interface Shape {
  placements: number
  ages: number
  cares: number
  stays: number
}

/**
 * Returns (1 - e^-h) / h: what a hazard h per day has to be multiplied by to give the probability of an event on a day.
 * A series below 0.05, good to 1e-10 of itself.
 */
export function eventsPerHazard(hazard: number): number {
  if (hazard < 0.05)
    return 1 - hazard * (1 / 2) * (1 - hazard * (1 / 3) * (1 - hazard * (1 / 4) * (1 - hazard * (1 / 5))))
  return -expMinusOne(-hazard) / hazard
}

/**
 * Compiles all hazards of a scenario. `boundFactor` loosens the bounds, which changes which numbers are drawn but not
 * their law: a test holds that.
 */
export function compileCells(scenario: Scenario, boundFactor = 1): Cells {
  const keys = Object.keys(scenario.placements)
  const moves = Object.values(scenario.moves)
  const hazards = [...Object.values(scenario.exits), ...moves]
  const careEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInCare))
  const stayEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInPlacement))
  const shape = {
    placements: keys.length,
    ages: AGE_BANDS.length,
    cares: careEdges.length,
    stays: stayEdges.length,
  }
  const cumulative = cumulativeHazards(
    shape,
    EXIT_REASONS.map((reason) => factorTable(scenario.exits[reason], keys, careEdges, stayEdges)),
    moves.map((move) => factorTable(move, keys, careEdges, stayEdges)),
    moves.map((move) => moveShares(scenario, move)),
  )
  const outcomes = EXIT_REASONS.length + keys.length
  const exitHazard = Float64Array.from(
    { length: cumulative.length / outcomes },
    (_, cell) => cumulative[cell * outcomes + EXIT_REASONS.length - 1],
  )
  return {
    ...offsets(careEdges, stayEdges),
    outcomes,
    cumulative,
    exitHazard,
    moveHazard: exitHazard.map((hazard, cell) => cumulative[(cell + 1) * outcomes - 1] - hazard),
    bounding: boundingHazards(shape, cumulative, boundFactor),
  }
}

/** First days of the bands of a clock: the union of the edges of all tables, in days. */
function clockEdges(tables: (Record<string, number> | undefined)[]): number[] {
  const edges = new Set([0])
  for (const table of tables)
    for (const months of Object.keys(table ?? {})) edges.add(daysOfMonths(Number(months)))
  return [...edges].sort((a, b) => a - b)
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

/** Multiplies level and factors out for every cell and outcome, and adds them up over the outcomes. */
function cumulativeHazards(
  { placements, ages, cares, stays }: Shape,
  exits: FactorTable[],
  moves: FactorTable[],
  shares: Float64Array[],
): Float64Array {
  const outcomes = exits.length + placements
  const cumulative = new Float64Array(placements * ages * cares * stays * outcomes)
  let at = 0
  for (let placement = 0; placement < placements; placement++)
    for (let age = 0; age < ages; age++)
      for (let care = 0; care < cares; care++)
        for (let stay = 0; stay < stays; stay++) {
          let sum = 0
          for (const exit of exits) {
            sum += exit.level[age] * exit.byPlacement[placement] * exit.byCare[care] * exit.byStay[stay]
            cumulative[at++] = sum
          }
          const levels = moves.map(
            (move) => move.level[age] * move.byPlacement[placement] * move.byCare[care] * move.byStay[stay],
          )
          const row = (age * placements + placement) * placements
          for (let destination = 0; destination < placements; destination++) {
            for (let kind = 0; kind < moves.length; kind++)
              sum += levels[kind] * shares[kind][row + destination]
            cumulative[at++] = sum
          }
        }
  return cumulative
}

/**
 * Returns for each cell the largest hazard that a child can still meet before it leaves the placement: all its clocks
 * only run forward.
 */
function boundingHazards(shape: Shape, cumulative: Float64Array, boundFactor: number): Float64Array {
  const { placements, ages, cares, stays } = shape
  const cells = placements * ages * cares * stays
  const outcomes = cumulative.length / cells
  const largest = Float64Array.from({ length: cells }, (_, cell) => cumulative[(cell + 1) * outcomes - 1])
  for (let cell = cells - 1; cell >= 0; cell--) {
    const stay = cell % stays
    const care = Math.floor(cell / stays) % cares
    const age = Math.floor(cell / (stays * cares)) % ages
    if (stay < stays - 1) largest[cell] = Math.max(largest[cell], largest[cell + 1])
    if (care < cares - 1) largest[cell] = Math.max(largest[cell], largest[cell + stays])
    if (age < ages - 1) largest[cell] = Math.max(largest[cell], largest[cell + stays * cares])
  }
  return largest.map((hazard) => Math.max(hazard * boundFactor, LEAST_BOUND))
}
