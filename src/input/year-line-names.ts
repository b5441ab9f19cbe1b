// Names of the lines of years.arrow, known from the scenario alone: what a claim of a line may name.
import { EXIT_REASONS, TURNED_18 } from '../domain/exit-reason.ts'
import { moneyLinesOf } from './money-lines.ts'
import type { Scenario } from './schema/scenario-schema.ts'

/** Lists the lines of the results with the given interventions, which are none in the baseline. */
export function yearLineNames(scenario: Scenario, interventions: readonly string[] = []): string[] {
  const all = Object.entries(scenario.interventions ?? {})
  const run = Object.fromEntries(all.filter(([key]) => interventions.includes(key)))
  const money = moneyLinesOf({ ...scenario, interventions: run })
  const isShared = money.some((line) => line.startsWith('contribution:'))
  const placements = Object.keys(scenario.placements)
  const hasReentry = Object.keys(scenario.afterCare?.reentry ?? {}).length > 0
  return [
    ...money,
    ...(isShared ? ['gross', 'contributions'] : []),
    'total_in_base_prices',
    'entries',
    ...[...EXIT_REASONS, TURNED_18].map((reason) => `exits:${reason}`),
    'moves',
    ...['children_end', 'care_days'].flatMap((line) => [line, ...placements.map((key) => `${line}:${key}`)]),
    ...(hasReentry ? ['re_entries', 'published_starts', 'published_ceases'] : []),
    ...interventions.flatMap((key) => [`cases:${key}`, `lapsed:${key}`]),
  ]
}
