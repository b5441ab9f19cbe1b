// The path that data takes, read from the import lines: CONTRIBUTING.md states the rule, this file holds it.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  importViolations,
  NOT_YET_FREE,
  plainViolations,
  ROOMS,
  roomOf,
  type SourceFile,
  STILL_LONG,
  sizeViolations,
} from './import-rule.ts'

const ROOT = new URL('..', import.meta.url)

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }))
}

const oneFile = (path: string, ...lines: string[]) =>
  importViolations([{ path, text: ['// A file.', ...lines].join('\n') }])

describe('the source', () => {
  const files = [...filesUnder('src'), ...filesUnder('workers')]

  test('keeps the import rule', () => {
    expect(importViolations(files)).toEqual([])
  })

  test('leaves the plain engine to tests', () => {
    expect(plainViolations([...files, ...filesUnder('bench'), ...filesUnder('scripts')])).toEqual([])
  })

  test('has files of a length to read, folders to find them in, and each file in the folder of its name', () => {
    expect(sizeViolations(files).map((violation) => violation.split(' ')[0])).toEqual(STILL_LONG)
  })

  test.each(NOT_YET_FREE)('still has %s among the files that a browser cannot load', (path) => {
    const { text } = files.find((file) => file.path === path)!
    expect(text).toMatch(/ from '(?:node:|.*\/files\/)/)
  })

  test('has files in the rooms that the core is made of', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)))
    expect([...rooms]).toEqual(
      expect.arrayContaining(['domain', 'input', 'model', 'run', 'money', 'summary']),
    )
    expect(ROOMS).toEqual(expect.arrayContaining([...rooms].filter((room) => room !== undefined)))
  })
})

describe('the import rule', () => {
  test.each([
    ['an import from the right', 'src/model/a.ts', "import { b } from '../run/b.ts'"],
    ['a type from the right', 'src/model/a.ts', "import type { B } from '../run/b.ts'"],
    ['an import over several lines', 'src/domain/a.ts', "import {\n  b,\n} from '../model/b.ts'"],
    ['a re-export from the right', 'src/input/a.ts', "export { b } from '../write/b.ts'"],
    ['a dynamic import from the right', 'src/write/a.ts', "const b = await import('../commands/b.ts')"],
    ['the command line imported by anyone', 'src/commands/a.ts', "import { b } from '../cli.ts'"],
    ['a node module in the core', 'src/run/a.ts', "import { cpus } from 'node:os'"],
    ['a node module where a scenario is made of texts', 'src/input/reading/a.ts', "import 'node:path'"],
    ['a node module in the report', 'src/report/sections/a.ts', "import { basename } from 'node:path'"],
    ['a node module among encoders', 'src/write/paper/a.ts', "import { createHash } from 'node:crypto'"],
    ['a package in the core', 'src/summary/a.ts', "import { Table } from 'apache-arrow'"],
    ['a worker that reaches for the model', 'workers/a.ts', "import { b } from '../src/model/b.ts'"],
    ['a worker with a package', 'workers/a.ts', "import { b } from 'zod'"],
    ['a medium by another', 'src/report/a.ts', "import { b } from '../terminal/b.ts'"],
    ['a file outside src', 'src/write/a.ts', "import { b } from '../../bench/b.ts'"],
    ['a barrel', 'src/model/index.ts', ''],
    ['a room without order', 'src/misc/a.ts', ''],
  ])('refuses %s', (_, path, line) => {
    expect(oneFile(path, line)).toHaveLength(1)
  })

  test.each([
    ['an import from the left', 'src/run/a.ts', "import { b } from '../model/b.ts'"],
    ['an import from its own room', 'src/run/a.ts', "import { b } from './b.ts'"],
    [
      'types of the scenario in the core',
      'src/model/a.ts',
      "import type { Scenario } from '../input/scenario-schema.ts'",
    ],
    ['a package that runs anywhere', 'src/summary/a.ts', "import { mean } from 'simple-statistics'"],
    ['a node module where files are written', 'src/write/a.ts', "import { rename } from 'node:fs/promises'"],
    [
      'a node module where scenarios are read',
      'src/input/files/a.ts',
      "import { stat } from 'node:fs/promises'",
    ],
    ['types of node', 'src/input/reading/a.ts', "import type { Stats } from 'node:fs'"],
    ['a package among encoders', 'src/write/arrow/a.ts', "import { Table } from 'apache-arrow'"],
    ['threads in pool.ts', 'src/run/threads/pool.ts', "import { Piscina } from 'piscina'"],
    ['a worker that calls the engine', 'workers/a.ts', "import { b } from '../src/run/b.ts'"],
  ])('allows %s', (_, path, line) => {
    expect(oneFile(path, line)).toEqual([])
  })

  test('refuses a package that the core reaches by way of input, unless only types are taken', () => {
    const schema = { path: 'src/input/b.ts', text: "// A file.\nimport { z } from 'zod'" }
    const user = (words: string) => ({
      path: 'src/model/a.ts',
      text: `// A file.\n${words} from '../input/b.ts'`,
    })
    expect(importViolations([user('import { b }'), schema])).toHaveLength(1)
    expect(importViolations([user('import type { B }'), schema])).toEqual([])
  })

  test('refuses a node module that a page reaches by way of what reads files, unless only types are taken', () => {
    const reader = {
      path: 'src/input/files/b.ts',
      text: "// A file.\nimport { stat } from 'node:fs/promises'",
    }
    const user = (words: string) => ({
      path: 'src/words/a.ts',
      text: `// A file.\n${words} from '../input/files/b.ts'`,
    })
    expect(importViolations([user('import { b }'), reader])).toHaveLength(1)
    expect(importViolations([user('import type { B }'), reader])).toEqual([])
  })

  test('refuses a cycle inside a room, once', () => {
    const file = (name: string, target: string) => ({
      path: `src/run/${name}.ts`,
      text: `// A file.\nimport { x } from './${target}.ts'`,
    })
    const violations = importViolations([file('a', 'b'), file('b', 'c'), file('c', 'a'), file('d', 'a')])
    expect(violations).toEqual(['cycle: src/run/a.ts -> src/run/b.ts -> src/run/c.ts -> src/run/a.ts'])
  })

  test('refuses a file without a header', () => {
    expect(importViolations([{ path: 'src/run/a.ts', text: 'export const a = 1' }])).toHaveLength(1)
  })
})

describe('the rule of the plain engine', () => {
  const engine = (path: string, target: string) =>
    plainViolations([{ path, text: `// A file.\nimport { b } from '${target}'` }])

  test.each([
    ['the fast engine', 'src/run/a.ts', './plain/b.ts'],
    ['a worker', 'workers/a.ts', '../src/run/plain/b.ts'],
    ['a benchmark', 'bench/a.ts', '../src/run/plain/b.ts'],
  ])('refuses it to %s', (_, path, target) => {
    expect(engine(path, target)).toHaveLength(1)
  })

  test('allows it itself, and to the rest what stands beside it', () => {
    expect(engine('src/run/plain/a.ts', './b.ts')).toEqual([])
    expect(engine('src/run/a.ts', './b.ts')).toEqual([])
  })
})

describe('the rule of sizes', () => {
  const file = (path: string, lines: number) => ({ path, text: '\n'.repeat(lines) })
  const folder = (path: string, length: number) =>
    Array.from({ length }, (_, index) => file(`${path}/f${index}.ts`, 1))

  test.each([
    ['a file of 301 lines', [file('src/model/a.ts', 301)]],
    ['a hot loop of 401 lines', [file('src/run/simulate-run.ts', 401)]],
    ['a folder of 26 files', folder('src/model', 26)],
    ['a file beside the folder of its name', [file('src/model/a.ts', 1), file('src/model/a/b.ts', 1)]],
  ])('refuses %s', (_, files) => {
    expect(sizeViolations(files)).toHaveLength(1)
  })

  test.each([
    ['a file of 300 lines', [file('src/model/a.ts', 300)]],
    ['a hot loop of 400 lines', [file('src/run/simulate-run.ts', 400)]],
    ['a schema of any length', [file('src/input/schema/scenario-schema.ts', 1000)]],
    ['a folder of 25 files', folder('src/model', 25)],
    ['as many verbs as there are', folder('src/commands', 40)],
    ['a file in the folder of its name', [file('src/model/a/a.ts', 1), file('src/model/a/b.ts', 1)]],
  ])('allows %s', (_, files) => {
    expect(sizeViolations(files)).toEqual([])
  })
})
