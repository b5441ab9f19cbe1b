// The command that repeats a result.
import { describe, expect, test } from 'vitest'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { commandInWords } from '../../src/report/command-words.ts'
import type { ReportSource } from '../../src/report/report-source.ts'

type Repeated = Parameters<typeof commandInWords>[0]
const { scenario, text } = await readScenario('scenarios/smallshire-packages.yaml')
const PREVENTION = scenario.packages!.prevention.interventions

/** The command for a result of the packages of Smallshire, with what its manifest has otherwise. */
function commandOf(more: Partial<ReportSource['manifest']> = {}, set: string[] = []): string {
  const manifest = {
    scenario: { path: 'scenarios/smallshire-packages.yaml', set, text, parents: [] },
    runs: 300,
    seed: 'carecast',
    intervals: 'chance and assumptions',
    isAttributed: true,
    ...more,
  }
  return commandInWords({ manifest, scenario } as unknown as Repeated)
}

const ran = (packages: Record<string, string[]>) =>
  ({
    packages: Object.entries(packages).map(([key, interventions]) => ({ package: key, interventions })),
  }) as unknown as Partial<ReportSource['manifest']>

describe('the command', () => {
  test('has runs, seed and what was set, each as one word of a shell', () => {
    expect(commandOf({ seed: "it's 1" }, ['entries.perYear=40', 'question=How many?'])).toBe(
      "carecast run scenarios/smallshire-packages.yaml --runs 300 --seed 'it'\\''s 1' " +
        "--set entries.perYear=40 --set 'question=How many?'",
    )
  })

  test('names packages where not all of them were run', () => {
    expect(commandOf(ran({ prevention: PREVENTION }))).toMatch(/--package prevention$/)
    const everything = [...PREVENTION, ...scenario.packages!.everything.interventions]
    expect(commandOf(ran({ prevention: PREVENTION, everything }))).toMatch(/--seed carecast$/)
  })

  test('adds and takes away what the packages of the file have not or have', () => {
    const [first, ...others] = PREVENTION
    expect(commandOf(ran({ prevention: others }))).toMatch(`--package prevention --without ${first}`)
    expect(commandOf(ran({ chosen: [first] }))).toMatch(new RegExp(`--seed carecast --with ${first}$`))
  })

  test('says that nothing was attributed, and that chance alone was simulated', () => {
    const words = commandOf({
      ...ran({ chosen: ['edge-of-care'] }),
      isAttributed: false,
      intervals: 'chance only',
    })
    expect(words).toMatch(/--no-attribution --chance-only$/)
  })
})
