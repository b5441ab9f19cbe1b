// Whoever moves the start away from the day of the children counted is told so before any number, wherever results are read.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCarecast } from './carecast-process.ts'
import { someOf } from './how-many.ts'

const SMALLSHIRE = fileURLToPath(new URL('../scenarios/smallshire.yaml', import.meta.url))
const TEXT =
  'the 100 children of 2024-03-31 are taken for those of 2024-06-17: the start was moved and openingStock was not stated anew'
const WARNING = { code: 'stock-of-another-day', text: TEXT }

const folder = mkdtempSync(join(tmpdir(), 'carecast-another-day-'))
writeFileSync(join(folder, 'fork.yaml'), `extends: ${SMALLSHIRE}\nstart: 2024-06-17\n`)

const MOVED: [string, string[], string][] = [
  ['--set moves', [SMALLSHIRE, '--set', 'start=2024-06-17'], 'set'],
  ['a fork moves', ['fork.yaml'], 'fork'],
]

test.each(someOf(MOVED, 1))(
  'a start that %s away from the stock is said first on the screen, in JSON and in the manifest',
  async (_, which, out) => {
    const run = (...more: string[]) =>
      runCarecast(folder, ['run', ...which, '--runs', '5', '--out', out, ...more])
    const screen = await run()
    expect(screen).toMatchObject({ code: 0, stderr: '' })
    const paragraphs = screen.stdout.split('\n\n').map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    const at = paragraphs.findIndex((paragraph) => paragraph.includes(`WARNING: ${TEXT}.`))
    expect(at).toBeGreaterThanOrEqual(0)
    // Only the name and the question are above it, and so no result.
    expect(paragraphs.slice(0, at).join(' ')).not.toMatch(/seed|P50|£m/)

    const { warnings } = JSON.parse((await run('--json')).stdout)
    expect(warnings[0]).toEqual(WARNING)
    const manifest = JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8'))
    expect(manifest.warnings[0]).toEqual(WARNING)
  },
)
