// The first step of the path: a scenario file -> a checked Scenario, or every problem of the file with its line.
import { createHash } from 'node:crypto'
import { type Change, changesBetween } from './changes.ts'
import { type Figure, findUnsourced, listFigures } from './figures.ts'
import { type FieldProblem, InputError, messageAt, type Problem } from './input-error.ts'
import { checkRules } from './scenario-rules.ts'
import { type Scenario, scenarioSchema } from './scenario-schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { applySets } from './set-values.ts'
import type { SourceDocument } from './source-document.ts'
import { readText } from './text-file.ts'
import { parseYaml } from './yaml-source.ts'

/** A scenario with what repeats and explains it: the file as it was read and the provenance of its numbers. */
export interface ScenarioFile {
  path: string
  text: string
  /** SHA-256 of the bytes of the file, in hex. */
  sha256: string
  /** What the command line put over the file, each PATH=VALUE. */
  sets: string[]
  /** What that changed. */
  changes: Change[]
  scenario: Scenario
  figures: Figure[]
}

/**
 * Reads and checks a scenario file with the values that `sets` puts over it, each PATH=VALUE; throws InputError with all
 * problems, first those of the sets and then those of the file in its order.
 */
export async function readScenario(path: string, sets: string[] = []): Promise<ScenarioFile> {
  return parseScenario(await readText(path), path, sets)
}

/** Checks the text of a scenario file; the path only names it in messages. */
export function parseScenario(text: string, path: string, sets: string[] = []): ScenarioFile {
  const file = parseYaml(text, path)
  const document = applySets(file, sets)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const changes = changesBetween(file.data, document.data, 'set')
  return { path, text, sha256, sets, changes, ...checkDocument(document) }
}

function checkDocument(document: SourceDocument): Pick<ScenarioFile, 'scenario' | 'figures'> {
  const parsed = scenarioSchema.safeParse(document.data)
  const problems = parsed.success
    ? [...findUnsourced(document), ...checkRules(parsed.data)]
    : schemaProblems(parsed.error.issues, document.data)
  if (!parsed.success || problems.length > 0) throw new InputError(inOrder(problems, document))
  return { scenario: parsed.data, figures: listFigures(document) }
}

function inOrder(problems: FieldProblem[], { placeOf }: SourceDocument): Problem[] {
  return problems
    .map(({ path, at, message }) => ({ ...placeOf(path, at), message: messageAt(path, message) }))
    .sort((one, other) => compare(one.line, other.line) || compare(one.column, other.column))
}

function compare(one = 0, other = 0): number {
  return one - other
}
