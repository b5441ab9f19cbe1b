// Tiny results in folders, and processes that write them and are ended, or fail, at a chosen operation on a file.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { PlacedFile } from '../../../src/result/result-files.ts'
import { sha256Of } from '../../../src/write/sha256.ts'

const DIST = new URL('../../../dist/src/write/folder/', import.meta.url)
const PRELOAD = fileURLToPath(new URL('fail-at-operation.mjs', import.meta.url))

/** Files of others, which are to stay. */
export const FOREIGN = { 'notes.txt': 'mine', 'charts/mine.png': 'also mine' }

const encode = (text: string) => new TextEncoder().encode(text)

/** Returns the files of a result with that seed, and a manifest that lists them. */
export function madeUpResult(seed: string, names: string[]): PlacedFile[] {
  const files = names.map((name) => ({ name, bytes: encode(`${name} of ${seed}`) }))
  const manifest = {
    carecast: { version: '0.1.0' },
    scenario: { name: 'Simple', sha256: 'none', set: [] },
    ...{ seed, runs: 5, intervals: 'chance only' },
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) })),
  }
  return [...files, { name: 'manifest.json', bytes: encode(JSON.stringify(manifest)) }]
}

export const EARLIER = ['runs.arrow', 'paired.arrow', 'charts/old.svg']
export const LATER = ['runs.arrow', 'claims.arrow', 'charts/new.svg']

/** Returns the seed of the result in a folder; fails where its files are not those of its manifest, or others' are gone. */
export async function seedOfWhole(dir: string, more: string[] = []): Promise<string> {
  const { seed, files } = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))
  for (const { name, sha256 } of files) expect(sha256Of(await readFile(join(dir, name)))).toBe(sha256)
  for (const [name, text] of Object.entries(FOREIGN))
    if (more.length === 0 || existsSync(join(dir, name)))
      expect(await readFile(join(dir, name), 'utf8')).toBe(text)
  const names = files.map(({ name }: { name: string }) => name)
  expect(await visibleFiles(dir)).toEqual(
    [...names, ...Object.keys(FOREIGN), 'manifest.json', ...more].sort(),
  )
  return seed
}

async function visibleFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((name) => !name.startsWith('.carecast'))
    .sort()
}

/** Returns the hidden files and folders in a folder. */
export async function hiddenIn(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => name.startsWith('.'))
}

export interface Ending {
  signal: NodeJS.Signals | null
  /** Of the error that it ended with; empty where it did what it should. */
  message: string
  /** Operations on files; 0 where it was killed. */
  operations: number
}

const WRITE = `
const { writeResult } = await import('${new URL('result-folder.js', DIST)}')
const files = JSON.parse(process.env.FILES).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
await writeResult(process.env.FOLDER, files).catch(({ name, message }) => process.stderr.write(name + ': ' + message))`

const SETTLE = `
const { claimFolder } = await import('${new URL('claim.js', DIST)}')
await claimFolder(process.env.FOLDER).then((claim) => claim.release(), ({ name, message }) => process.stderr.write(name + ': ' + message))`

/** Writes a result in a process of its own, which fails as fail-at-operation.mjs says. */
export function writeInProcess(
  dir: string,
  files: PlacedFile[],
  fail: Record<string, string>,
): Promise<Ending> {
  const texts = files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
  return runProcess(WRITE, { FOLDER: dir, FILES: JSON.stringify(texts), ...fail })
}

/** Claims a folder and releases it in a process of its own, which fails as above. */
export function settleInProcess(dir: string, fail: Record<string, string>): Promise<Ending> {
  return runProcess(SETTLE, { FOLDER: dir, ...fail })
}

function runProcess(script: string, environment: Record<string, string>): Promise<Ending> {
  const args = ['--import', PRELOAD, '--input-type=module', '-e', script]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, message] = ['', '']
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    message += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_, signal) => resolve({ signal, message, operations: Number(stdout) }))
  })
}
