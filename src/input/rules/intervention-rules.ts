// Interventions begin before the scenario ends, have the posts and places that they are paid for, and lines of their own.
import { parseDate } from '../../domain/calendar.ts'
import type { FieldPath, FieldProblem } from '../input-error.ts'
import { othersPay } from '../money-lines.ts'
import { saysWhoIsServed } from '../number-served.ts'
import type { Intervention } from '../schema/intervention-schema.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { effectProblems, yearTableProblems } from './effect-rules.ts'

/** Checks each intervention with its effects. */
export function interventionProblems(scenario: Scenario): FieldProblem[] {
  return Object.entries(scenario.interventions ?? {}).flatMap(([key, intervention]) => {
    const path = ['interventions', key]
    return [
      ...lineProblems(key, intervention, scenario),
      ...timeProblems(intervention, scenario, path),
      ...postProblems(intervention, path),
      ...investmentProblems(intervention, scenario, [...path, 'investment']),
      ...intervention.effects.flatMap((effect, index) =>
        effectProblems(effect, scenario, [...path, 'effects', index]),
      ),
      ...gateProblems(intervention, [...path, 'effects']),
    ]
  })
}

/** What others pay for an intervention is a line by its key, beside those of the scenario's own contributions. */
function lineProblems(
  key: string,
  intervention: Intervention,
  { contributions = {} }: Scenario,
): FieldProblem[] {
  if (!othersPay(intervention) || !Object.hasOwn(contributions, key)) return []
  const message = `is a contribution too, and what others pay of both would be one line; give one another name`
  return [{ path: ['interventions', key], at: 'key', message }]
}

/** Dates before the start are fine: such an intervention is under way. */
function timeProblems(
  intervention: Intervention,
  { start: before, end: lastDay }: Pick<Scenario, 'start' | 'end'>,
  path: FieldPath,
): FieldProblem[] {
  const { start, end } = intervention
  const problems: FieldProblem[] = []
  if (parseDate(start.date)! > parseDate(lastDay)!)
    problems.push({
      path: [...path, 'start', 'date'],
      message: `${start.date} is after the end, ${lastDay}; the intervention would change nothing`,
    })
  if (end !== undefined && parseDate(end)! <= parseDate(start.date)!)
    problems.push({
      path: [...path, 'end'],
      message: `${end} is not after the start of the intervention, ${start.date}`,
    })
  else if (end !== undefined && parseDate(end)! <= parseDate(before)! && !outlastsItsEnd(intervention))
    problems.push({
      path: [...path, 'end'],
      message: `${end} is not after the start of the scenario, ${before}; the intervention would change nothing`,
    })
  return problems
}

/** Effects may fade after the end, and households recruited until then may be approved later. */
function outlastsItsEnd({ persistMonths = 0, effects }: Intervention): boolean {
  const approvesLater = effects.some(
    ({ addPlaces }) => addPlaces?.places === undefined && (addPlaces?.lagMonths ?? 0) > 0,
  )
  return persistMonths > 0 || approvesLater
}

function postProblems({ posts }: Intervention, path: FieldPath): FieldProblem[] {
  if (posts?.vacant === undefined || posts.vacant <= posts.number) return []
  const message = `${posts.vacant} posts are vacant, but there are only ${posts.number}`
  return [{ path: [...path, 'posts', 'vacant'], message }]
}

function investmentProblems(intervention: Intervention, scenario: Scenario, path: FieldPath): FieldProblem[] {
  const { investment = {}, posts, effects } = intervention
  const { perPostYear, perPlaceYear, perFinancialYear } = investment
  const addsPlaces = effects.some(({ addPlaces }) => addPlaces !== undefined)
  return [
    ...(perPostYear !== undefined && posts === undefined
      ? [{ path: [...path, 'perPostYear'], message: 'needs posts; say how many there are' }]
      : []),
    ...(perPlaceYear !== undefined && !addsPlaces
      ? [{ path: [...path, 'perPlaceYear'], message: 'needs places; none of the effects is addPlaces' }]
      : []),
    ...servedProblems(intervention, path),
    ...yearTableProblems(scenario, perFinancialYear, [...path, 'perFinancialYear']),
  ]
}

/** What is paid for each who is served needs their number, and their number something that is paid for each. */
function servedProblems(intervention: Intervention, path: FieldPath): FieldProblem[] {
  const { investment = {}, end } = intervention
  const { perServed, serves, paidWhilePersisting } = investment
  return [
    ...(perServed !== undefined && !saysWhoIsServed(intervention)
      ? [
          {
            path: [...path, 'perServed'],
            message:
              'needs the number served: write serves beside it, or in preventEntries (serves, targeting and success); what is paid only for children in whom it worked is perCase',
          },
        ]
      : []),
    ...(serves !== undefined && perServed === undefined
      ? [
          {
            path: [...path, 'serves'],
            message: 'goes with perServed, £ for each of them; add it, or leave serves out',
          },
        ]
      : []),
    ...(paidWhilePersisting !== undefined && end === undefined
      ? [
          {
            path: [...path, 'paidWhilePersisting'],
            message: 'needs an end of the intervention, after which it holds',
          },
        ]
      : []),
  ]
}

/** Gates are told apart by their names, and those that posts limit need posts. */
function gateProblems({ effects, posts }: Intervention, path: FieldPath): FieldProblem[] {
  const names = new Set<string>()
  return effects.flatMap(({ reviewCohort }, index) =>
    (reviewCohort?.gates ?? []).flatMap(({ name, perPostMonth }, gate) => {
      const at = [...path, index, 'reviewCohort', 'gates', gate]
      const isTwice = names.has(name)
      names.add(name)
      return [
        ...(isTwice
          ? [{ path: [...at, 'name'], message: 'is the name of another gate of the intervention' }]
          : []),
        ...(perPostMonth !== undefined && posts === undefined
          ? [{ path: [...at, 'perPostMonth'], message: 'needs posts; say how many the intervention has' }]
          : []),
      ]
    }),
  )
}
