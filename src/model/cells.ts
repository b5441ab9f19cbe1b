// Hazards -> cells: one cell for each placement, age band, band of time in care and band of time in placement, with the
// hazard of each outcome there. The engine looks up cells, plain.ts uses the same tables.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysOfMonths } from '../domain/calendar.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Hazard, Move, Scenario } from '../input/schema/scenario-schema.ts'
import { type FactorTable, factorTable, moveShares } from './hazard-factors.ts'

/** Below this hazard per day a cell is still looked at now and then, so that waits stay within whole-number range. */
const LEAST_BOUND = 1e-6

const NO_KIND = -1

/** A child is in one cell on a day, see cellAt. */
export interface Cells {
  placementStride: number
  ageStride: number
  careStride: number
  /** [days to the 18th birthday], [days in care] and [days in placement] index of the band. */
  ageBand: Uint8Array
  careBand: Uint8Array
  stayBand: Uint8Array
  /** Outcomes of a cell: the six reasons, then a move to each placement. */
  outcomes: number
  /** [cell][outcome] hazard per day, cumulative over the outcomes: the last is that of any event. 0 where no child can be. */
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

/** Returns the cell of a child in a placement, so many days before its 18th birthday, in care and in the placement. */
export function cellAt(
  { placementStride, ageStride, careStride, ageBand, careBand, stayBand }: Cells,
  placement: number,
  daysTo18: number,
  daysInCare: number,
  daysInPlacement: number,
): number {
  const ofAge = placement * placementStride + ageBand[daysTo18] * ageStride
  return ofAge + careBand[daysInCare] * careStride + stayBand[daysInPlacement]
}

/** Hazards below which a series is exact enough. */
const SMALL_HAZARD = 0.05

/**
 * Returns h / (1 - e^-h): what the probability of an event on a day has to be multiplied by to give its hazard h per day.
 * A series below 0.05, good to 1e-15 of itself; above, the same hazard over so many parts of a day that it is below.
 */
export function hazardPerEvent(hazard: number): number {
  if (hazard >= SMALL_HAZARD) return hazard / probabilityOf(hazard)
  const square = hazard * hazard
  return 1 + hazard * (1 / 2) + square * (1 / 12 - square * (1 / 720 - square * (1 / 30240)))
}

/** Over twice a time with the probability p of an event in each half: p (2 - p). */
function probabilityOf(hazard: number): number {
  let part = hazard
  let halvings = 0
  for (; part >= SMALL_HAZARD; part /= 2) halvings++
  let probability = part / hazardPerEvent(part)
  for (; halvings > 0; halvings--) probability *= 2 - probability
  return probability
}

/** Returns (1 - e^-h) / h: what a hazard h per day has to be multiplied by to give the probability of an event on a day. */
export function eventsPerHazard(hazard: number): number {
  return 1 / hazardPerEvent(hazard)
}

/** What of the cells depends on which numbers a scenario has, and not on their values. */
export interface CellLayout extends Shape {
  /** First days of the bands of time in care, and of time in placement. */
  careEdges: number[]
  stayEdges: number[]
}

/** Returns the shares of the destinations of a move, as moveShares does. */
export type SharesOf = (scenario: Scenario, move: Move) => Float64Array

/**
 * Compiles all hazards of a scenario. `boundFactor` loosens the bounds, which changes which numbers are drawn but not
 * their law: a test holds that.
 */
export function compileCells(scenario: Scenario, boundFactor = 1): Cells {
  const layout = cellLayout(scenario)
  const cells = emptyCells(layout)
  fillCells(cells, layout, scenario, moveShares, boundFactor)
  return cells
}

/** Derives the bands of all clocks of a scenario's hazards. */
export function cellLayout(scenario: Scenario): CellLayout {
  const hazards = [...Object.values(scenario.exits), ...Object.values(scenario.moves)]
  const careEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInCare))
  const stayEdges = clockEdges(hazards.map((hazard) => hazard?.byMonthsInPlacement))
  return {
    placements: Object.keys(scenario.placements).length,
    ages: AGE_BANDS.length,
    cares: careEdges.length,
    stays: stayEdges.length,
    careEdges,
    stayEdges,
  }
}

/** Makes cells in which nothing ever happens. */
export function emptyCells(layout: CellLayout): Cells {
  const { placements, ages, cares, stays, careEdges, stayEdges } = layout
  const cells = placements * ages * cares * stays
  const outcomes = EXIT_REASONS.length + placements
  return {
    ...clocks(careEdges, stayEdges),
    outcomes,
    exitHazard: new Float64Array(cells),
    moveHazard: new Float64Array(cells),
    cumulative: new Float64Array(cells * outcomes),
    bounding: new Float64Array(cells),
  }
}

/** Writes the hazards of a scenario with this layout into its cells; `sharesOf` is moveShares, or remembers what it gave. */
export function fillCells(
  cells: Cells,
  layout: CellLayout,
  scenario: Scenario,
  sharesOf: SharesOf,
  boundFactor = 1,
): void {
  const keys = Object.keys(scenario.placements)
  const moves = Object.values(scenario.moves)
  const tableOf = (hazard: Hazard | undefined) =>
    factorTable(hazard, keys, layout.careEdges, layout.stayEdges)
  fillHazards(cells, layout, {
    exits: EXIT_REASONS.map((reason) => tableOf(scenario.exits[reason])),
    moves: moves.map(tableOf),
    shares: moves.map((move) => sharesOf(scenario, move)),
  })
  fillBounding(cells, layout, boundFactor)
}

/** First days of the bands of a clock: the union of the edges of all tables, in days. */
function clockEdges(tables: (Record<string, number> | undefined)[]): number[] {
  const edges = new Set([0])
  for (const table of tables)
    for (const months of Object.keys(table ?? {})) edges.add(daysOfMonths(Number(months)))
  return [...edges].sort((a, b) => a - b)
}

function clocks(careEdges: number[], stayEdges: number[]) {
  const careStride = stayEdges.length
  const ageStride = careEdges.length * careStride
  const bands = (edges: number[], daysOf: (day: number) => number) =>
    Uint8Array.from({ length: DAYS_TO_18 + 1 }, (_, day) => bandOf(edges, daysOf(day)))
  return {
    placementStride: AGE_BANDS.length * ageStride,
    ageStride,
    careStride,
    ageBand: bands(AGE_EDGES_DAYS.slice(0, -1), (daysTo18) => DAYS_TO_18 - daysTo18),
    careBand: bands(careEdges, (days) => days),
    stayBand: bands(stayEdges, (days) => days),
  }
}

function bandOf(edges: number[], value: number): number {
  return edges.findLastIndex((edge) => edge <= value)
}

interface HazardTables {
  /** [reason] */
  exits: FactorTable[]
  /** [kind of move] */
  moves: FactorTable[]
  /** [kind of move] as of moveShares */
  shares: Float64Array[]
}

/**
 * Multiplies level and factors out for every cell and outcome, and adds them up over the outcomes. It runs before every run
 * whose hazards are ranges; to write the moves of two kinds at a time takes half as long, and most ages have two.
 */
function fillHazards(cells: Cells, layout: CellLayout, { exits, moves, shares }: HazardTables): void {
  const { cumulative, exitHazard, moveHazard, bounding, outcomes } = cells
  const { placements, ages, cares, stays } = layout
  const hazards = [...exits, ...moves]
  const reasons = exits.length
  /** [hazard] level times the factors of the placement and of the time in care. */
  const untilCare = new Float64Array(hazards.length)
  /** [band of time in placement][hazard] */
  const byStay = new Float64Array(stays * hazards.length)
  hazards.forEach((hazard, index) => {
    for (let stay = 0; stay < stays; stay++) byStay[stay * hazards.length + index] = hazard.byStay[stay]
  })
  /** [reason] cumulative hazards of the exits of a cell. */
  const exitsHere = new Float64Array(reasons)
  const nowhere = new Float64Array(ages * placements * placements)
  const possibleStays = possibleStaysOf(layout)
  let cell = 0
  for (let placement = 0; placement < placements; placement++)
    for (let age = 0; age < ages; age++) {
      const row = (age * placements + placement) * placements
      const lastOfRow = row + placements - 1
      // Kinds of move that never happen here are left out; most ages have none of those that lead to adoption.
      const [one = NO_KIND, two = NO_KIND, ...others] = movesAtAge(hazards, reasons, placement, age)
      const sharesOfOne = shares[one - reasons] ?? nowhere
      const sharesOfTwo = shares[two - reasons] ?? nowhere
      for (let care = 0; care < cares; care++) {
        for (let index = 0; index < hazards.length; index++) {
          const { level, byPlacement, byCare } = hazards[index]
          untilCare[index] = level[age] * byPlacement[placement] * byCare[care]
        }
        const staysHere = possibleStays[age * cares + care]
        for (let stay = 0; stay < stays; stay++, cell++) {
          let exit = 0
          const stayAt = stay * hazards.length
          for (let reason = 0; reason < reasons; reason++) {
            exit += untilCare[reason] * byStay[stayAt + reason]
            exitsHere[reason] = exit
          }
          const levelOfOne = one === NO_KIND ? 0 : untilCare[one] * byStay[stayAt + one]
          const levelOfTwo = two === NO_KIND ? 0 : untilCare[two] * byStay[stayAt + two]
          let total = exit + (levelOfOne * sharesOfOne[lastOfRow] + levelOfTwo * sharesOfTwo[lastOfRow])
          for (const other of others)
            total += untilCare[other] * byStay[stayAt + other] * shares[other - reasons][lastOfRow]
          exitHazard[cell] = exit
          moveHazard[cell] = total - exit
          bounding[cell] = total
          if (stay >= staysHere) continue
          const at = cell * outcomes
          const movesAt = at + reasons
          for (let reason = 0; reason < reasons; reason++) cumulative[at + reason] = exitsHere[reason]
          for (let to = 0; to < placements; to++)
            cumulative[movesAt + to] =
              exit + (levelOfOne * sharesOfOne[row + to] + levelOfTwo * sharesOfTwo[row + to])
          for (const other of others) {
            const level = untilCare[other] * byStay[stayAt + other]
            const sharesOfOther = shares[other - reasons]
            for (let to = 0; to < placements; to++)
              cumulative[movesAt + to] += level * sharesOfOther[row + to]
          }
        }
      }
    }
}

/**
 * Returns [age][band of time in care] how many bands of time in placement a child can be in: it is never longer in its
 * placement than in care, nor longer in care than alive.
 */
function possibleStaysOf({ ages, cares, careEdges, stayEdges }: CellLayout): Int32Array {
  return Int32Array.from({ length: ages * cares }, (_, index) => {
    const oldest = AGE_EDGES_DAYS[Math.floor(index / cares) + 1] - 1
    const care = index % cares
    const longest = Math.min(oldest, (careEdges[care + 1] ?? DAYS_TO_18) - 1)
    return careEdges[care] > oldest ? 0 : stayEdges.filter((edge) => edge <= longest).length
  })
}

/** Numbers of the hazards from the first move on that are not 0 in a placement at an age. */
function movesAtAge(hazards: FactorTable[], firstMove: number, placement: number, age: number): number[] {
  const found: number[] = []
  for (let hazard = firstMove; hazard < hazards.length; hazard++)
    if (hazards[hazard].level[age] * hazards[hazard].byPlacement[placement] > 0) found.push(hazard)
  return found
}

/**
 * Raises for each cell the hazard of any event to the largest that a child can still meet before it leaves the placement:
 * all its clocks only run forward.
 */
function fillBounding({ bounding }: Cells, layout: CellLayout, boundFactor: number): void {
  const { placements, ages, cares, stays } = layout
  const ageStride = cares * stays
  let cell = bounding.length - 1
  for (let placement = placements - 1; placement >= 0; placement--)
    for (let age = ages - 1; age >= 0; age--)
      for (let care = cares - 1; care >= 0; care--)
        for (let stay = stays - 1; stay >= 0; stay--) {
          let largest = bounding[cell]
          if (stay < stays - 1) largest = Math.max(largest, bounding[cell + 1])
          if (care < cares - 1) largest = Math.max(largest, bounding[cell + stays])
          if (age < ages - 1) largest = Math.max(largest, bounding[cell + ageStride])
          bounding[cell--] = largest
        }
  for (let each = 0; each < bounding.length; each++)
    bounding[each] = Math.max(bounding[each] * boundFactor, LEAST_BOUND)
}
