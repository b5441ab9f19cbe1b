// The real command line as a child process, for tests; once-before-all.ts has built it.
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { copyFile, cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

const SMALLSHIRE = fileURLToPath(new URL('../scenarios/smallshire.yaml', import.meta.url))
const CLI = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url))

/** Starts carecast in a folder, in a UTF-8 locale unless the environment says otherwise. */
export function startCarecast(
  folder: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
  stdout: 'pipe' | number = 'pipe',
) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '', ...environment },
    stdio: ['ignore', stdout, 'pipe'],
  })
  return { child, outcome: outcomeOf(child) }
}

/** Runs carecast in a folder to its end. */
export function runCarecast(folder: string, args: string[], environment: NodeJS.ProcessEnv = {}) {
  return startCarecast(folder, args, environment).outcome
}

let small: Promise<string> | undefined

/** Copies a small result of small.yaml, which is Smallshire, to a new folder; it is simulated once for all tests. */
export async function copySmallResult(to: string): Promise<void> {
  small ??= simulateSmall()
  await cp(join(await small, 'here'), to, { recursive: true })
}

async function simulateSmall(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-small-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  await copyFile(SMALLSHIRE, join(folder, 'small.yaml'))
  const run = [
    'run',
    'small.yaml',
    '--runs',
    '5',
    '--threads',
    '1',
    '--chance-only',
    '--quiet',
    '--out',
    'here',
  ]
  const { code, stderr } = await runCarecast(folder, run)
  if (code !== 0) throw new Error(stderr)
  return folder
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    texts.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    texts.stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...texts }))
  })
}
