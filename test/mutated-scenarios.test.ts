// Damaged scenarios of every kind that is shipped: each is refused with its problems, or runs. Each day has others; a failure
// names the number of the one that failed, which the seed of the day repeats.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { elapsedIn } from '../bench/time-beside-kernel.ts'
import { forecast } from '../src/forecast/forecast.ts'
import { readScenario } from '../src/input/files/read-scenario.ts'
import { InputError } from '../src/input/input-error.ts'
import { MachineError } from '../src/write/machine-error.ts'
import { howMany, seedOfTheDay } from './how-many.ts'
import { mutateScenario, mutateText } from './input/mutate-scenario.ts'
import { seededNumbers } from './write/mutations.ts'

const MUTATIONS = howMany(14, 1_000)
/** How many times the processor time of the undamaged file a damaged one may take, many times what any was seen to. */
const MOST_TIMES = 40

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url))
const names = readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'))
const UNDAMAGED = 'smallshire-packages.yaml'
const folder = mkdtempSync(join(tmpdir(), 'carecast-mutated-'))
for (const name of names) copyFileSync(join(SCENARIOS, name), join(folder, name))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'mutated.yaml')

/** Writes the damaged file of a number, and says what was done to which. */
function writeMutated(number: number): string {
  const next = seededNumbers(1_000 * seedOfTheDay() + number)
  const name = names[Math.floor(next() * names.length)]
  const text = readFileSync(join(SCENARIOS, name), 'utf8')
  if (next() < 0.1) {
    writeFileSync(path, mutateText(text, next))
    return `${number}: ${name}, other bytes`
  }
  const { mutated, what } = mutateScenario(text, next)
  writeFileSync(path, mutated)
  return `${number}: ${name}, ${what}`
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

const processorTime = async (work: () => Promise<unknown>) => (await elapsedIn(work)).processor

test(
  `${MUTATIONS} damaged scenarios are refused with their problems or run`,
  async () => {
    const failures: string[] = []
    let valid = 0
    copyFileSync(join(SCENARIOS, UNDAMAGED), path)
    const most = {
      read: MOST_TIMES * (await processorTime(isScenario)),
      run: MOST_TIMES * (await processorTime(runOrRefuse)),
    }
    for (let number = 1; number <= MUTATIONS; number++) {
      const what = writeMutated(number)
      try {
        let isValid = false
        const read = await processorTime(async () => {
          isValid = await isScenario()
        })
        if (read > most.read) failures.push(`${what}: read in ${read} ms`)
        if (!isValid) continue
        valid++
        const ran = await processorTime(runOrRefuse)
        if (ran > most.run) failures.push(`${what}: ran in ${ran} ms`)
      } catch (error) {
        failures.push(`${what}: ${error instanceof Error ? error.stack : error}`)
      }
    }
    expect(failures).toEqual([])
    // Where all are refused, nothing was run.
    expect(valid).toBeGreaterThan(MUTATIONS / 20)
  },
  // The long form takes its time.
  MUTATIONS * 60_000,
)
