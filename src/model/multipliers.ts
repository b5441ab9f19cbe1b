// What the fit turns: factors on the hazards of a scenario, and the share of 17 year olds.
import { EXIT_REASONS, type ExitReason } from '../domain/exit-reason.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Hazard, Scenario } from '../input/schema/scenario-schema.ts'
import { grownEntries } from './grown-entries.ts'

/** Factors on the hazards as the scenario states them; all 1 at first. */
export interface Multipliers {
  exits: Record<ExitReason, number>
  /** On entries, where re-entry makes children start more often than statistics, which count them once a year, say. */
  entries: number
  /** [year] on entries of the forecast but not of replays, where a scenario states how the number of children grows. */
  growth?: readonly number[]
  /** On all exits within twelve months of entry, besides their own. */
  early: number
  /** On all moves but those fitted with an exit. */
  moves: number
  /** Of the children aged 16 to 17 in the opening stock, those who turn 18 within a year. */
  aged17Share: number
}

const LEAST_AGED_17_SHARE = 0.02
const LARGEST_AGED_17_SHARE = 0.98

/** Returns the share of 17 year olds, held where some are on both sides. */
export function limitedAged17Share(share: number): number {
  return Math.min(LARGEST_AGED_17_SHARE, Math.max(LEAST_AGED_17_SHARE, share))
}

/** Returns multipliers that change nothing. */
export function neutralMultipliers(scenario: Scenario): Multipliers {
  return {
    exits: Object.fromEntries(EXIT_REASONS.map((reason) => [reason, 1])) as Record<ExitReason, number>,
    entries: 1,
    early: 1,
    moves: 1,
    aged17Share: scenario.openingStock.aged17Share ?? 0.5,
  }
}

/** Returns the scenario with its hazards multiplied. */
export function multiplied(
  scenario: Scenario,
  { exits, entries, growth = [], early, moves, aged17Share }: Multipliers,
): Scenario {
  const leading = new Map(
    Object.entries(scenario.exits).flatMap(([reason, exit]) =>
      exit?.fittedWith ? [[exit.fittedWith, exits[reason as ExitReason]]] : [],
    ),
  )
  return {
    ...scenario,
    openingStock: { ...scenario.openingStock, aged17Share },
    ...multipliedEntries(scenario, entries, growth),
    exits: Object.fromEntries(
      Object.entries(scenario.exits).map(([reason, exit]) => {
        const scaled = scaledHazard(exit!, exits[reason as ExitReason])
        return [reason, { ...scaled, byMonthsInCare: scaledEarly(exit!.byMonthsInCare, early) }]
      }),
    ),
    moves: Object.fromEntries(
      Object.entries(scenario.moves).map(([kind, move]) => [
        kind,
        scaledHazard(move, leading.get(kind) ?? moves),
      ]),
    ),
  }
}

function multipliedEntries(
  scenario: Scenario,
  by: number,
  growth: readonly number[],
): Pick<Scenario, 'entries' | 'shifts'> {
  if (growth.length > 0)
    return grownEntries(
      scenario,
      growth.map((factor) => factor * by),
    )
  const { entries, shifts } = scenario
  return { entries: by === 1 ? entries : { ...entries, perYear: entriesPerYear(scenario)! * by }, shifts }
}

function scaledHazard<H extends Hazard>(hazard: H, by: number): H {
  const { perYear } = hazard
  if (typeof perYear === 'number') return { ...hazard, perYear: perYear * by }
  return {
    ...hazard,
    perYear: Object.fromEntries(Object.entries(perYear).map(([band, value]) => [band, value * by])),
  }
}

/** The factors by months with those before month 12 multiplied; a step at 12 is added where there is none. */
function scaledEarly(table: Record<string, number> = { 0: 1 }, by: number): Record<string, number> {
  if (by === 1) return table
  const months = Object.keys(table).map(Number)
  const atTwelve = Math.max(...months.filter((month) => month <= 12))
  const stepped = { ...table, 12: table[atTwelve] }
  return Object.fromEntries(
    Object.entries(stepped).map(([month, factor]) => [month, Number(month) < 12 ? factor * by : factor]),
  )
}
