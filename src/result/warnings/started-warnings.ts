// Warnings for interventions that began before the scenario does: what they did until then has been counted already.

import { dateInWords, daysOfMonths, parseDate } from '../../domain/calendar.ts'
import type { PackagePlan } from '../../input/packages.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning for each intervention of some packages whose effects begin before the start date of the scenario. */
export function startedWarnings(
  scenario: Pick<Scenario, 'start' | 'interventions'>,
  plans: readonly Pick<PackagePlan, 'interventions'>[],
): ResultWarning[] {
  const startDay = parseDate(scenario.start)!
  const used = new Set(plans.flatMap(({ interventions }) => interventions))
  return Object.entries(scenario.interventions ?? {}).flatMap(([key, { label, start }]) => {
    const from = parseDate(start.date)! + daysOfMonths(start.slipMonths ?? 0)
    if (!used.has(key) || from >= startDay) return []
    return [{ code: 'intervention-before-start', text: textOf(`'${label}' (${key})`, from, startDay) }]
  })
}

function textOf(name: string, from: number, startDay: number): string {
  return (
    `${name} starts on ${dateInWords(from)}, before the scenario, ${dateInWords(startDay)}: what it had done by then is in the ` +
    'counts already, the children of the start date and the entries and exits that were counted, and its effects come on top of ' +
    'them; state only what it adds from the start date on, or leave it out'
  )
}
