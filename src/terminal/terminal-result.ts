// What a finished run says in the terminal: table, fan, how much of the input is assumed, and where the files are.

import { basename, join } from 'node:path'
import { formatCount } from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import { axesOf } from '../model/axes.ts'
import type { Delivered } from '../result/delivered.ts'
import { CONFIDENTIAL } from '../result/disclosure/confidential.ts'
import { fanData } from '../result/fan-data.ts'
import { assumedInputs, countInputs } from '../result/input-count.ts'
import { ofBaseline } from '../result/of-baseline.ts'
import { packagesInDetail } from '../result/packages-in-detail.ts'
import type { Result } from '../result/result.ts'
import { yearRows } from '../result/rows/year-rows.ts'
import type { ResultWarning } from '../result/warnings/result-warning.ts'
import { afterCareInWords, paidAfterCare } from '../words/after-care-in-words.ts'
import { changesInWords } from '../words/changes-in-words.ts'
import { claimsInWords } from '../words/claims-in-words.ts'
import { firstYearChange, firstYearInWords } from '../words/first-year.ts'
import { fitInWords } from '../words/fit-in-words.ts'
import { intervalsInWords } from '../words/intervals-in-words.ts'
import { outcomesInWords } from '../words/outcomes-in-words.ts'
import { precisionInWords } from '../words/precision-in-words.ts'
import { rangeInWords } from '../words/range-in-words.ts'
import { reentryInWords } from '../words/reentry-in-words.ts'
import { namesOfPackages } from '../words/short-names.ts'
import { bridgeInWords } from './bridge-lines.ts'
import { budgetTables } from './budget-tables.ts'
import { filesInWords } from './files-in-words.ts'
import { packageTables } from './package-tables.ts'
import { solveInWords } from './solve-lines.ts'
import { terminalFan } from './terminal-fan.ts'
import { paint, type TerminalStyle } from './terminal-style.ts'
import { yearsTable } from './terminal-table.ts'

const MOST_UNKNOWNS = 5

/** Warnings without which the numbers below would be read for what they are not. */
const FIRST = ['stock-of-another-day', 'old-facts', 'old-prices']

/** Told with the fit. */
const WITH_FIT = ['fact-not-reached']

function comesFirst({ code }: ResultWarning): boolean {
  return FIRST.includes(code)
}

/** Writes the whole result and where it is, without a line break at the end. */
export function terminalResult(delivered: Delivered, style: TerminalStyle): string {
  const { result, notes } = delivered
  const { scenario, identity } = result
  const { runs, seed, intervals } = identity
  const axes = axesOf(scenario)
  const fan = fanData(scenario, axes, ofBaseline(result.monthly))
  const wrap = (text: string) => wrapText(text, style.columns)
  const indented = (lines: string[]) => lines.flatMap((line) => wrapText(line, style.columns, '  '))
  const packages = namesOfPackages(result.packages)
  const detailed = namesOfPackages(packagesInDetail(result.packages ?? []))
  const paragraphs = [
    result.solve ? solveInWords(result.solve, style) : [],
    result.warnings.filter(comesFirst).flatMap(({ text }) => wrap(`WARNING: ${text}.`)),
    [...wrap(scenario.name).map((line) => paint(style, 'bold', line)), ...wrap(scenario.question)],
    wrap(
      `${formatCount(runs, 'run')}, seed ${seed}. 80 % interval: P10 to P90; ${intervalsInWords(intervals)}.`,
    ),
    indented(changesInWords(result.changes, parentOf(result))),
    illustrationLines(identity.illustrative).flatMap(wrap),
    [...yearsTable(yearRows(result, axes), style), ...tableNotes(result).flatMap(wrap)],
    ...budgetTables(result.budgets, runs, style, packages),
    bridgeInWords(result.bridge, style),
    ...packageTables(result.packages ?? [], result.attribution ?? [], runs, style),
    terminalFan(fan, style),
    firstYearInWords(firstYearChange(fan.fan)).flatMap(wrap),
    claimsInWords(result.claims, runs, detailed).flatMap((line) => wrapItem(line, style)),
    outcomesInWords(result.outcomes, detailed).flatMap((line) => wrapItem(line, style)),
    indented(rangeInWords({ ...result, fan, runs })),
    indented([...fitInWords(result), ...reentryInWords(result.reentry)]),
    [...wrap(`${assumedInputs(countInputs(result.figures))}.`), ...unknownLines(scenario.unknown, style)],
    [...notes.flatMap(wrap), ...fileLists(delivered, wrap)],
  ]
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** Name of the file that the scenario's extends. */
function parentOf({ source: { parents } }: Result): string | undefined {
  return parents.length > 0 ? basename(parents[0].path) : undefined
}

/** All files, or apart those that may be passed on. */
function fileLists({ result, folder, files }: Delivered, wrap: (text: string) => string[]): string[] {
  const { disclosure } = result.scenario
  const list = (listed: Delivered['files']) => filesInWords(listed.map(({ name }) => join(folder, name)))
  if (disclosure === undefined) return ['Written:', ...list(files)]
  const counts = `counts of fewer than ${disclosure.below} children`
  return [
    ...wrap(`Written, and may be passed on, ${counts} being ${CONFIDENTIAL}:`),
    ...list(files.filter(({ mayBePassedOn }) => mayBePassedOn)),
    '',
    ...wrap(`Written, and not to be passed on, since ${counts} are in it:`),
    ...list(files.filter(({ mayBePassedOn }) => !mayBePassedOn)),
  ]
}

/** Keeps the indentation of a line, and indents what does not fit on it further. */
function wrapItem(line: string, style: TerminalStyle): string[] {
  const indent = line.slice(0, line.search(/\S/))
  return wrapText(line, style.columns - indent.length, '  ').map((part) => indent + part)
}

function illustrationLines(reason: string | undefined): string[] {
  return reason === undefined ? [] : [`ILLUSTRATION ONLY: ${reason}`]
}

function tableNotes({ errors, warnings, years, scenario }: Result): string[] {
  const told = warnings.filter(({ code }) => !FIRST.includes(code) && !WITH_FIT.includes(code))
  return [
    ...afterCareInWords(paidAfterCare(ofBaseline(years), scenario)),
    'Error: the Monte Carlo standard error of the mean number of children.',
    precisionInWords(errors),
    ...told.map(({ text }) => `Warning: ${text}.`),
    'Quantiles do not add up: each year and the total are ranked on their own.',
  ]
}

function unknownLines(unknown: string[], style: TerminalStyle): string[] {
  const shown = unknown.slice(0, MOST_UNKNOWNS).flatMap((text) => wrapText(`- ${text}`, style.columns, '  '))
  const more = unknown.length - MOST_UNKNOWNS
  return [
    ...(shown.length ? ['The document does not say:', ...shown] : []),
    ...(more > 0 ? [`+ ${more} more in the manifest`] : []),
  ]
}
