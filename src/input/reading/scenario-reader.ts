// The first step of the path: a scenario file -> a checked Scenario, or every problem of the file with its line.
import { createHash } from 'node:crypto'
import { applyBudgetFile, type BudgetFile, parseBudgetFile, readBudgetFile } from '../budget/budget-file.ts'
import {
  type FieldPath,
  type FieldProblem,
  InputError,
  messageAt,
  type Place,
  type Problem,
} from '../input-error.ts'
import {
  type DatedLayer,
  dateWarnings,
  type InputWarning,
  type MovedStart,
  movedStart,
  movedStartProblems,
} from '../rules/date-warnings.ts'
import { type ScaledShares, scaleRounded } from '../rules/rounded-shares.ts'
import { checkRules } from '../rules/scenario-rules.ts'
import { type Scenario, scenarioSchema } from '../schema/scenario-schema.ts'
import { schemaProblems } from '../schema/schema-problems.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Figure, findUnsourced, listFigures } from './figures.ts'
import { mendedData } from './mended-data.ts'
import { mergeDocuments } from './merge-documents.ts'
import { type Assumption, listAssumptions, rangeProblems, refuseRanges } from './ranges.ts'
import { applySets } from './set-values.ts'
import type { SourceDocument } from './source-document.ts'
import { readSourceFiles, type SourceFile } from './source-files.ts'
import { valueAt } from './value-at.ts'
import { parseYaml } from './yaml-source.ts'

const STOCK = 'openingStock.children'

/** A scenario with what repeats and explains it: the files as they were read and the provenance of its numbers. */
export interface ScenarioFile {
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
  scenario: Scenario
  figures: Figure[]
  /** The numbers that are ranges, in the order of the file. */
  assumptions: Assumption[]
  /** What a reader of the result must know first: dates that do not belong together, shares that were scaled. */
  warnings: InputWarning[]
}

/**
 * Reads and checks a scenario file, put over the files that it extends, with the values that `sets` puts over it, each
 * PATH=VALUE, and with the budgets of a CSV file; throws InputError with all problems: those of the sets, of the file in
 * its order, of its parents, and of the budgets.
 */
export async function readScenario(
  path: string,
  sets: string[] = [],
  budgetFile?: string,
): Promise<ScenarioFile> {
  const files = await readSourceFiles(path)
  return checkFiles(files, sets, budgetFile === undefined ? undefined : await readBudgetFile(budgetFile))
}

/** Checks the text of a scenario file that extends none; the path only names it in messages. */
export function parseScenario(text: string, path: string, sets: string[] = []): ScenarioFile {
  return checkFiles([{ path, text, document: parseYaml(text, path) }], sets)
}

/** The texts that a result keeps of what it was made from. */
export interface KeptTexts {
  /** The scenario file, then those that it extends, the nearest first. */
  files: { path: string; text: string }[]
  /** What was put over them, each PATH=VALUE. */
  sets: string[]
  /** Absent where no file of budgets was given. */
  budgetFile?: { path: string; text: string }
}

/** Reads a scenario again from the texts that a result keeps; throws InputError where they are no longer understood. */
export function parseKeptTexts({ files, sets, budgetFile }: KeptTexts): ScenarioFile {
  const sources = files.map(({ path, text }) => ({ path, text, document: parseYaml(text, path) }))
  return checkFiles(sources, sets, budgetFile && parseBudgetFile(budgetFile.text, budgetFile.path))
}

function checkFiles(files: SourceFile[], sets: string[], budgetFile?: BudgetFile): ScenarioFile {
  const [{ path, text }, ...parents] = files
  const documents = files.map(({ document }) => document)
  const file = mergeDocuments(documents)
  const document = applySets(file, sets)
  const whole = budgetFile
    ? applyBudgetFile(document, budgetFile, scenarioDespite(document.data))
    : { document, problems: [] }
  const checked = checkDocument(
    whole.document,
    [...files.map((one) => one.path), ...(budgetFile ? [budgetFile.path] : [])],
    whole.problems,
    movedStart([...documents.toReversed().map(datedLayer), layerOfSets(sets)]),
  )
  const parentData = parents.length > 0 ? mergeDocuments(documents.slice(1)).data : file.data
  return {
    path,
    text,
    parents: parents.map((parent) => ({ path: parent.path, text: parent.text })),
    sha256: createHash('sha256')
      .update(files.map((one) => one.text).join('\0'))
      .digest('hex'),
    sets,
    ...(budgetFile && { budgetFile }),
    changes: [
      ...changesBetween(parentData, file.data, 'extends'),
      ...changesBetween(file.data, document.data, 'set'),
    ],
    stream: checked.scenario.stream ?? rootCouncil(documents) ?? checked.scenario.council,
    ...checked,
  }
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

/** What can be read of a scenario, wrong parts put right by guess: enough to know its lines. */
function scenarioDespite(raw: Record<string, unknown>): Scenario | undefined {
  const { data } = refuseRanges(raw)
  const parsed = scenarioSchema.safeParse(data)
  if (parsed.success) return parsed.data
  return scenarioSchema.safeParse(mendedData(parsed.error.issues, data).data).data
}

function checkDocument(
  document: SourceDocument,
  paths: string[],
  placed: Problem[],
  moved: MovedStart | undefined,
): Pick<ScenarioFile, 'scenario' | 'figures' | 'assumptions' | 'warnings'> {
  const { data, problems: refused } = refuseRanges(document.data)
  const parsed = scenarioSchema.safeParse(data)
  const scaled = parsed.success ? scaleRounded(parsed.data, data) : []
  const problems = parsed.success
    ? [
        ...findUnsourced(document),
        ...checkRules(parsed.data),
        ...rangeProblems(data),
        ...movedStartProblems(moved),
      ]
    : [...schemaProblems(parsed.error.issues, data), ...rulesDespite(parsed.error.issues, data)]
  if (!parsed.success || problems.length + refused.length + placed.length > 0)
    throw new InputError(inOrder([...refused, ...problems], placed, document, paths))
  return {
    scenario: parsed.data,
    figures: listFigures(document),
    assumptions: listAssumptions(data),
    warnings: [...dateWarnings(parsed.data, moved), ...scaled.map(scaledWarning)],
  }
}

function scaledWarning({ path, sum }: ScaledShares): InputWarning {
  const text = `the shares of ${path.join('.')} sum to ${sum}, within rounding, and are scaled to sum to 1`
  return { code: 'scaled-shares', text }
}

/** What the rules find wrong besides, where the schema's issues can be put right by guess; nothing about the guesses. */
function rulesDespite(issues: Parameters<typeof mendedData>[0], data: unknown): FieldProblem[] {
  const { data: mended, guesses } = mendedData(issues, data)
  const touchesGuess = overlapWith(guesses)
  const problems = [...rulesOf(mended), ...rangeProblems(mended)].filter(({ path }) => !touchesGuess(path))
  if (problems.length === 0) return []
  // What changes with a guess quotes a value that the file does not have.
  const nudged = mendedData(issues, data, 1).data
  const others = new Set([...rulesOf(nudged), ...rangeProblems(nudged)].map(keyOfProblem))
  return problems.filter((problem) => others.has(keyOfProblem(problem)))
}

function rulesOf(data: unknown): FieldProblem[] {
  const parsed = scenarioSchema.safeParse(data)
  return parsed.success ? checkRules(parsed.data) : []
}

function keyOfProblem({ path, message }: FieldProblem): string {
  return `${keyOfPath(path)} ${message}`
}

/** Returns what tells whether a path lies within one of some paths, or one of them within it. */
function overlapWith(others: FieldPath[]): (path: FieldPath) => boolean {
  const whole = new Set(others.map(keyOfPath))
  const beginnings = new Set(others.flatMap(beginningsOf).map(keyOfPath))
  return (path) =>
    beginnings.has(keyOfPath(path)) || beginningsOf(path).some((beginning) => whole.has(keyOfPath(beginning)))
}

/** Lists the paths from the top of the scenario down to this one. */
function beginningsOf(path: FieldPath): FieldPath[] {
  return Array.from({ length: path.length + 1 }, (_, length) => path.slice(0, length))
}

function keyOfPath(path: FieldPath): string {
  return JSON.stringify(path.map(String))
}

function inOrder(
  problems: FieldProblem[],
  placed: Problem[],
  { placeOf }: SourceDocument,
  paths: string[],
): Problem[] {
  // Sets are in no file, so that they come first.
  const rank = ({ file, line = 0, column = 0 }: Place) => [paths.indexOf(file), line, column]
  const ofFields = problems.map(({ path, at, message }) => {
    const place = placeOf(path, at)
    return { rank: rank(place), word: () => ({ ...place, message: messageAt(path, message) }) }
  })
  return [...ofFields, ...placed.map((problem) => ({ rank: rank(problem), word: () => problem }))]
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ word }) => word())
}

function compare(one: number[], other: number[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  return index < 0 ? 0 : one[index] - other[index]
}
