// The data of a scenario held against schema and rules: every problem at once, each at its place in the texts.
import { type FieldPath, type FieldProblem, InputError, type Problem } from '../input-error.ts'
import {
  dateWarnings,
  type InputWarning,
  type MovedStart,
  movedStartProblems,
} from '../rules/date-warnings.ts'
import { type ScaledShares, scaleRounded } from '../rules/rounded-shares.ts'
import { checkRules } from '../rules/scenario-rules.ts'
import { type Scenario, scenarioSchema } from '../schema/scenario-schema.ts'
import { schemaProblems } from '../schema/schema-problems.ts'
import { type Figure, findUnsourced, listFigures } from './figures.ts'
import { mendedData } from './mended-data.ts'
import { inOrder } from './problem-order.ts'
import { type Assumption, listAssumptions, rangeProblems, refuseRanges } from './ranges.ts'
import type { SourceDocument } from './source-document.ts'

/** A scenario that keeps all rules, and what its document says of its numbers. */
export interface CheckedScenario {
  scenario: Scenario
  figures: Figure[]
  /** The numbers that are ranges, in the order of the file. */
  assumptions: Assumption[]
  /** What a reader of the result must know first: dates that do not belong together, shares that were scaled. */
  warnings: InputWarning[]
}

/** What can be read of a scenario, wrong parts put right by guess: enough to know its lines. */
export function scenarioDespite(raw: Record<string, unknown>): Scenario | undefined {
  const { data } = refuseRanges(raw)
  const parsed = scenarioSchema.safeParse(data)
  if (parsed.success) return parsed.data
  return scenarioSchema.safeParse(mendedData(parsed.error.issues, data).data).data
}

/**
 * Checks the data of a scenario against schema and rules; throws InputError with its problems and those `placed` elsewhere, in
 * the order of the paths.
 */
export function checkDocument(
  document: SourceDocument,
  paths: string[],
  placed: Problem[],
  moved: MovedStart | undefined,
): CheckedScenario {
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
