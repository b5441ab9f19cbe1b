// carecast validate: every problem of a scenario file at once, or one line that says what is in it.
import type { CommandModule, InferredOptionTypes } from 'yargs'
import { harmless } from '../domain/harmless-text.ts'
import { formatCount } from '../domain/quantity.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { assumedInputs, countInputs } from '../result/input-count.ts'
import { rangeWarnings } from '../result/warnings/assumption-warnings.ts'
import { BUDGET_OPTION } from './budget-option.ts'
import type { Interruption } from './interruption.ts'
import { SET_OPTION } from './set-option.ts'
import { scenarioOrShipped } from './shipped-scenario.ts'

/** Options for yargs. */
export const VALIDATE_OPTIONS = { ...SET_OPTION, ...BUDGET_OPTION }

type ValidateArguments = InferredOptionTypes<typeof VALIDATE_OPTIONS> & { scenario: string }

/** Describes the command to yargs; it writes nothing, so that any signal may kill it. */
export function validateCommand({
  whileBlocked,
}: Pick<Interruption, 'whileBlocked'>): CommandModule<object, ValidateArguments> {
  return {
    command: 'validate <scenario>',
    describe: 'List every problem of a scenario',
    builder: (parser) =>
      parser
        .positional('scenario', { type: 'string', demandOption: true, describe: 'the scenario file, YAML' })
        .options(VALIDATE_OPTIONS)
        .example('$0 validate my.yaml', 'what is in it, or wrong')
        .example('$0 validate my.yaml --set end=2030-03-31', 'as if the file said so')
        .example('$0 validate scenarios/smallshire-packages.yaml', 'one with packages'),
    handler: ({ scenario, set, budget }) =>
      whileBlocked(() => validate(scenarioOrShipped(scenario), set, budget)),
  }
}

async function validate(
  path: string,
  sets: string[] | undefined,
  budgetFile: string | undefined,
): Promise<void> {
  // Loaded late, as in run.ts.
  const { readScenario } = await import('../input/files/read-scenario.ts')
  const { scenario, figures, assumptions, warnings } = await readScenario(path, sets, budgetFile)
  const { openingStock, start, end, placements } = scenario
  const parts = [
    formatCount(openingStock.children, 'child', 'children'),
    `${start} to ${end}`,
    countOf(placements, 'placement'),
    ...interventionsInWords(scenario),
  ]
  process.stdout.write(
    `${harmless(path)} is a valid scenario: ${parts.join(', ')}; ${assumedInputs(countInputs(figures))}\n`,
  )
  for (const { text } of [...warnings, ...rangeWarnings(scenario, assumptions)])
    process.stderr.write(`Warning: ${text}.\n`)
}

function countOf(block: object, name: string): string {
  return formatCount(Object.keys(block).length, name)
}

/** Interventions without packages are run as one package of all of them. */
function interventionsInWords({
  interventions = {},
  packages = {},
}: Pick<Scenario, 'interventions' | 'packages'>): string[] {
  if (Object.keys(interventions).length === 0) return []
  const isOne = Object.keys(packages).length === 0
  return [
    countOf(interventions, 'intervention'),
    isOne ? '1 package of all of them' : countOf(packages, 'package'),
  ]
}
