// The option --assert of carecast run: what a result is held to.
import type { Options } from 'yargs'
import { type Assertion, parseAssertion } from '../summary/assertion.ts'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const ASSERT_OPTION = {
  assert: {
    type: 'string',
    array: true,
    requiresArg: true,
    coerce: (given: string[] | undefined) => given?.map(readAssertion),
    describe:
      "exit with 4 unless so: 'CLAIM>=0.8', 'LINE@YEAR.q80<=NUMBER', 'p_over:BUDGET@YEAR<=0.2', 'PACKAGE:p_saves>=0.8' or p_fewer; repeatable",
  },
} as const satisfies Record<string, Options>

/** Reads an assertion; throws UsageError for what is not one. */
export function readAssertion(text: string): Assertion {
  const assertion = parseAssertion(text)
  if (assertion !== undefined) return assertion
  throw new UsageError(
    `--assert must be a name, one of >= > <= < and a number, like total@2024/25.q90<=5000000, not '${text}'`,
  )
}
