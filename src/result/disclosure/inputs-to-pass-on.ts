// What of a result's input is passed on: its files, the scenario, figures, ranges and changes. -> pass-on.ts
import type { Change } from '../../input/reading/changes.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { DrawnInput, Result, SourcedFigure } from '../result.ts'
import { CONFIDENTIAL } from './confidential.ts'
import { isPathWithheld, type Withheld } from './withheld.ts'

/** Tells whether no count that rates are fitted to is withheld: with one of them the others would tell it. */
export function isFitShown({ paths }: Withheld): boolean {
  return ![...paths].some((path) => path.startsWith('facts.'))
}

/** Leaves the texts out: what the files to be passed on show of them is in the other fields. */
export function sourceToPassOn({ parents, ...source }: Result['source']): Result['source'] {
  return {
    ...source,
    text: '',
    parents: parents.map((parent) => ({ ...parent, text: '' })),
  }
}

/** Returns PATH=[c] for a value that was set and is withheld. */
export function setToPassOn(set: string, withheld: Withheld): string {
  const [path] = set.split('=', 1)
  return isPathWithheld(path, withheld) ? `${path}=${CONFIDENTIAL}` : set
}

/** Returns the scenario with NaN for its figures that are withheld, and without such history. */
export function scenarioToPassOn(scenario: Scenario, withheld: Withheld): Scenario {
  const kept = structuredClone(scenario)
  for (const path of withheld.paths) withhold(kept, path.split('.'))
  for (const date of Object.keys(kept.history?.children ?? {}))
    if (isPathWithheld(`history.children.${date}`, withheld)) delete kept.history?.children[date]
  for (const [date, children] of Object.entries(kept.outcome?.children ?? {}))
    if (children < withheld.below) delete kept.outcome?.children[date]
  return kept
}

/** Puts NaN where a number stands; some paths have none. */
function withhold(data: unknown, [step, ...others]: string[]): void {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return
  const block = data as Record<string, unknown>
  if (others.length > 0) withhold(block[step], others)
  else if (typeof block[step] === 'number') block[step] = Number.NaN
}

/** Returns the changes with the mark for what is withheld. */
export function changesToPassOn(changes: Change[], withheld: Withheld): Change[] {
  return changes.map((change) =>
    isPathWithheld(change.path, withheld) ? { ...change, from: CONFIDENTIAL, to: CONFIDENTIAL } : change,
  )
}

/** A number, or the word for a small one. */
const NUMBER = /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten)\b/i

/** Returns the figures with NaN for what is withheld; what is said of a small count may say it too, also where one text is of several figures. */
export function figuresToPassOn(figures: SourcedFigure[], withheld: Withheld): SourcedFigure[] {
  const hidden = figures.filter(({ path }) => isPathWithheld(path, withheld))
  const texts = new Set(hidden.map(({ text }) => text).filter((text) => NUMBER.test(text)))
  return figures.map((figure) => ({
    ...figure,
    ...(hidden.includes(figure) && { value: Number.NaN }),
    ...(texts.has(figure.text) && { text: `${CONFIDENTIAL} (a text that may name the number)` }),
  }))
}

/** Returns the ranges with NaN for what is withheld. */
export function assumptionsToPassOn(assumptions: DrawnInput[], withheld: Withheld): DrawnInput[] {
  return assumptions.map((one) => assumptionToPassOn(one, withheld))
}

/** A range of the fit follows from the number of events; where one count is withheld, the others would tell it. */
function assumptionToPassOn(one: DrawnInput, withheld: Withheld): DrawnInput {
  const isSmall = one.events !== undefined && (!isFitShown(withheld) || one.events < withheld.below)
  if (!isSmall && !isPathWithheld(one.path, withheld)) return one
  return {
    ...one,
    range: { ...one.range, low: Number.NaN, high: Number.NaN, ...(!isSmall && { central: Number.NaN }) },
    ...(one.events !== undefined && { events: Number.NaN }),
  }
}
