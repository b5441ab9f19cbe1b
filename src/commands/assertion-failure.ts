// A result that is not what --assert asks for: the result is there, and scripts learn it from the exit code.
import type { TestedAssertion } from '../summary/targets/assertion.ts'
import { failedAssertionsInWords } from '../words/assertions-in-words.ts'

/** Thrown after the result is written and printed; the command line prints it without a stack and exits with 4. */
export class AssertionFailure extends Error {
  override name = 'AssertionFailure'
}

/** Throws an AssertionFailure that names every assertion that does not hold, with its value, error and threshold. */
export function requireAssertions(assertions: TestedAssertion[] = []): void {
  const failed = failedAssertionsInWords(assertions)
  if (failed.length > 0)
    throw new AssertionFailure(failed.map((words) => `Assertion failed: ${words}`).join('\n'))
}
