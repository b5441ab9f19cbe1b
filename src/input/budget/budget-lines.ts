// Which line of the cost a table of budgets means: its key, or its label as results print it, whatever its capitals.
import { quoteShort } from '../input-error.ts'
import { lineLabel } from '../line-labels.ts'
import { moneyLinesOf, TOTAL_LINE } from '../money-lines.ts'
import { nameSuggester } from '../nearest-name.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

/** Names all placements together in a budget file, unless a placement has that key. */
export const ALL_PLACEMENTS = 'placements'

/** What a budget of a line or of all placements is called. */
const LABELS: Record<string, string> = { [ALL_PLACEMENTS]: 'All placements', [TOTAL_LINE]: 'Everything' }

/** A line that a name means, or why it means none. */
export type FoundLine = { line: string } | { problem: string }

/** Returns a function that finds the line of the cost, or all placements, that a name means. */
export function lineFinder(scenario: Scenario): (name: string) => FoundLine {
  const lines = [...new Set([...moneyLinesOf(scenario), ALL_PLACEMENTS])]
  const namesOf = (line: string) => [line, lineLabel(line, scenario), ...(LABELS[line] ? [LABELS[line]] : [])]
  const byName = groupLines(lines.flatMap((line) => namesOf(line).map((name) => [fold(name), line] as const)))
  const suggest = suggestIn([...new Set(lines.flatMap(namesOf))])
  return (name) => {
    if (lines.includes(name)) return { line: name }
    const meant = [...(byName.get(fold(name)) ?? [])]
    if (meant.length === 1) return { line: meant[0] }
    const quoted = `'${quoteShort(name)}'`
    return meant.length > 1
      ? { problem: `${quoted} could be ${meant.join(' or ')}; write which` }
      : { problem: `${quoted} is not a line of the cost (${lines.join(', ')})${suggest(name)}` }
  }
}

/** Returns the label of the budget of a line: a placement's own, or the line as it is. */
export function budgetLabel(line: string, { placements }: Pick<Scenario, 'placements'>): string {
  return placements[line]?.label ?? LABELS[line] ?? line
}

function groupLines(pairs: (readonly [string, string])[]): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>()
  for (const [name, line] of pairs) byName.set(name, (byName.get(name) ?? new Set()).add(line))
  return byName
}

/** Suggests a name that is near, or of which all words are there: total for 'Grand total'. */
function suggestIn(names: string[]): (name: string) => string {
  const nearest = nameSuggester(names)
  return (name) => {
    const words = ` ${wordsOf(name)} `
    const near = nearest(name)
    const inside = near === '' ? names.find((known) => words.includes(` ${wordsOf(known)} `)) : undefined
    return inside === undefined ? near : `; did you mean ${inside}?`
  }
}

function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Letters and digits alone, so that 'In-house foster' is inHouseFoster. */
function fold(name: string): string {
  return wordsOf(name).replaceAll(' ', '')
}
