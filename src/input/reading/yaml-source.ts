// Text -> plain data, and the line of every part of it. What YAML allows but a scenario never needs is refused here.
// scenario-reader.ts gives the data to the schema and comes back for the lines.
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml'
import { InputError, type Place, type Problem, quoteSafe } from '../input-error.ts'
import { provenanceIn, type SourceDocument } from './source-document.ts'
import { offsetsIn } from './yaml-offsets.ts'
import { MAX_ALIASES, nestingProblem, structureProblems } from './yaml-structure.ts'

// Tags and the directive %YAML 1.1 would bring dates, binary data and other numbers back: only the core schema holds.
const PARSE_OPTIONS = {
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const

const ADVICE: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: "check the indentation, and put a text that contains ': ' in quotes",
  MULTILINE_IMPLICIT_KEY: 'check the indentation and that every key has its colon',
  MISSING_CHAR: 'check that every key has a colon and that every quote and bracket is closed',
  BAD_SCALAR_START: 'put this text in quotes',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'check the indentation and that every bracket is closed',
  TAG_RESOLVE_FAILED: 'leave out the tag, or put a text that begins with ! in quotes',
}

/** Reads YAML whose top level is a block of keys; throws InputError with every problem of its form. */
export function parseYaml(text: string, file: string): SourceDocument {
  const lines = linesOf(text)
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const fail = (problems: { offset: number; message: string }[]): never => {
    throw new InputError(problems.map(({ offset, message }): Problem => ({ ...placeAt(offset), message })))
  }

  const tooDeep = nestingProblem(text)
  if (tooDeep) fail([tooDeep])
  const document = parseDocument(text, PARSE_OPTIONS)
  const errors = [...document.errors, ...document.warnings]
  if (errors.length > 0) fail(errors.map((error) => ({ offset: error.pos[0], message: explain(error) })))
  if (document.contents === null || isEmpty(document.contents))
    throw new InputError([
      { file, message: 'is empty; a scenario is a block of keys that begins with name:' },
    ])
  if (!isMap(document.contents))
    fail([{ offset: document.contents.range![0], message: 'must be a block of keys, like name: Smallshire' }])
  const problems = structureProblems(document)
  if (problems.length > 0) fail(problems)

  const data = toData(document, file)
  const offsetOf = offsetsIn(document)
  return {
    data,
    provenanceOf: (path) => provenanceIn(data, path),
    placeOf: (path, at) => placeAt(offsetOf(path, at)),
  }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

function explain(error: YAMLError): string {
  if (error.code === 'MULTIPLE_DOCS') return 'a second document begins here (---); a scenario is one document'
  const advice = ADVICE[error.code]
  return `is not YAML: ${quoteSafe(error.message.split('\n')[0])}${advice ? `; ${advice}` : ''}`
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null
}

function toData(document: Document, file: string): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new InputError([{ file, message: 'repeats itself too often with *aliases; write the values out' }])
  }
}
