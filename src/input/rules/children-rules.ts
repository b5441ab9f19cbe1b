// The children of the first day and those who enter: counts and shares that must add up.
import { AGE_BANDS } from '../../domain/age-band.ts'
import { sum } from '../../domain/sum.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { takesAge } from './placement-rules.ts'
import { isOne, monthsProblems, placementKeyProblems, plain, shareProblems, sumOf } from './table-rules.ts'

const MAX_CHILDREN = 200_000

/** Checks the opening stock; its placements may hold children of any age, as they may in life. */
export function openingStockProblems({ openingStock, placements }: Scenario): FieldProblem[] {
  const path = ['openingStock']
  return [
    ...countProblems(openingStock),
    ...placementKeyProblems(openingStock.placements, Object.keys(placements), [...path, 'placements']),
    ...shareProblems(openingStock.ages, [...path, 'ages']),
    ...monthsProblems(openingStock.monthsInCare, [...path, 'monthsInCare']),
    ...shareProblems(openingStock.monthsInCare, [...path, 'monthsInCare']),
  ]
}

function countProblems({ children, placements }: Scenario['openingStock']): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (children > MAX_CHILDREN)
    problems.push({
      path: ['openingStock', 'children'],
      message: `${children} is above the limit of ${MAX_CHILDREN}`,
    })
  const placed = sumOf(placements)
  if (placed !== children)
    problems.push({
      path: ['openingStock', 'placements'],
      at: 'key',
      message: `the placements hold ${placed} children; openingStock.children says ${children}`,
    })
  return problems
}

/** Checks how many enter, at which ages and where they are first placed. */
export function entriesProblems({ entries, placements }: Scenario): FieldProblem[] {
  return [
    ...shareProblems(entries.ages, ['entries', 'ages']),
    ...profileProblems(entries.monthProfile?.factors),
    ...(entries.siblings
      ? shareProblems(entries.siblings.groupSizes, ['entries', 'siblings', 'groupSizes'])
      : []),
    ...AGE_BANDS.flatMap((age) => {
      const row = entries.placements[age]
      const path = ['entries', 'placements', age]
      return [
        ...placementKeyProblems(row, Object.keys(placements), path),
        ...shareProblems(row, path),
        ...Object.keys(row)
          .filter((key) => Object.hasOwn(placements, key) && row[key] > 0 && !takesAge(placements[key], age))
          .map((key) => ({
            path: [...path, key],
            message: `sends children of ${age} to ${key}, which takes only ${placements[key].ages!.join(', ')}`,
          })),
      ]
    }),
  ]
}

function profileProblems(factors: number[] | undefined): FieldProblem[] {
  if (!factors) return []
  const mean = sum(factors) / factors.length
  if (isOne(mean)) return []
  const message = `the factors are ${plain(mean)} on average; they must be 1 on average`
  return [{ path: ['entries', 'monthProfile', 'factors'], at: 'key', message }]
}
