// Facts that contradict each other end in a message here, and never in a strange model.
import { parseDate } from '../../domain/calendar.ts'
import { entriesPerYear, periodDays } from '../entries-per-year.ts'
import type { FieldPath, FieldProblem } from '../input-error.ts'
import type { Facts, Scenario } from '../schema/scenario-schema.ts'
import { shareProblems } from './table-rules.ts'

const LONGEST_DAYS = 3 * 366

/** Checks each block of facts by itself, and that something says how many children enter. */
export function factsProblems(scenario: Scenario): FieldProblem[] {
  const facts = scenario.facts ?? []
  const problems = facts.flatMap((block, index) => blockProblems(scenario, block, ['facts', index]))
  if (new Set(facts.map(({ mode }) => mode)).size > 1)
    problems.push({
      path: ['facts', 1, 'mode'],
      message: 'differs from the first; all facts are fitted in one mode',
    })
  if (entriesPerYear(scenario) === undefined) {
    const message = 'has no perYear, and no facts count entries; state one of them'
    problems.push({ path: ['entries'], at: 'key', message })
  }
  return problems
}

function blockProblems(scenario: Scenario, block: Facts, path: FieldPath): FieldProblem[] {
  return [
    ...(block.agesAtStart ? shareProblems(block.agesAtStart, [...path, 'agesAtStart']) : []),
    ...periodProblems(scenario, block, [...path, 'period']),
    ...reasonProblems(scenario, block, [...path, 'exitsByReason']),
    ...countProblems(block).map(({ field, message }) => ({ path: [...path, field], message })),
  ]
}

function periodProblems({ start }: Scenario, block: Facts, path: FieldPath): FieldProblem[] {
  const days = periodDays(block)
  if (days <= 0) return [{ path, message: `ends before it begins, ${block.period.from}` }]
  if (days > LONGEST_DAYS)
    return [{ path, message: 'is longer than three years; give the counts of a shorter one' }]
  if (parseDate(block.period.to)! <= parseDate(start)!) return []
  return [{ path: [...path, 'to'], message: `is after the start, ${start}; facts are of the time before it` }]
}

function reasonProblems(
  { exits, moves }: Scenario,
  { exitsByReason = [] }: Facts,
  path: FieldPath,
): FieldProblem[] {
  const seen = new Set<string>()
  return exitsByReason.flatMap(({ reasons, children }, index) =>
    reasons.flatMap((reason, position): FieldProblem[] => {
      const place = [...path, index, 'reasons', position]
      if (seen.has(reason)) return [{ path: place, message: `${reason} is counted twice` }]
      seen.add(reason)
      if (children > 0 && exits[reason] === undefined)
        return [{ path: place, message: `${reason} has no hazard under exits that could be fitted; add one` }]
      const move = exits[reason]?.fittedWith
      if (move !== undefined && !Object.hasOwn(moves, move))
        return [{ path: ['exits', reason, 'fittedWith'], message: `${move} is not a kind of move` }]
      return []
    }),
  )
}

function countProblems(block: Facts): { field: string; message: string }[] {
  const { exits, exitsAt18 = 0, exitsWithin12Months = 0, exitsByReason = [] } = block
  const problems = []
  const named = exitsByReason.reduce((sum, { children }) => sum + children, exitsAt18)
  if (exits !== undefined && named > exits)
    problems.push({
      field: 'exits',
      message: `${exits} is less than its parts: by reason and at 18 they are ${named}`,
    })
  if (exits !== undefined && exitsWithin12Months > exits)
    problems.push({
      field: 'exitsWithin12Months',
      message: `${exitsWithin12Months} is more than all exits, ${exits}`,
    })
  const { childrenAtStart, entries, childrenAtEnd, childrenWith3Placements = 0 } = block
  if (childrenAtStart !== undefined && entries !== undefined && (exits ?? named) > childrenAtStart + entries)
    problems.push({
      field: 'exits',
      message: `${exits ?? named} is more than the ${childrenAtStart + entries} children who were there or came`,
    })
  if (childrenAtEnd !== undefined && childrenWith3Placements > childrenAtEnd)
    problems.push({
      field: 'childrenWith3Placements',
      message: `${childrenWith3Placements} is more than the children on the last day, ${childrenAtEnd}`,
    })
  return problems
}
