// The real command line as a child process, for tests; once-before-all.ts has built it.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

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
