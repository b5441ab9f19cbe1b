// The option --assert of carecast run: what a result is held to.
import type { Options } from 'yargs'
import { meantNumber } from '../input/number-advice.ts'
import { type Assertion, parseAssertion } from '../summary/targets/assertion.ts'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const ASSERT_OPTION = {
  assert: {
    type: 'string',
    array: true,
    requiresArg: true,
    coerce: (given: string[] | undefined) => given?.map((text) => readAssertion(text)),
    describe:
      "exit with 4 unless so: 'CLAIM>=0.8', 'LINE@YEAR.q80<=NUMBER', 'p_over:BUDGET@YEAR<=0.2', 'PACKAGE:p_saves>=0.8' or p_fewer; repeatable",
  },
} as const satisfies Record<string, Options>

/** Reads an assertion, given with the option; throws UsageError for what is not one. */
export function readAssertion(text: string, option = '--assert'): Assertion {
  const assertion = parseAssertion(text)
  if (assertion !== undefined) return assertion
  throw new UsageError(
    `${option} must be a name, one of >= > <= < and a number, like total@2024/25.q90<=5000000, not '${text}'${advice(text)}`,
  )
}

const LOOSE = /^\s*([^<>=]+?)\s*(?:>=|<=|>|<)\s*([^<>=]*?)\s*$/

/** Says what to mend: a number that is written as in a text, or the label of a line in the place of its key. */
function advice(text: string): string {
  const [, name, number] = LOOSE.exec(text) ?? []
  if (name === undefined) return ''
  if (/\s/.test(name)) return '; a name has no spaces, and a placement is named by its key, not by its label'
  const meant = meantNumber(number)
  return meant === undefined ? '' : `; write ${meant} for ${number}`
}
