// The import rule as a function from files to violations, so that the rule itself can be tested on made-up files.

/** A source file: its path from the root of the project, with slashes, and its text. */
export interface SourceFile {
  path: string
  text: string
}

interface ImportLine {
  target: string
  typeOnly: boolean
}

/** Rooms of src from left to right; each may import from itself and from those to its left. */
export const ROOMS = [
  'domain',
  'input',
  'model',
  'run',
  'estimate',
  'money',
  'summary',
  'result',
  'words',
  'terminal',
  'report',
  'write',
  'forecast',
  'study',
  'commands',
  'cli.ts',
]

/** Rooms that must run anywhere, in a browser page too; pool.ts is what starts threads in Node. */
const CORE_ROOMS = ['domain', 'model', 'run', 'money', 'summary']
const NODE_FILES = ['src/run/threads/pool.ts']
const CORE_PACKAGES = ['@noble/hashes/sha2.js', 'seedrandom/lib/alea.js', 'simple-statistics']
const WORKER_ROOMS = ['run', 'summary', 'study']
const WORKER_PACKAGES = ['piscina']
const FORBIDDEN_NAMES = ['index.ts', 'utils.ts', 'types.ts', 'helpers.ts']

const IMPORT = /^\s*import\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const REEXPORT = /^\s*export\s+(type\s)?(?:\*|\{)[^'"]*?\sfrom\s+['"]([^'"]+)['"]/gm
const SHEBANG = /^#!.*\n/
const DYNAMIC_IMPORT = /\bimport\(()\s*['"]([^'"]+)['"]/g

/** Returns every import of a text, its own declarations included. */
function importsOf(text: string): ImportLine[] {
  return [IMPORT, REEXPORT, DYNAMIC_IMPORT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, type, target]) => ({ target, typeOnly: Boolean(type) })),
  )
}

function resolve(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1)
}

/** The room of a path: the first folder under src, or the file itself where it stands in src. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)/.exec(path)?.[1]
}

/** Returns a sentence for each violation of the rules that CONTRIBUTING.md states; none where all is well. */
export function importViolations(files: SourceFile[]): string[] {
  const core = coreFiles(files)
  return [...files.flatMap((file) => violationsOfFile(file, core.has(file.path))), ...cycles(files)]
}

function violationsOfFile({ path, text }: SourceFile, isCore: boolean): string[] {
  const violations = importsOf(text).flatMap(
    (line) =>
      (line.target.startsWith('.') ? roomViolation(path, line) : packageViolation(path, line, isCore)) ?? [],
  )
  const name = path.split('/').at(-1)!
  if (FORBIDDEN_NAMES.includes(name)) violations.push(`${path} has a name that says nothing`)
  if (!text.replace(SHEBANG, '').startsWith('//'))
    violations.push(`${path} does not begin with a comment that says what it is`)
  const room = roomOf(path)
  if (room !== undefined && !ROOMS.includes(room)) violations.push(`${path} is in a room that has no order`)
  return violations
}

function roomViolation(path: string, { target }: ImportLine): string | undefined {
  const found = resolve(path, target)
  const line = `${path} -> ${found}`
  const [from, to] = [roomOf(path), roomOf(found)]
  if (to === undefined) return `${line}: leaves src`
  if (from === undefined && !WORKER_ROOMS.includes(to))
    return `${line}: workers import only from ${WORKER_ROOMS.join(', ')}`
  if (from !== undefined && ROOMS.indexOf(to) > ROOMS.indexOf(from))
    return `${line}: ${to} is to the right of ${from}`
  return undefined
}

function packageViolation(
  path: string,
  { target, typeOnly }: ImportLine,
  isCore: boolean,
): string | undefined {
  if (path.startsWith('workers/') && !WORKER_PACKAGES.includes(target))
    return `${path} -> ${target}: not for workers`
  if (!isCore || typeOnly || CORE_PACKAGES.includes(target)) return undefined
  return `${path} -> ${target}: the core runs anywhere and imports only ${CORE_PACKAGES.join(', ')}`
}

/** The files of the core's rooms and all that they import, but for types: what a browser page would load. */
function coreFiles(files: SourceFile[]): Set<string> {
  const textOf = new Map(files.map(({ path, text }) => [path, text]))
  const core = new Set<string>()
  const add = (path: string) => {
    if (core.has(path)) return
    core.add(path)
    for (const { target, typeOnly } of importsOf(textOf.get(path) ?? ''))
      if (target.startsWith('.') && !typeOnly) add(resolve(path, target))
  }
  for (const { path } of files)
    if (CORE_ROOMS.includes(roomOf(path) ?? '') && !NODE_FILES.includes(path)) add(path)
  return core
}

/** Follows the imports between the files of one room; each cycle is found once. */
function cycles(files: SourceFile[]): string[] {
  const edges = new Map(files.map(({ path, text }) => [path, neighbours(path, text)]))
  const done = new Set<string>()
  const found: string[] = []
  const follow = (path: string, trail: string[]) => {
    if (trail.includes(path)) found.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`)
    if (trail.includes(path) || done.has(path)) return
    for (const next of edges.get(path) ?? []) follow(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) follow(path, [])
  return found
}

function neighbours(path: string, text: string): string[] {
  const targets = importsOf(text).filter(({ target }) => target.startsWith('.'))
  return targets.map(({ target }) => resolve(path, target)).filter((found) => roomOf(found) === roomOf(path))
}
