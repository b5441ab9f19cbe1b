import { describe, expect, test } from 'vitest'
import { AssertionFailure, requireAssertions } from '../../src/commands/assertion-failure.ts'
import { describeFailure } from '../../src/commands/failure.ts'
import type { TestedAssertion } from '../../src/summary/targets/assertion.ts'

const assertion = (value: number, mc_error: number, holds: boolean): TestedAssertion => ({
  ...{ text: 'all:p_saves>=0.8', name: 'all:p_saves', operator: '>=', threshold: 0.8 },
  ...{ value, mc_error, holds },
})

describe('requireAssertions', () => {
  test('passes where all assertions hold, or nothing is asserted', () => {
    expect(() => requireAssertions([assertion(0.9, 0.01, true)])).not.toThrow()
    expect(() => requireAssertions()).not.toThrow()
  })

  test('names value, error and threshold of each that does not, with exit code 4', () => {
    const results = [assertion(0.7996, 0.0123, false), assertion(0.9, 0.01, true), assertion(0, 0, false)]
    const thrown = (() => {
      try {
        requireAssertions(results)
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(AssertionFailure)
    expect(describeFailure(thrown, { version: '1', args: [] })).toEqual({
      exitCode: 4,
      text:
        'Assertion failed: all:p_saves is 0.7996 (error 0.012), not >= 0.8\n' +
        'Assertion failed: all:p_saves is 0 (error 0), not >= 0.8\n',
    })
  })
})
