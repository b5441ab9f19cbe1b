// The data with what the schema refused put right by guess, so that the rules across fields can be checked in the same
// go: a misspelt key must not hide a share that does not sum. Nothing of it is ever simulated.
import type { z } from 'zod'
import type { FieldPath } from '../input-error.ts'
import { nearestFinder } from '../nearest-name.ts'
import { meantNumber } from '../number-advice.ts'
import { describeField } from '../schema/field-words.ts'
import { flatIssues } from '../schema/schema-problems.ts'
import { valueAt } from './value-at.ts'

type Block = Record<string, unknown>

// 2027-02-30: the month at least is one.
const IMPOSSIBLE_DATE = /^(\d{4}-\d{2})-\d{2}$/

/**
 * Renames or drops unknown keys, reads texts that were meant as numbers, moves numbers into their range; by `nudge` further
 * into it, and dates on by as many days, which tells what depends on values that the file does not have.
 */
export function mendedData(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  nudge: 0 | 1 = 0,
): { data: unknown; guesses: FieldPath[] } {
  const mended = structuredClone(data)
  const guesses: FieldPath[] = []
  const nearest = nearestFinder()
  for (const issue of flatIssues(issues, data)) {
    const path = issue.path as FieldPath
    if (issue.code === 'unrecognized_keys') {
      const { keys } = describeField(path)
      for (const key of issue.keys) {
        mendKey(valueAt(mended, path) as Block, key, nearest(key, keys))
        guesses.push([...path, key])
      }
    } else {
      mendValue(mended, path, issue, nudge)
      guesses.push(path)
    }
  }
  return { data: mended, guesses }
}

function mendKey(block: Block, key: string, meant: string | undefined): void {
  if (meant !== undefined && !Object.hasOwn(block, meant)) block[meant] = block[key]
  delete block[key]
}

function mendValue(data: unknown, path: FieldPath, issue: z.core.$ZodIssue, nudge: number): void {
  const block = valueAt(data, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof block !== 'object' || block === null || key === undefined) return
  const found = (block as Block)[key]
  if (typeof found === 'string') {
    const date = IMPOSSIBLE_DATE.exec(found)
    const meant = date ? `${date[1]}-0${1 + nudge}` : meantNumber(found)
    if (meant !== undefined) (block as Block)[key] = meant
  } else if (issue.code === 'too_small') (block as Block)[key] = Number(issue.minimum) + nudge
  else if (issue.code === 'too_big') (block as Block)[key] = Number(issue.maximum) - nudge
}
