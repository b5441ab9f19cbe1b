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
  'carecast.ts',
  'commands',
  'cli.ts',
]

/** Media: each tells the result in its own way, and none imports another. */
const MEDIA = ['terminal', 'report']

/** Rooms that must run anywhere with two packages at most; pool.ts is what starts threads in Node. */
const CORE_ROOMS = ['domain', 'model', 'run', 'money', 'summary']
const NODE_FILES = ['src/run/threads/pool.ts']
/** Folders of src that must do without node: modules, since a page in a browser calls them. */
const FREE_FOLDERS = [
  ...['domain', 'input', 'model', 'run', 'estimate', 'money', 'summary', 'result', 'words', 'report'],
  ...['write/arrow', 'write/paper'],
]
/** Folders in them that touch the machine: threads, and files that are read. */
const NODE_FOLDERS = ['run/threads', 'input/files']
/** Files that still import node: or what does; nothing behind them counts. The list is there to shrink. */
export const NOT_YET_FREE = [
  'src/input/published/estimated-defaults.ts',
  'src/write/read-back/read-arrow-table.ts',
]
/** A file is read in one go up to these lines; the schema may have more, hot loops up to 400. */
const MOST_LINES = 300
const LINES_ALLOWED: Record<string, number> = {
  'src/input/schema/scenario-schema.ts': Number.POSITIVE_INFINITY,
  'src/run/simulate-run.ts': 400,
  'src/run/variants/simulate-variants.ts': 400,
}
/** Files that are still longer. The list is there to shrink. */
export const STILL_LONG: string[] = []
/** A folder has at most these files beside its folders, but where there is one for each verb, chart, effect or rule. */
const MOST_FILES = 25
const FOLDERS_OF_MANY = ['commands', 'report/charts', 'model/effects', 'input/effects', 'input/rules'].map(
  (folder) => `src/${folder}`,
)
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
  const isCore = (path: string) => CORE_ROOMS.includes(roomOf(path) ?? '') && !NODE_FILES.includes(path)
  const core = reachedFrom(
    files.filter(({ path }) => isCore(path)),
    files,
  )
  return [
    ...files.flatMap((file) => violationsOfFile(file, core.has(file.path))),
    ...nodeViolations(
      files.filter(({ path }) => !core.has(path)),
      files,
    ),
    ...cycles(files),
  ]
}

/** The plain engine is what tests hold the fast one against: nobody else imports it. */
const PLAIN = 'src/run/plain/'

/** Returns a sentence for each import of the plain engine from outside it. */
export function plainViolations(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith(PLAIN))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ target }) => target.startsWith('.') && resolve(path, target).startsWith(PLAIN))
        .map(({ target }) => `${path} -> ${resolve(path, target)}: the plain engine is for tests`),
    )
}

/** Returns a sentence for each file that is too long, each folder too full, and each file beside a folder of its name. */
export function sizeViolations(files: SourceFile[]): string[] {
  return [...files.flatMap(lengthViolation), ...fullFolders(files), ...filesBesideTheirFolder(files)]
}

function lengthViolation({ path, text }: SourceFile): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length
  const most = LINES_ALLOWED[path] ?? MOST_LINES
  return lines > most ? [`${path} has more than ${most} lines`] : []
}

function fullFolders(files: SourceFile[]): string[] {
  const sizes = new Map<string, number>()
  for (const { path } of files) sizes.set(folderOf(path), (sizes.get(folderOf(path)) ?? 0) + 1)
  return [...sizes].flatMap(([folder, size]) =>
    size > MOST_FILES && !FOLDERS_OF_MANY.includes(folder)
      ? [`${folder} has more than ${MOST_FILES} files`]
      : [],
  )
}

/** One habit: the folder holds the file of its own name. */
function filesBesideTheirFolder(files: SourceFile[]): string[] {
  const folders = new Set(files.map(({ path }) => folderOf(path)))
  return files.flatMap(({ path }) =>
    folders.has(path.replace(/\.ts$/, '')) ? [`${path} stands beside the folder of its name, not in it`] : [],
  )
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function isIn(folders: string[], path: string): boolean {
  return folders.some((folder) => path.startsWith(`src/${folder}/`))
}

/** Finds the node: modules among some files that a page in a browser would load, of what all files have for one. */
function nodeViolations(some: SourceFile[], files: SourceFile[]): string[] {
  const starts = files.filter(({ path }) => isIn(FREE_FOLDERS, path) && !isIn(NODE_FOLDERS, path))
  const loaded = reachedFrom(starts, files, NOT_YET_FREE)
  return some
    .filter(({ path }) => loaded.has(path) && !NOT_YET_FREE.includes(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ target, typeOnly }) => target.startsWith('node:') && !typeOnly)
        .map(({ target }) => `${path} -> ${target}: a page in a browser loads this file`),
    )
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
  if (from !== to && MEDIA.includes(from ?? '') && MEDIA.includes(to))
    return `${line}: one medium imports another`
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

/** Some files and all that they import, but for types; nothing is followed out of the files at which it ends. */
function reachedFrom(starts: SourceFile[], files: SourceFile[], ends: string[] = []): Set<string> {
  const textOf = new Map(files.map(({ path, text }) => [path, text]))
  const reached = new Set<string>()
  const add = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    if (ends.includes(path)) return
    for (const { target, typeOnly } of importsOf(textOf.get(path) ?? ''))
      if (target.startsWith('.') && !typeOnly) add(resolve(path, target))
  }
  for (const { path } of starts) add(path)
  return reached
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
