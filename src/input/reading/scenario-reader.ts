// A scenario from its texts: documents merged, set over, given their budgets and checked, without touching a disk.
// src/input/files/read-scenario.ts reads the texts from files.
import { sha256InHex } from '../../domain/sha256.ts'
import { applyBudgetFile, type BudgetFile, parseBudgetFile } from '../budget/budget-file.ts'
import { type DatedLayer, movedStart } from '../rules/date-warnings.ts'
import { type Change, changesBetween } from './changes.ts'
import { type CheckedScenario, checkDocument, scenarioDespite } from './check-document.ts'
import { mergeDocuments } from './merge-documents.ts'
import { applySets } from './set-values.ts'
import type { SourceDocument } from './source-document.ts'
import { parseSource, type SourceFile } from './source-file.ts'
import { valueAt } from './value-at.ts'

const STOCK = 'openingStock.children'

/** A scenario with what repeats and explains it: the files as they were read and the provenance of its numbers. */
export interface ScenarioFile extends CheckedScenario {
  path: string
  text: string
  /** Files that it extends: its parent, the parent's parent and so on. */
  parents: { path: string; text: string }[]
  /** SHA-256 in hex of the bytes of the file; with parents, of all files in this order with a NUL between each two. */
  sha256: string
  /** What the command line put over the file, each PATH=VALUE. */
  sets: string[]
  /** Budgets that a file of their own brought; absent where there is none. */
  budgetFile?: BudgetFile
  /** What names its random numbers: its `stream`, or the council of the file that all others extend. */
  stream: string
  /** What the file changed against its parent, and then what the sets changed. */
  changes: Change[]
}

/** Checks the text of a scenario file that extends none; the path only names it in messages. */
export function parseScenario(text: string, path: string, sets: string[] = []): ScenarioFile {
  return joinSources([parseSource(path, text)], sets)
}

/** All texts that a scenario is made from. */
export interface ScenarioTexts {
  /** The scenario file, then those that it extends, the nearest first. */
  files: { path: string; text: string }[]
  /** What was put over them, each PATH=VALUE. */
  sets: string[]
  /** Absent where no file of budgets was given. */
  budgetFile?: { path: string; text: string }
}

/** Makes a scenario of its texts alone, paths only naming them in messages; throws InputError with all problems. */
export function scenarioOf({ files, sets, budgetFile }: ScenarioTexts): ScenarioFile {
  const sources = files.map(({ path, text }) => parseSource(path, text))
  return joinSources(sources, sets, budgetFile && parseBudgetFile(budgetFile.text, budgetFile.path))
}

/**
 * Makes a scenario of a file and those that it extends, the nearest first, with what is put over them; throws InputError with
 * all problems: those of the sets, of the file in its order, of its parents, and of the budgets.
 */
export function joinSources(files: SourceFile[], sets: string[], budgetFile?: BudgetFile): ScenarioFile {
  const [{ path, text }, ...parents] = files
  const documents = files.map(({ document }) => document)
  const merged = mergeDocuments(documents)
  const document = applySets(merged, sets)
  const whole = budgetFile
    ? applyBudgetFile(document, budgetFile, scenarioDespite(document.data))
    : { document, problems: [] }
  const checked = checkDocument(
    whole.document,
    [...files.map((one) => one.path), ...(budgetFile ? [budgetFile.path] : [])],
    whole.problems,
    movedStart([...documents.toReversed().map(datedLayer), layerOfSets(sets)]),
  )
  return {
    path,
    text,
    parents: parents.map((parent) => ({ path: parent.path, text: parent.text })),
    sha256: sha256InHex(files.map((one) => one.text).join('\0')),
    sets,
    ...(budgetFile && { budgetFile }),
    changes: changesOf(documents, merged, document),
    stream: checked.scenario.stream ?? rootCouncil(documents) ?? checked.scenario.council,
    ...checked,
  }
}

/** What the file changes against the one that it extends, and then what the sets change. */
function changesOf(documents: SourceDocument[], merged: SourceDocument, withSets: SourceDocument): Change[] {
  const parent = documents.length > 1 ? mergeDocuments(documents.slice(1)) : merged
  return [
    ...changesBetween(parent.data, merged.data, 'extends'),
    ...changesBetween(merged.data, withSets.data, 'set'),
  ]
}

function datedLayer({ data }: SourceDocument): DatedLayer {
  return { start: data.start, hasStock: valueAt(data, STOCK.split('.')) !== undefined }
}

/** Whether the sets are allowed was checked before. */
function layerOfSets(sets: string[]): DatedLayer {
  const setTo = (path: string) => sets.find((set) => set.startsWith(`${path}=`))?.slice(path.length + 1)
  return {
    start: setTo('start'),
    hasStock: setTo(STOCK) !== undefined || setTo(`${STOCK}.value`) !== undefined,
  }
}

/** The council of the oldest file that names one: a fork is about it too, whatever it calls itself. */
function rootCouncil(documents: SourceDocument[]): string | undefined {
  const councils = documents.map(({ data }) => data.council)
  return councils.findLast((council) => typeof council === 'string')
}
