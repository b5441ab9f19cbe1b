// What stands above the table of every sheet: which result it is, that it is an illustration where it is one, and notes.

import { financialYearInWords } from '../../../domain/financial-year.ts'
import { formatCount } from '../../../domain/quantity.ts'
import { markInWords } from '../../../result/disclosure/confidential.ts'
import { intervalsInWords } from '../../../words/intervals-in-words.ts'
import type { PaperTables } from '../paper-tables.ts'
import { boldCell, type SheetRow, textCell, titleCell } from './cells.ts'

/** Returns the rows above a table, each note in a row of its own. */
export function sheetHead({ result }: PaperTables, title: string, notes: string[]): SheetRow[] {
  const { scenario } = result.identity
  return [
    [titleCell(title === '' ? scenario : `${title}: ${scenario}`)],
    ...illustrationRows(result.identity.illustrative),
    ...[...notes, ...markNotes(result)].map((note) => [textCell(note)]),
  ]
}

function illustrationRows(reason: string | undefined): SheetRow[] {
  return reason === undefined ? [] : [[boldCell(`ILLUSTRATION ONLY: ${reason}`)]]
}

/** Explains the mark of confidential numbers where there may be some. */
function markNotes({ scenario: { disclosure } }: PaperTables['result']): string[] {
  return disclosure === undefined ? [] : [markInWords(disclosure.below)]
}

/** Says what the interval is. */
export function intervalNote({ result }: PaperTables): string {
  return `80 % prediction interval: P10 to P90, of ${intervalsInWords(result.identity.intervals)}.`
}

/** Says how numbers are rounded and in which files the full ones are. */
export function roundingNote({ result }: PaperTables, full = 'years.csv and years.arrow'): string {
  const runs = formatCount(result.identity.runs, 'run')
  return `Rounded to what ${runs} can tell: to the first digit of the Monte Carlo error. Full numbers are in ${full}.`
}

/** Words a column of a financial year, or of 'all' of them; of a part year it says which part. */
export function yearHeading(name: string, years: PaperTables['years']): string {
  const part = years.find(({ financial_year }) => financial_year === name)?.part
  const words = financialYearInWords(name)
  return part === undefined ? words : `${words} (part: ${part})`
}
