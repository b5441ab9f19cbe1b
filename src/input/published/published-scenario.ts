// A scenario of any English council from published figures alone: table, authority and year -> the text of a scenario
// file with its comments, and the scenario as the reader takes it.
import { parseScenario, type ScenarioFile } from '../reading/scenario-reader.ts'
import { councilContext } from './council-context.ts'
import { figuresPutRight, type PutRight } from './figures-put-right.ts'
import type { PublishedTable } from './published-table.ts'
import { entriesLines } from './sections/entries-lines.ts'
import { factsLines } from './sections/facts-lines.ts'
import { exitLines, moveLines } from './sections/hazard-lines.ts'
import { openingLines } from './sections/opening-lines.ts'
import { placementLines, stockLines } from './sections/stock-lines.ts'
import { unknownLines } from './sections/unknown-lines.ts'

export interface PublishedScenario {
  text: string
  /** Suppressed figures that are worked out or have a value put in their place. */
  putRight: PutRight[]
  /** Children on the first day. */
  children: number
  /** Whether the edition has no child of the council, so that the scenario's one child is invented. */
  isInvented: boolean
}

/**
 * Writes the scenario of the authority with an ONS code, from 31 March of the year on, for so many years. Nothing of the
 * table that came out after the edition of that year changes a byte of it.
 */
export function publishedScenario(
  table: PublishedTable,
  code: string,
  year: number,
  years: number,
): PublishedScenario {
  const context = councilContext(table, code, year, years)
  const lines = [
    ...openingLines(context),
    ...placementLines(),
    ...stockLines(context),
    ...entriesLines(context),
    ...factsLines(context),
    ...exitLines(context),
    ...moveLines(context),
    ...unknownLines(context),
  ]
  return {
    text: `${lines.join('\n')}\n`,
    putRight: figuresPutRight(context),
    children: context.figures?.stock.value ?? 1,
    isInvented: context.figures === undefined,
  }
}

/** Reads that scenario without a file, for what works with many of them. */
export function readPublishedScenario(
  table: PublishedTable,
  code: string,
  year: number,
  years: number,
): ScenarioFile {
  return parseScenario(publishedScenario(table, code, year, years).text, `${code}-${year}.yaml`)
}
