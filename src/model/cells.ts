// Hazards -> cells: one cell for each placement, age band, band of time in care and band of time in placement, with the
// hazard of each outcome there. The engine looks up cells, plain.ts uses the same tables.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysOfMonths } from '../domain/calendar.ts'
import { expMinusOne } from '../domain/exact-math.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Hazard, Move, Scenario } from '../input/scenario-schema.ts'
import { type FactorTable, factorTable, moveShares } from './hazard-factors.ts'

/** Below this hazard per day a cell is still looked at now and then, so that waits stay within whole-number range. */
const LEAST_BOUND = 1e-6

const NO_KIND = -1

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
    ...offsets(careEdges, stayEdges),
    outcomes,
    cumulative: new Float64Array(cells * outcomes),
    exitHazard: new Float64Array(cells),
    moveHazard: new Float64Array(cells),
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
  fillCumulative(cells, layout, {
    exits: EXIT_REASONS.map((reason) => tableOf(scenario.exits[reason])),
    moves: moves.map(tableOf),
    shares: moves.map((move) => sharesOf(scenario, move)),
  })
  fillSums(cells)
  fillBounding(cells, layout, boundFactor)
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
function fillCumulative({ cumulative }: Cells, layout: CellLayout, { exits, moves, shares }: HazardTables) {
  const { placements, ages, cares, stays } = layout
  const hazards = [...exits, ...moves]
  const reasons = exits.length
  /** [hazard] level times the factors of the placement and of the time in care. */
  const untilCare = new Float64Array(hazards.length)
  /** [hazard][band of time in placement] */
  const byStay = new Float64Array(hazards.length * stays)
  hazards.forEach((hazard, index) => {
    byStay.set(hazard.byStay, index * stays)
  })
  const levels = new Float64Array(hazards.length)
  const nowhere = new Float64Array(ages * placements * placements)
  let at = 0
  for (let placement = 0; placement < placements; placement++)
    for (let age = 0; age < ages; age++) {
      const row = (age * placements + placement) * placements
      // Kinds of move that never happen here are left out; most ages have none of those that lead to adoption.
      const kinds = kindsAt(moves, placement, age)
      const [one = NO_KIND, two = NO_KIND, ...others] = kinds
      const sharesOfOne = shares[one] ?? nowhere
      const sharesOfTwo = shares[two] ?? nowhere
      for (let care = 0; care < cares; care++) {
        for (let index = 0; index < hazards.length; index++) {
          const { level, byPlacement, byCare } = hazards[index]
          untilCare[index] = level[age] * byPlacement[placement] * byCare[care]
        }
        for (let stay = 0; stay < stays; stay++) {
          for (let index = 0; index < hazards.length; index++)
            levels[index] = untilCare[index] * byStay[index * stays + stay]
          let exit = 0
          for (let reason = 0; reason < reasons; reason++) {
            exit += levels[reason]
            cumulative[at + reason] = exit
          }
          at += reasons
          const levelOfOne = one === NO_KIND ? 0 : levels[reasons + one]
          const levelOfTwo = two === NO_KIND ? 0 : levels[reasons + two]
          for (let to = 0; to < placements; to++)
            cumulative[at + to] =
              exit + (levelOfOne * sharesOfOne[row + to] + levelOfTwo * sharesOfTwo[row + to])
          for (const kind of others)
            for (let to = 0; to < placements; to++)
              cumulative[at + to] += levels[reasons + kind] * shares[kind][row + to]
          at += placements
        }
      }
    }
}

/** Numbers of the kinds of move that can happen in a placement at an age. */
function kindsAt(moves: FactorTable[], placement: number, age: number): number[] {
  const kinds: number[] = []
  moves.forEach(({ level, byPlacement }, kind) => {
    if (level[age] * byPlacement[placement] > 0) kinds.push(kind)
  })
  return kinds
}

/** Writes the hazards of any exit and of any move. */
function fillSums({ cumulative, outcomes, exitHazard, moveHazard }: Cells): void {
  const lastExit = EXIT_REASONS.length - 1
  for (let cell = 0; cell < exitHazard.length; cell++) {
    exitHazard[cell] = cumulative[cell * outcomes + lastExit]
    moveHazard[cell] = cumulative[(cell + 1) * outcomes - 1] - exitHazard[cell]
  }
}

/**
 * Writes for each cell the largest hazard that a child can still meet before it leaves the placement: all its clocks
 * only run forward.
 */
function fillBounding({ cumulative, outcomes, bounding }: Cells, layout: CellLayout, boundFactor: number) {
  const { placements, ages, cares, stays } = layout
  const ageStride = cares * stays
  let cell = bounding.length - 1
  for (let placement = placements - 1; placement >= 0; placement--)
    for (let age = ages - 1; age >= 0; age--)
      for (let care = cares - 1; care >= 0; care--)
        for (let stay = stays - 1; stay >= 0; stay--) {
          let largest = cumulative[(cell + 1) * outcomes - 1]
          if (stay < stays - 1) largest = Math.max(largest, bounding[cell + 1])
          if (care < cares - 1) largest = Math.max(largest, bounding[cell + stays])
          if (age < ages - 1) largest = Math.max(largest, bounding[cell + ageStride])
          bounding[cell--] = largest
        }
  for (let each = 0; each < bounding.length; each++)
    bounding[each] = Math.max(bounding[each] * boundFactor, LEAST_BOUND)
}
