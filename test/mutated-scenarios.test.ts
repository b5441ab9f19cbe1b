// Damaged scenarios of every kind that is shipped: each is refused with its problems, or runs. MUTATIONS=1000 is the long form,
// SEED=n begins elsewhere; a failure names the seed of the one that failed.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { forecast } from '../src/forecast/forecast.ts'
import { readScenario } from '../src/input/files/read-scenario.ts'
import { InputError } from '../src/input/input-error.ts'
import { MachineError } from '../src/write/machine-error.ts'
import { mutateScenario, mutateText } from './input/mutate-scenario.ts'
import { seededNumbers } from './write/mutations.ts'

const MUTATIONS = Number(process.env.MUTATIONS ?? 50)
const FIRST_SEED = Number(process.env.SEED ?? 1)
/** Seconds of this process that a file may take, many times what any was seen to. */
const MOST_SECONDS = { read: 3, run: 40 }

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url))
const names = readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'))
const folder = mkdtempSync(join(tmpdir(), 'carecast-mutated-'))
for (const name of names) copyFileSync(join(SCENARIOS, name), join(folder, name))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'mutated.yaml')

/** Writes the damaged file of a seed, and says what was done to which. */
function writeMutated(seed: number): string {
  const next = seededNumbers(seed)
  const name = names[Math.floor(next() * names.length)]
  const text = readFileSync(join(SCENARIOS, name), 'utf8')
  if (next() < 0.1) {
    writeFileSync(path, mutateText(text, next))
    return `seed ${seed}: ${name}, other bytes`
  }
  const { mutated, what } = mutateScenario(text, next)
  writeFileSync(path, mutated)
  return `seed ${seed}: ${name}, ${what}`
}

async function isScenario(): Promise<boolean> {
  return readScenario(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof InputError && error.problems.length > 0) return false
      throw error
    },
  )
}

async function runOrRefuse(): Promise<void> {
  await forecast({
    scenario: path,
    runs: 2,
    attribution: false,
    seed: 'carecast',
    threads: 1,
    folder: join(folder, 'result'),
    overwrite: true,
    version: '0.0.0',
  }).catch((error: unknown) => {
    if (!(error instanceof InputError || error instanceof MachineError)) throw error
  })
}

/** Seconds that a promise took of this process's time, which other processes do not lengthen. */
async function secondsOf(work: Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

test(
  `${MUTATIONS} damaged scenarios are refused with their problems or run`,
  async () => {
    const failures: string[] = []
    let valid = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS; seed++) {
      const what = writeMutated(seed)
      try {
        let isValid = false
        const read = await secondsOf(isScenario().then((found) => (isValid = found)))
        if (read > MOST_SECONDS.read) failures.push(`${what}: read in ${read} s`)
        if (!isValid) continue
        valid++
        const ran = await secondsOf(runOrRefuse())
        if (ran > MOST_SECONDS.run) failures.push(`${what}: ran in ${ran} s`)
      } catch (error) {
        failures.push(`${what}: ${error instanceof Error ? error.stack : error}`)
      }
    }
    expect(failures).toEqual([])
    // Where all are refused, nothing was run.
    expect(valid).toBeGreaterThan(MUTATIONS / 20)
    if (process.env.MUTATIONS) process.stdout.write(`${valid} of ${MUTATIONS} were valid and ran\n`)
  },
  // The long form takes its time.
  Math.max(240_000, MUTATIONS * 5_000),
)
