// A replay of the period that facts were counted in: last year's exits came from last year's children.
import { DAYS_PER_YEAR, formatDate, parseDate } from '../../domain/calendar.ts'
import { apportion } from '../../domain/margins.ts'
import { entriesPerYear, periodDays } from '../../input/entries-per-year.ts'
import type { Facts, Scenario } from '../../input/schema/scenario-schema.ts'
import { limitAtStart } from '../../model/places.ts'

/** The stock that a replay starts from, and where its number comes from. */
export interface StartOfPeriod {
  children: number
  from: 'stated' | 'history' | 'worked out' | 'opening stock'
}

/**
 * Returns the children on the day before a period: as stated, from the history, or worked out backwards from the opening
 * stock where the counts follow it closely; else the opening stock itself.
 */
export function startOfPeriod(scenario: Scenario, facts: Facts): StartOfPeriod {
  if (facts.childrenAtStart !== undefined) return { children: facts.childrenAtStart, from: 'stated' }
  const known = scenario.history?.children[formatDate(parseDate(facts.period.from)! - 1)]
  if (known !== undefined && known > 0) return { children: known, from: 'history' }
  const { entries, exits } = facts
  const { children } = scenario.openingStock
  if (entries === undefined || exits === undefined || children - entries + exits < 1)
    return { children, from: 'opening stock' }
  return { children: children - entries + exits, from: 'worked out' }
}

/** Returns the scenario of the period: the opening stock's make-up in the number of then (with the ages of
 * then, where known), the entries of then times a factor; nothing is paid. */
export function hindcastScenario(scenario: Scenario, facts: Facts, entriesFactor = 1): Scenario {
  const { children } = startOfPeriod(scenario, facts)
  const keys = Object.keys(scenario.openingStock.placements)
  const counts = apportion(Object.values(scenario.openingStock.placements), children)
  const days = periodDays(facts)
  const { afterCare } = scenario
  return {
    ...scenario,
    start: formatDate(parseDate(facts.period.from)! - 1),
    end: facts.period.to,
    // What the year was like is in its counts; a shock or a shift on top would be counted twice.
    shocks: undefined,
    afterCare: afterCare && { reentry: afterCare.reentry, earlierLeavers: afterCare.earlierLeavers },
    shifts: undefined,
    placements: withPlacesOfStart(scenario.placements),
    openingStock: {
      ...scenario.openingStock,
      children,
      ages: facts.agesAtStart ?? scenario.openingStock.ages,
      placements: Object.fromEntries(keys.map((key, index) => [key, counts[index]])),
    },
    entries: {
      ...scenario.entries,
      perYear:
        facts.entries === undefined
          ? entriesPerYear(scenario)
          : (facts.entries / days) * DAYS_PER_YEAR * entriesFactor,
      trendPerYear: undefined,
    },
  }
}

/** How many households there were in the period is not known: their places at the start of the scenario stand for it. */
function withPlacesOfStart(placements: Scenario['placements']): Scenario['placements'] {
  return Object.fromEntries(
    Object.entries(placements).map(([key, placement]) => [
      key,
      placement.carers ? { ...placement, carers: undefined, places: limitAtStart(placement) } : placement,
    ]),
  )
}
