// Holds the results of two builds against each other, for a change that must move no number: runs every shipped scenario with
// both, with packages, budgets, child-level data and a search, and names each file that is not the same byte for byte.
// npx tsx scripts/compare-results.ts OTHER_CHECKOUT [RUNS], both of them built.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const DEFAULT_RUNS = '40'

const [other, runs = DEFAULT_RUNS] = process.argv.slice(2)
if (other === undefined || !existsSync(join(other, 'dist/src/cli.js')))
  throw new Error('name the folder of another checkout that is built: npm run build')

const scenarios = readdirSync(join(HERE, 'scenarios')).filter((name) => name.endsWith('.yaml'))
const folder = mkdtempSync(join(tmpdir(), 'carecast-compared-'))
const childLevel = join(folder, 'child-level.yaml')
writeFileSync(
  childLevel,
  `disclosure:\n  source: the return of an invented council\n${readFileSync(
    join(HERE, 'scenarios/smallshire-packages.yaml'),
    'utf8',
  ).replace(/^extends: /m, `extends: ${join(HERE, 'scenarios/')}`)}`,
)

/** What is run: arguments of `carecast run` beside those that all share. */
const jobs = [
  ...scenarios.map((name) => ({ name, args: [join(HERE, 'scenarios', name)] })),
  { name: 'child-level data', args: [childLevel] },
  {
    name: 'a search',
    args: [
      join(HERE, 'scenarios/smallshire.yaml'),
      ...['--solve', 'entries.perYear', '--target', 'total<=30e6', '--between', '10,200'],
    ],
  },
  {
    name: 'charts, a set and an assertion',
    args: [
      join(HERE, 'scenarios/smallshire.yaml'),
      ...['--charts', '--set', 'entries.perYear=70', '--assert', 'total>=1'],
    ],
  },
]

/** Runs a job in a folder of its own, so that both say the same of where files are; what it prints counts as two files more. */
function run(checkout: string, args: string[], own: string): string {
  mkdirSync(own, { recursive: true })
  const command = [join(resolve(checkout), 'dist/src/cli.js'), 'run', ...args, '--runs', runs]
  const printed = (more: string[]) =>
    execFileSync(process.execPath, [...command, '--out', 'result', '--overwrite', ...more], {
      cwd: own,
      encoding: 'utf8',
    })
  const [text, json] = [printed([]), printed(['--json'])]
  writeFileSync(join(own, 'result', 'printed.txt'), text)
  writeFileSync(join(own, 'result', 'printed.json'), json)
  return join(own, 'result')
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

let differing = 0
let compared = 0
for (const [index, { name, args }] of jobs.entries()) {
  const own = join(folder, String(index))
  const [before, after] = [run(other, args, join(own, 'before')), run(HERE, args, join(own, 'after'))]
  const names = [...new Set([...filesIn(before), ...filesIn(after)])]
  const differs = names.filter((file) => {
    const paths = [join(before, file), join(after, file)]
    return !paths.every(existsSync) || !readFileSync(paths[0]).equals(readFileSync(paths[1]))
  })
  console.log(`${name}: ${names.length} files, ${differs.length} differ`)
  for (const file of differs) console.log(`  ${join(after, file)}`)
  if (differs.length === 0) rmSync(own, { recursive: true })
  differing += differs.length
  compared += names.length
}
if (differing === 0) rmSync(folder, { recursive: true })
console.log(`${compared} files compared, ${differing} differ`)
process.exitCode = differing === 0 ? 0 : 1
