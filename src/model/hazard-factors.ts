// A hazard of the scenario as tables of factors over the bands of the cells. Scenario -> cells.ts.
import { AGE_BANDS } from '../domain/age-band.ts'
import { DAYS_PER_YEAR, daysOfMonths } from '../domain/calendar.ts'
import { takesAge } from '../input/rules/placement-rules.ts'
import type { Hazard, Move, Scenario } from '../input/schema/scenario-schema.ts'

/** The hazard per day of a cell is the product of the four. */
export interface FactorTable {
  /** [age] per day */
  level: Float64Array
  /** [placement] */
  byPlacement: Float64Array
  /** [band of time in care] */
  byCare: Float64Array
  /** [band of time in placement] */
  byStay: Float64Array
}

/** Compiles a hazard; one that is missing is 0. Edges are the first days of the bands. */
export function factorTable(
  hazard: Hazard | undefined,
  placements: string[],
  careEdges: number[],
  stayEdges: number[],
): FactorTable {
  const perYear = hazard?.perYear ?? 0
  return {
    level: Float64Array.from(
      AGE_BANDS,
      (band) => (typeof perYear === 'number' ? perYear : perYear[band]) / DAYS_PER_YEAR,
    ),
    byPlacement: Float64Array.from(placements, (key) => hazard?.byPlacement?.[key] ?? 1),
    byCare: Float64Array.from(careEdges, stepFunction(hazard?.byMonthsInCare)),
    byStay: Float64Array.from(stayEdges, stepFunction(hazard?.byMonthsInPlacement)),
  }
}

function stepFunction(table: Record<string, number> | undefined): (days: number) => number {
  const steps = Object.entries(table ?? { 0: 1 })
    .map(([months, value]) => ({ from: daysOfMonths(Number(months)), value }))
    .sort((a, b) => b.from - a.from)
  return (days) => steps.find((step) => step.from <= days)!.value
}

/**
 * Returns [age][from][to] shares of the destinations of a move, cumulative over the destinations: those that take the age, adding
 * up to 1 again; all 0 where none is left (no move, then). It runs before every run whose destinations are ranges.
 */
export function moveShares(scenario: Scenario, move: Move): Float64Array {
  const keys = Object.keys(scenario.placements)
  const rows = keys.map((from) => {
    const row = move.destinations[from] ?? {}
    return {
      stated: Object.keys(row).map((key) => keys.indexOf(key)),
      share: keys.map((key) => row[key] ?? 0),
    }
  })
  const shares = new Float64Array(AGE_BANDS.length * keys.length * keys.length)
  let at = 0
  for (const band of AGE_BANDS) {
    const isOpen = keys.map((key) => takesAge(scenario.placements[key], band))
    for (const { stated, share } of rows) {
      let total = 0
      for (const to of stated) if (isOpen[to]) total += share[to]
      let sum = 0
      for (let to = 0; to < keys.length; to++) {
        if (isOpen[to] && share[to] > 0) sum += share[to] / total
        shares[at++] = sum
      }
    }
  }
  return shares
}
