// Every command of README.md and docs is typed as its page says, page by page, in a folder of its own.
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { someOf } from '../how-many.ts'
import { locationOf, PAGES, read } from './documents.ts'
import { type CommandStep, type Step, shownParts, stepsOf } from './page-steps.ts'

/** What no test types, and why; links.test.ts sees to it that their scripts, verbs and files exist. */
const NOT_TYPED: Record<string, string> = {
  'npm ci && npm start': 'installs packages, and takes half a minute; tests of the scenario run it',
  'npm ci && npm test': 'installs packages, and is what runs this test',
  'npm run build': 'has been run before the tests',
  'npx carecast backtest': 'takes more than a minute; docs/guide/running.md has one council',
  'npx carecast run scenarios/worcestershire-2015.yaml --no-attribution':
    'is fitted for many seconds; tests of the scenario run it',
}

const FEW_RUNS = '20'
const WIDE_ERROR = '5'

const folder = mkdtempSync(join(tmpdir(), 'carecast-docs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Puts an npx into a folder that knows carecast alone: the one that was built. */
function makeNpx(): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const cli = fileURLToPath(locationOf('dist/src/cli.js'))
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`)
  chmodSync(join(bin, 'npx'), 0o755)
  return bin
}

/** Makes a run short, where the page does not show what it prints. */
function shortened({ line, isShown }: CommandStep): string {
  if (isShown || !/\bcarecast (run|backtest)\b/.test(line)) return line
  if (/--until-error \S+/.test(line)) return line.replace(/--until-error \S+/, `--until-error ${WIDE_ERROR}`)
  return line
    .replace(/ --runs \d+/, '')
    .replace(/carecast (run|backtest)/, `carecast $1 --runs ${FEW_RUNS} --threads 1`)
}

function typed(line: string, cwd: string, path: string): Promise<{ code: number | null; printed: string }> {
  const env = { ...process.env, HOME: cwd, SHELL: 'bash', LC_ALL: 'C.UTF-8', NO_COLOR: '', PATH: path }
  const child = spawn('bash', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, printed }))
  })
}

/** What a newcomer types first is typed for every change. */
const ALWAYS = ['README.md', 'docs/tutorial.md']
const withCommands = [...ALWAYS, ...PAGES.filter((page) => !ALWAYS.includes(page))]
  .map((page) => ({ page, steps: stepsOf(read(page)) }))
  .filter(({ steps }) => steps.some(({ kind }) => kind === 'command'))
const isAlways = ({ page }: { page: string }) => ALWAYS.includes(page)
/** Of the guides a few, other ones each day, and in the long form all. */
const pages = [
  ...withCommands.filter(isAlways),
  ...someOf(
    withCommands.filter((one) => !isAlways(one)),
    4,
  ),
]

const PATH = `${makeNpx()}${delimiter}${process.env.PATH}`

async function follow(page: string, steps: Step[]): Promise<void> {
  const cwd = join(folder, page.replaceAll('/', '-'))
  mkdirSync(cwd)
  for (const shipped of ['scenarios', 'published']) symlinkSync(locationOf(shipped), join(cwd, shipped))
  let printed = ''
  let isUnseen = false
  for (const step of steps) {
    if (step.kind === 'file') (step.isAdded ? appendFileSync : writeFileSync)(join(cwd, step.name), step.text)
    else if (step.kind === 'output') {
      if (!isUnseen) for (const part of shownParts(step.text)) expect(printed).toContain(part)
      printed = ''
    } else {
      isUnseen = step.line in NOT_TYPED
      if (isUnseen) continue
      const outcome = await typed(shortened(step), cwd, PATH)
      expect(outcome.code, `${page}: ${step.line}\n${outcome.printed}`).toBe(step.exitCode)
      printed += outcome.printed
    }
  }
}

describe.skipIf(process.platform === 'win32').concurrent('the commands', () => {
  test.each(pages)('of $page do as it says', ({ page, steps }) => follow(page, steps), 240_000)
})

test('what is not typed stands in a document', () => {
  const texts = ['README.md', ...PAGES].map(read)
  const isThere = (line: string) => texts.some((text) => text.includes(line))
  expect(Object.keys(NOT_TYPED).filter((line) => !isThere(line))).toEqual([])
})
