// The first step of the path: a scenario file -> a checked Scenario, or every problem of the file with its line.
import { createHash } from 'node:crypto'
import { type Figure, findUnsourced, listFigures } from './figures.ts'
import { type FieldProblem, InputError, messageAt, type Problem } from './input-error.ts'
import { checkRules } from './scenario-rules.ts'
import { type Scenario, scenarioSchema } from './scenario-schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { readText } from './text-file.ts'
import { parseYaml, type YamlSource } from './yaml-source.ts'

/** A scenario with what repeats and explains it: the file as it was read and the provenance of its numbers. */
export interface ScenarioFile {
  path: string
  text: string
  /** SHA-256 of the bytes of the file, in hex. */
  sha256: string
  scenario: Scenario
  figures: Figure[]
}

/** Reads and checks a scenario file; throws InputError with all problems in the order of the file. */
export async function readScenario(path: string): Promise<ScenarioFile> {
  return parseScenario(await readText(path), path)
}

/** Checks the text of a scenario file; the path only names it in messages. */
export function parseScenario(text: string, path: string): ScenarioFile {
  const source = parseYaml(text, path)
  const parsed = scenarioSchema.safeParse(source.data)
  const problems = parsed.success
    ? [...findUnsourced(source.data), ...checkRules(parsed.data)]
    : schemaProblems(parsed.error.issues, source.data)
  if (!parsed.success || problems.length > 0) throw new InputError(inFileOrder(problems, source, path))
  return {
    path,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    scenario: parsed.data,
    figures: listFigures(source.data),
  }
}

function inFileOrder(problems: FieldProblem[], source: YamlSource, file: string): Problem[] {
  return problems
    .map(({ path, at, message }) => ({
      file,
      ...source.placeOf(path, at),
      message: messageAt(path, message),
    }))
    .sort((one, other) => one.line - other.line || one.column - other.column)
}
