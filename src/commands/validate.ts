// carecast validate: every problem of a scenario file at once, or one line that says what is in it.
import type { CommandModule, InferredOptionTypes } from 'yargs'
import { formatCount } from '../domain/quantity.ts'
import { assumedInputs, countInputs } from '../write/input-count.ts'
import { BUDGET_OPTION } from './budget-option.ts'
import { SET_OPTION } from './set-option.ts'

type ValidateArguments = InferredOptionTypes<typeof SET_OPTION & typeof BUDGET_OPTION> & { scenario: string }

/** Describes the command to yargs. */
export function validateCommand(): CommandModule<object, ValidateArguments> {
  return {
    command: 'validate <scenario>',
    describe: 'List every problem of a scenario',
    builder: (parser) =>
      parser
        .positional('scenario', { type: 'string', demandOption: true, describe: 'the scenario file, YAML' })
        .options({ ...SET_OPTION, ...BUDGET_OPTION })
        .example('$0 validate my.yaml', 'what is in it, or wrong')
        .example('$0 validate my.yaml --set end=2030-03-31', 'as if the file said so'),
    handler: ({ scenario, set, budget }) => validate(scenario, set, budget),
  }
}

async function validate(
  path: string,
  sets: string[] | undefined,
  budgetFile: string | undefined,
): Promise<void> {
  // Loaded late, as in run.ts.
  const { readScenario } = await import('../input/scenario-reader.ts')
  const { scenario, figures } = await readScenario(path, sets, budgetFile)
  const children = formatCount(scenario.openingStock.children, 'child', 'children')
  const placements = formatCount(Object.keys(scenario.placements).length, 'placement')
  process.stdout.write(
    `${path} is a valid scenario: ${children}, ${scenario.start} to ${scenario.end}, ${placements}; ` +
      `${assumedInputs(countInputs(figures))}\n`,
  )
}
