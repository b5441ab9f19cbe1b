// The inputs of a forecast as rows for people: each figure with its range, where it has one, and where it comes from.
// Scenario -> assumptions sheet and assumptions.csv.

import type { LabelledScenario } from '../../input/line-labels.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { CONFIDENTIAL } from '../disclosure/confidential.ts'
import { isInput } from '../input-count.ts'
import { investmentPrices } from '../investment-prices.ts'
import type { SourcedFigure } from '../result.ts'

/** An input, and the range of the values that the runs draw for it. */
export interface AssumptionRow {
  path: string
  /** The placement, service or intervention that it is about, and of its money in which prices; empty where it is about none. */
  label: string
  value: number
  /** Undefined where every run has the same value. */
  range?: { low: number; high: number; level: number }
  origin: keyof typeof ORIGINS
  text: string
}

/** What is said of where an input comes from. */
export const ORIGINS = {
  source: 'Document',
  published: 'Published',
  assumed: 'Assumed',
  fit: 'Fitted to counts',
} as const

/** Lists the figures in the order of the file, then the multipliers of the fit, which are 1 on average. */
export function assumptionRows(
  figures: SourcedFigure[],
  assumptions: Pick<Assumption, 'path' | 'range' | 'events'>[],
  scenario: LabelledScenario & Pick<Scenario, 'priceBase'>,
): AssumptionRow[] {
  const drawn = new Map(assumptions.map(({ path, range }) => [path, range]))
  const known = figures.filter(isInput).map(({ path, value, kind, text }): AssumptionRow => {
    const prices = investmentPrices(path, scenario)
    const label = labelOf(path, scenario) + (prices === undefined ? '' : `, ${prices}`)
    return { path, label, value, range: drawn.get(path), origin: kind, text }
  })
  const fitted = assumptions.flatMap(({ path, range, events }): AssumptionRow[] => {
    if (events === undefined) return []
    return [{ path, label: '', value: range.central, range, origin: 'fit', text: eventsInWords(events) }]
  })
  return [...known, ...fitted]
}

/** Where a count is confidential there is no number. */
function eventsInWords(events: number): string {
  return `${Number.isFinite(events) ? events : CONFIDENTIAL} counted events`
}

/** The first step of a path that is the key of a placement or a service names what the figure is about, or the intervention. */
function labelOf(path: string, { placements, afterCare, interventions = {} }: LabelledScenario): string {
  const [block, key] = path.split('.')
  if (block === 'interventions' && Object.hasOwn(interventions, key)) return interventions[key].label
  const labelled: Record<string, { label: string }> = { ...afterCare?.services, ...placements }
  const step = path.split('.').find((key) => Object.hasOwn(labelled, key))
  return step === undefined ? '' : labelled[step].label
}
