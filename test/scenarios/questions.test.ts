// The questions of each council stand at the head of its file, each with the command that answers it: every one must run.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { sumInRun } from '../../src/money/row-sum.ts'
import { parseAssertion } from '../../src/summary/targets/assertion.ts'
import { yearLines } from '../../src/summary/year-lines.ts'
import { someOf } from '../how-many.ts'
import { simulateHere } from '../run/variants/simulate-here.ts'
import { headerCommands, packagesOfCommand } from './header-commands.ts'

const FILES = [
  'rotherham-2017',
  'worcestershire-2015',
  'herefordshire-2018',
  'herefordshire-2021',
  'leeds-2012',
]
const RUNS = 2

describe.each(FILES)('the questions of %s', (name) => {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8')
  const commands = headerCommands(text)

  test('are several, each with a command', () => {
    expect(commands.length).toBeGreaterThanOrEqual(3)
  })

  // The hazards are left as the file states them: to fit them to the facts for each of the commands would take a minute.
  test.each(someOf(commands, 4).map((command) => [command.command, command] as const))(
    'are answered by %s',
    async (_, command) => {
      const path = fileURLToPath(new URL(`../../${command.file}`, import.meta.url))
      const { scenario } = await readScenario(path, command.sets)
      const plans = await packagesOfCommand(command)
      const packages = Object.fromEntries(
        plans.map(({ key, label, interventions, cap }) => [key, { label, interventions, cap }]),
      )
      const simulated = simulateHere({ ...scenario, packages }, RUNS)
      expect(simulated.packages.map(({ key }) => key)).toEqual(plans.map(({ key }) => key))
      for (const table of [simulated, ...simulated.packages.map((one) => one.table)]) {
        const total = yearLines(table, 0).find(({ line }) => line === 'total')!
        expect(sumInRun(total.sum, table, RUNS - 1)).toBeGreaterThan(0)
      }
      for (const [, asked] of command.command.matchAll(/--assert '([^']+)'/g))
        expect(parseAssertion(asked)).toBeDefined()
    },
  )
})
