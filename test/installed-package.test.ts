// What npm packs, unpacked into an empty folder as npm install does: what is left out of the package is missing there.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

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
  return join(modules, 'package', 'dist', 'src', 'cli.js')
}

test('an installed carecast runs the scenario of the examples in an empty folder', () => {
  const cli = install()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'run', 'scenarios/smallshire.yaml', '--runs', '20'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  expect(stderr).toMatch(/^There is no scenarios\/smallshire\.yaml here; taken is .*smallshire\.yaml\n$/)
  expect(stderr).toContain(join('package', 'scenarios', 'smallshire.yaml'))
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
