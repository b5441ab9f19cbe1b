// What the YAML syntax lets through and could crash or fool what follows: depth, reserved and repeated keys, aliases.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type YAMLMap,
} from 'yaml'
import { type FieldPath, messageAt, quoteSafe } from '../input-error.ts'

/** Times that *aliases may be used in one file. */
export const MAX_ALIASES = 100
/** Keys and values that *aliases may stand for in one file, all together. */
const MAX_REPEATED = 20_000
const MAX_DEPTH = 64

/** A problem and its offset in the text. */
export interface StructureProblem {
  offset: number
  message: string
}

/** Finds nesting so deep that composing it would exhaust the stack, which V8 does not always survive. */
export function nestingProblem(text: string): StructureProblem | undefined {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    for (const _token of parser.next(lexeme)) {
      // only the depth of what is being built matters
    }
    if (parser.stack.length > MAX_DEPTH)
      return { offset: parser.offset - 1, message: `is nested more than ${MAX_DEPTH} levels deep` }
  }
  return undefined
}

/** Lists keys that are reserved, repeated or not words, and aliases that cannot be resolved. */
export function structureProblems(document: Document): StructureProblem[] {
  const problems: StructureProblem[] = []
  let aliases = 0
  let repeated = 0
  const sizeOf = sizeFinder(document)

  const visit = (node: unknown, path: FieldPath, ancestors: unknown[]): void => {
    if (isMap(node)) {
      problems.push(...keyProblems(node, path))
      for (const { key, value } of node.items)
        visit(value, [...path, String((key as { value?: unknown })?.value)], [...ancestors, node])
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item, [...path, index], [...ancestors, node])
      })
    } else if (isAlias(node) && ++aliases <= MAX_ALIASES) {
      const before = repeated
      repeated += sizeOf(node)
      problems.push(...aliasProblems(node, document, path, ancestors))
      if (before <= MAX_REPEATED && repeated > MAX_REPEATED)
        problems.push({ offset: node.range![0], message: messageAt(path, TOO_MUCH) })
    } else if (isAlias(node) && aliases === MAX_ALIASES + 1) {
      const message = messageAt(path, `is one alias more than the ${MAX_ALIASES} that are allowed`)
      problems.push({ offset: node.range![0], message })
    }
  }
  visit(document.contents, [], [])
  return problems
}

const TOO_MUCH = `*aliases up to this one stand for more than ${MAX_REPEATED} keys and values; write fewer of them`

/** Counts the parts that a node has once all aliases in it are written out; nothing of one that contains itself. */
function sizeFinder(document: Document): (node: unknown) => number {
  const sizes = new Map<unknown, number>()
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node)
    if (known !== undefined) return known
    sizes.set(node, 0)
    const parts = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : []
    const own = isAlias(node) ? sizeOf(node.resolve(document)) : 1
    const size = parts.reduce<number>((sum, part) => sum + sizeOf(part), own)
    sizes.set(node, size)
    return size
  }
  return sizeOf
}

function keyProblems(map: YAMLMap, path: FieldPath): StructureProblem[] {
  const seen = new Set<string>()
  const problems: StructureProblem[] = []
  for (const { key, value } of map.items) {
    const offset = (key as Node | null)?.range?.[0] ?? map.range![0]
    const report = (message: string) => problems.push({ offset, message })
    if (!isScalar(key) || key.value === null) {
      report(messageAt(path, 'every key must be a word or a text'))
      continue
    }
    const name = String(key.value)
    if (name in Object.prototype) report(messageAt([...path, name], 'is a reserved word; choose another key'))
    if (seen.has(name))
      report(messageAt([...path, name], 'is here a second time; a key may appear once in its block'))
    seen.add(name)
    if (map.flow && value === null) report(messageAt([...path, name], brokenByComma(name)))
  }
  return problems
}

/** In { source: table 1, row 2 } the comma ends the text, and `row 2` stands as a key without a colon. */
function brokenByComma(name: string): string {
  const mend = /^\d[\d.]*$/.test(name) ? 'write numbers without commas' : 'put a text that has one in quotes'
  return `has no colon and no value; in { } a comma ends a value: ${mend}`
}

function aliasProblems(
  alias: Alias,
  document: Document,
  path: FieldPath,
  ancestors: unknown[],
): StructureProblem[] {
  const target = alias.resolve(document)
  const offset = alias.range![0]
  const name = quoteSafe(alias.source)
  if (!target) return [{ offset, message: messageAt(path, `*${name} has no &${name} before it`) }]
  if (ancestors.includes(target)) return [{ offset, message: messageAt(path, `*${name} contains itself`) }]
  return []
}
