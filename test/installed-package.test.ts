// What npm packs, unpacked into an empty folder as npm install does: what is left out of the package is missing there.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The example of the documentation, as its reader copies it. */
const EXAMPLE = /```js\n(.*?)```/s

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'carecast-packed-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Puts the package into node_modules of the folder, and links what it depends on. */
function install(): string {
  const pack = ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', folder]
  execFileSync('npm', pack, { cwd: ROOT, shell: process.platform === 'win32' })
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', modules])
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction')
  renameSync(join(modules, 'package'), join(modules, 'carecast'))
  return join(modules, 'carecast', 'dist', 'src', 'cli.js')
}

let cli: string
beforeAll(() => {
  cli = install()
})

test('an installed carecast runs the scenario of the examples in an empty folder', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'run', 'scenarios/smallshire.yaml', '--runs', '20'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  expect(stderr).toMatch(/^There is no scenarios\/smallshire\.yaml here; taken is .*smallshire\.yaml\n$/)
  expect(stderr).toContain(join('carecast', 'scenarios', 'smallshire.yaml'))
  expect(stdout).toContain('20 runs, seed carecast.')
  expect(existsSync(join(folder, 'results', 'smallshire', 'report.html'))).toBe(true)

  const made = spawnSync(
    process.execPath,
    [cli, 'new', '--authority', 'Leeds', '--at', '2018', '--out', '-'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  expect(made.status, made.stderr).toBe(0)
})

test('the example of the library runs with the installed package, and its types are there', () => {
  const [, example] = EXAMPLE.exec(readFileSync(join(ROOT, 'docs/guide/library.md'), 'utf8'))!
  copyFileSync(join(ROOT, 'scenarios/smallshire.yaml'), join(folder, 'scenario.yaml'))
  writeFileSync(join(folder, 'one-run.mjs'), example)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['one-run.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/1[0-9] files; mean cost of all years in £: \d{8}\n/)
  expect(stdout).toMatch(/'2025-04': \d+/)

  writeFileSync(
    join(folder, 'typed.mts'),
    `${example}\nconst wrong: string = result.totalCost.baseline.mean\n`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck']
  const typed = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, '--types', 'node', 'typed.mts'],
    { cwd: folder, encoding: 'utf8' },
  )
  // Types are known if, and only if, the one mistake is found.
  expect(typed.stdout.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^typed\.mts\(\d+,\d+\): error TS2322: Type 'number' is not assignable to type 'string'/,
    ),
  ])
})

test('the package holds no tests and no benchmarks', () => {
  const all = readdirSync(join(folder, 'node_modules', 'carecast'), { recursive: true, encoding: 'utf8' })
  expect(all.filter((name) => /(^|[/\\])(test|bench)([/\\]|$)|\.test\./.test(name))).toEqual([])
  expect(all).toContain(join('docs', 'guide', 'library.md'))
})
