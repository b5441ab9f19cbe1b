// What the lines of a financial year are called in front of people: 'Agency foster carers' for ifa. Scenario -> tables.
import type { Scenario } from './schema/scenario-schema.ts'

const LABELS: Record<string, string> = {
  gross: 'Gross cost',
  contributions: 'Contributions of others',
  total: 'Total cost',
  total_in_base_prices: 'Total cost in prices of the price base',
  entries: 'Children starting to be looked after',
  moves: 'Changes of placement',
  children_end: 'Children at the end of the year',
  care_days: 'Days of care',
  re_entries: 'Of those starting, children who come back',
  published_starts: 'Starts as published, once a child and year',
  published_ceases: 'Ceases as published, once a child and year',
  exits: 'Children ceasing',
  turned18: '18th birthday',
}

/** Begins the labels of lines of interventions. */
const OF_INTERVENTION: Record<string, string> = {
  intervention: 'Intervention',
  cases: 'Children reached',
  lapsed: 'Found no child or no room',
}

/** Finds the label of a line: the scenario's for placements and services after care, otherwise the key's own words. */
export function lineLabel(
  line: string,
  { placements, afterCare, contributions, otherLines, interventions }: LabelledScenario,
): string {
  const [kind, key] = line.split(':')
  if (key === undefined) return placements[line]?.label ?? words(line)
  const programme = interventions?.[key]?.label
  if (kind === 'contribution')
    return contributions?.[key]?.label ?? (programme ? `${programme}, paid by others` : words(key))
  if (kind === 'other') return otherLines?.[key]?.label ?? words(key)
  if (kind === 'after_care') return afterCare?.services?.[key]?.label ?? words(key)
  if (Object.hasOwn(OF_INTERVENTION, kind)) return `${OF_INTERVENTION[kind]}: ${programme ?? words(key)}`
  if (kind === 'children_end' || kind === 'care_days')
    return `${words(kind)}: ${placements[key]?.label ?? words(key)}`
  return `${words(kind)}: ${words(key).replace(/^[A-Z]/, (letter) => letter.toLowerCase())}`
}

/** What of a scenario has labels. */
export type LabelledScenario = Pick<
  Scenario,
  'placements' | 'afterCare' | 'contributions' | 'otherLines' | 'interventions'
>

/** Words a key: 'specialGuardianship' is 'Special guardianship'. */
function words(key: string): string {
  if (Object.hasOwn(LABELS, key)) return LABELS[key]
  const spaced = key
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return spaced.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}
