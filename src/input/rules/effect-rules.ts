// Effects name placements and services that exist, and can change something in them.
import { AGE_BANDS, type AgeBand } from '../../domain/age-band.ts'
import { parseDate } from '../../domain/calendar.ts'
import { financialYearName, financialYearOf, parseFinancialYear } from '../../domain/financial-year.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import type { Effect } from '../schema/intervention-schema.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { noFinancialYear } from '../schema/schema-figures.ts'
import { takesAge } from './placement-rules.ts'
import { listProblems, noSuchName, noSuchPlacement, repeatProblems } from './table-rules.ts'

/** Checks the one effect that a block of an intervention's list names. */
export function effectProblems(effect: Effect, scenario: Scenario, path: FieldPath): FieldProblem[] {
  return (Object.keys(CHECKS) as (keyof Effect)[]).flatMap((name) =>
    check(name, effect, scenario, [...path, name]),
  )
}

function check<Name extends keyof Effect>(
  name: Name,
  effects: Effect,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const effect = effects[name]
  return effect === undefined ? [] : (CHECKS[name] as Check<Name>)(effect, scenario, path)
}

type Check<Name extends keyof Effect> = (
  effect: NonNullable<Effect[Name]>,
  scenario: Scenario,
  path: FieldPath,
) => FieldProblem[]

const CHECKS: { [Name in keyof Required<Effect>]: Check<Name> } = {
  preventEntries: (effect, scenario, path) => reachProblems(effect, scenario, path),
  raiseExits: (effect, scenario, path) => reachProblems(effect, scenario, path),
  reviewCohort: reviewProblems,
  addPlaces: placesProblems,
  stepDown: stepDownProblems,
  stabilise: stabiliseProblems,
  changePrice: priceProblems,
  extendStay: stayProblems,
  shiftDemand: (effect, scenario, path) => reachProblems(effect, scenario, path),
}

interface Reach {
  placements?: readonly string[]
  monthsInCare?: { from?: number; to?: number }
  perFinancialYear?: Record<string, number>
}

/** Whom an effect is for, and in which years. */
function reachProblems(effect: Reach, scenario: Scenario, path: FieldPath): FieldProblem[] {
  const { placements, monthsInCare, perFinancialYear } = effect
  return [
    ...listProblems(placements, Object.keys(scenario.placements), 'placements', [...path, 'placements']),
    ...monthProblems(monthsInCare, [...path, 'monthsInCare']),
    ...yearTableProblems(scenario, perFinancialYear, [...path, 'perFinancialYear']),
  ]
}

function monthProblems(
  { from = 0, to }: NonNullable<Reach['monthsInCare']> = {},
  path: FieldPath,
): FieldProblem[] {
  if (to === undefined || from < to) return []
  return [{ path, at: 'key', message: `reaches nobody: from ${from} is not below to ${to}` }]
}

/** Finds the keys of a table that are no financial years, or lie behind the scenario; earlier ones are fine. */
export function yearTableProblems(
  { end }: Pick<Scenario, 'end'>,
  table: Record<string, number> = {},
  path: FieldPath,
): FieldProblem[] {
  const last = financialYearOf(parseDate(end)!)
  return Object.keys(table).flatMap((name): FieldProblem[] => {
    const year = parseFinancialYear(name)
    if (year === undefined) return [{ path: [...path, name], at: 'key', message: noFinancialYear(name) }]
    if (year <= last) return []
    const message = `is after the last year of this scenario, ${financialYearName(last)}`
    return [{ path: [...path, name], at: 'key', message }]
  })
}

/** A placement that there is not, or that takes none of the ages that are to move there. */
function targetProblems(
  to: string,
  ages: readonly AgeBand[] = AGE_BANDS,
  { placements }: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const known = Object.keys(placements)
  if (!known.includes(to)) return [{ path, message: `'${quoteSafe(to)}' ${noSuchPlacement(to, known)}` }]
  if (ages.some((age) => takesAge(placements[to], age))) return []
  return [
    { path, message: `${to} takes only ${placements[to].ages!.join(', ')}, none of the ages that it is for` },
  ]
}

function reviewProblems(
  effect: NonNullable<Effect['reviewCohort']>,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const { moveTo, ages, placements } = effect
  const reach = reachProblems(effect, scenario, path)
  if (moveTo === undefined) return reach
  const isThere = placements?.includes(moveTo)
  return [
    ...reach,
    ...targetProblems(moveTo, ages, scenario, [...path, 'moveTo']),
    ...(isThere
      ? [{ path: [...path, 'moveTo'], message: `${moveTo} is one of the placements to move from` }]
      : []),
  ]
}

function placesProblems(
  effect: NonNullable<Effect['addPlaces']>,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const { placement, places, householdsPerFinancialYear } = effect
  const known = Object.keys(scenario.placements)
  const at = [...path, 'placement']
  const years = yearTableProblems(scenario, householdsPerFinancialYear, [
    ...path,
    'householdsPerFinancialYear',
  ])
  if (!known.includes(placement))
    return [{ path: at, message: `'${quoteSafe(placement)}' ${noSuchPlacement(placement, known)}` }, ...years]
  const { places: limit, carers } = scenario.placements[placement]
  const problem = (message: string): FieldProblem[] => [{ path: at, message: `${placement} ${message}` }]
  if (places === undefined)
    return [...(carers ? [] : problem('has no carers, whom the households could join')), ...years]
  return limit !== undefined || carers
    ? []
    : problem('has no limit of places, so that more would change nothing')
}

function stepDownProblems(
  effect: NonNullable<Effect['stepDown']>,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const { from, to, ages, monthsInCare, perFinancialYear } = effect
  return [
    ...listProblems(from, Object.keys(scenario.placements), 'placements', [...path, 'from']),
    ...targetProblems(to, ages, scenario, [...path, 'to']),
    ...(from.includes(to)
      ? [{ path: [...path, 'to'], message: `${to} is one of the placements to move from` }]
      : []),
    ...reachProblems({ monthsInCare, perFinancialYear }, scenario, path),
  ]
}

function stabiliseProblems(
  effect: NonNullable<Effect['stabilise']>,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const { carerAttrition, reentry, placements } = effect
  const reached = placements ?? Object.keys(scenario.placements)
  const hasCarers = reached.some((key) => scenario.placements[key]?.carers !== undefined)
  const comeBack = Object.keys(scenario.afterCare?.reentry ?? {}).length > 0
  return [
    ...reachProblems(effect, scenario, path),
    ...(carerAttrition !== undefined && !hasCarers
      ? [{ path: [...path, 'carerAttrition'], message: 'needs carers, and none of its placements has any' }]
      : []),
    ...(reentry !== undefined && !comeBack
      ? [{ path: [...path, 'reentry'], message: 'needs children who come back; state afterCare.reentry' }]
      : []),
  ]
}

function priceProblems(
  { placements, contribution }: NonNullable<Effect['changePrice']>,
  scenario: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const known = Object.keys(scenario.placements)
  const at = [...path, 'contribution']
  return [
    ...listProblems(placements, known, 'placements', [...path, 'placements']),
    ...listProblems(contribution?.of, known, 'placements', [...at, 'of']),
    ...(contribution?.of ?? []).flatMap((_, index, of) => repeatProblems(of, index, [...at, 'of'])),
    ...yearTableProblems(scenario, contribution?.perFinancialYear, [...at, 'perFinancialYear']),
  ]
}

function stayProblems(
  { service }: NonNullable<Effect['extendStay']>,
  { afterCare }: Scenario,
  path: FieldPath,
): FieldProblem[] {
  const known = Object.keys(afterCare?.services ?? {})
  if (service === undefined || known.includes(service)) return []
  const message = `'${quoteSafe(service)}' ${noSuchName(service, known, 'services after care')}`
  return [{ path: [...path, 'service'], message }]
}
