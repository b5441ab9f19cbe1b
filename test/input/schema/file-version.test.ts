import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf } from '../smallshire.ts'

describe('carecast, the version of a scenario file', () => {
  it('is 1 in the file that is to be copied, and missing in a file of before', () => {
    expect(parseScenario(changedSmallshire(), 's.yaml').scenario.carecast).toBe(1)
    const before = changedSmallshire(['carecast: 1\n', ''])
    expect(parseScenario(before, 's.yaml').scenario.carecast).toBeUndefined()
  })

  it('refuses the version of a later carecast', () => {
    expect(problemsOf(changedSmallshire(['carecast: 1\n', 'carecast: 2\n']))).toEqual([
      [
        '2',
        'carecast: found 2; must be 1, the version of scenario files that this carecast reads; a higher one is for a later carecast',
      ],
    ])
  })
})
