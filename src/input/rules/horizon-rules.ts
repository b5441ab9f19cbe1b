// How long a scenario runs, from which prices, and how many children that can make.
import { DAYS_PER_YEAR, parseDate } from '../../domain/calendar.ts'
import { financialYearOf, parseFinancialYear } from '../../domain/financial-year.ts'
import { entriesPerYear } from '../entries-per-year.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

const MAX_YEARS = 30
/** Less than there is room for (see run/memory.ts): years of high entries need more, and packages have lives of their own. */
const MAX_EXPECTED_CHILDREN = 1_500_000

/** Checks the dates, the price base and the number of children that the horizon is expected to bring. */
export function horizonProblems(scenario: Scenario): FieldProblem[] {
  return [
    ...endProblems(scenario),
    ...priceBaseProblems(scenario),
    ...historyProblems(scenario),
    ...expectedChildrenProblems(scenario),
  ]
}

function yearsOf({ start, end }: Scenario): number {
  return (parseDate(end)! - parseDate(start)!) / DAYS_PER_YEAR
}

function endProblems(scenario: Scenario): FieldProblem[] {
  const years = yearsOf(scenario)
  if (years <= 0)
    return [{ path: ['end'], message: `${scenario.end} is not after the start, ${scenario.start}` }]
  // Leap years make 30 calendar years up to a day longer than 30 average ones.
  if (years * DAYS_PER_YEAR <= MAX_YEARS * DAYS_PER_YEAR + 1) return []
  const message = `${scenario.end} is ${years.toFixed(1)} years after the start; the limit is ${MAX_YEARS} years`
  return [{ path: ['end'], message }]
}

function priceBaseProblems({ start, priceBase }: Scenario): FieldProblem[] {
  const distance = Math.abs(parseFinancialYear(priceBase)! - financialYearOf(parseDate(start)!))
  if (distance <= MAX_YEARS) return []
  const message = `${priceBase} is ${distance} years from the start; the limit is ${MAX_YEARS} years`
  return [{ path: ['priceBase'], message }]
}

/** What was known of the start and before, and on the start the same as the opening stock. */
function historyProblems({ history, start, end, openingStock }: Scenario): FieldProblem[] {
  return Object.entries(history?.children ?? {}).flatMap(([date, children]): FieldProblem[] => {
    const path = ['history', 'children', date]
    const day = parseDate(date)
    if (day === undefined) return [{ path, at: 'key', message: 'is not a date of the calendar' }]
    const after = day > parseDate(end)! ? `end, ${end}` : `start, ${start}`
    if (day > parseDate(start)!)
      return [{ path, at: 'key', message: `is after the ${after}; history is what was known by the start` }]
    if (date !== start || children === openingStock.children) return []
    const message = `${children} is not the ${openingStock.children} of openingStock.children on the same day; one of them is wrong`
    return [{ path, message }]
  })
}

/** The most that shifts and interventions can make of the entries, at least 1: there must be room for it. */
function largestShift({ shifts = {}, interventions = {} }: Scenario): number {
  const effects = Object.values(interventions).flatMap((intervention) => intervention.effects)
  const changes = [...Object.values(shifts), ...effects.flatMap(({ shiftDemand }) => shiftDemand ?? [])]
  const onEntries = changes.filter(({ on }) => on === 'entries')
  return onEntries.reduce((product, { factor }) => product * Math.max(1, factor), 1)
}

/** The most that services which bring entries add to them in a year. */
function broughtPerYear({ interventions = {} }: Scenario): number {
  const effects = Object.values(interventions).flatMap((intervention) => intervention.effects)
  const services = effects.flatMap(({ preventEntries }) => preventEntries ?? [])
  const least = ({
    prevents = 0,
    perFinancialYear = {},
    serves = 0,
    targeting = 0,
    success = 0,
  }: (typeof services)[number]) =>
    Math.min(0, prevents, serves * targeting * success, ...Object.values(perFinancialYear))
  return services.reduce((sum, service) => sum - least(service), 0)
}

function expectedChildrenProblems(scenario: Scenario): FieldProblem[] {
  const { openingStock, entries } = scenario
  const years = Math.min(yearsOf(scenario), MAX_YEARS)
  const perYear = (entriesPerYear(scenario) ?? 0) * largestShift(scenario)
  let expected = openingStock.children + broughtPerYear(scenario) * years
  for (let year = 0; year < years; year++)
    expected += perYear * (1 + (entries.trendPerYear ?? 0)) ** year * Math.min(1, years - year)
  if (expected <= MAX_EXPECTED_CHILDREN) return []
  const found = `brings about ${(expected / 1e6).toFixed(1)} million children into one run`
  return [
    {
      path: ['entries', 'perYear'],
      message: `${found}; the limit is ${MAX_EXPECTED_CHILDREN / 1e6} million; shorten the horizon or lower the entries`,
    },
  ]
}
