import { describe, expect, test } from 'vitest'
import { readSolve } from '../../src/commands/solve-options.ts'
import { UsageError } from '../../src/commands/usage-error.ts'

const GIVEN = { solve: 'entries.perYear', target: 'a:p_saves>=0.8', between: '-1.5, 2e1' }

describe('readSolve', () => {
  test('reads the path, the target and both ends', () => {
    expect(readSolve(GIVEN)).toMatchObject({
      solve: { path: 'entries.perYear', target: 'a:p_saves>=0.8', between: [-1.5, 20] },
      target: { name: 'a:p_saves', operator: '>=', threshold: 0.8 },
    })
    expect(readSolve({})).toBeUndefined()
  })

  test.each(['solve', 'target', 'between'])('asks for --%s where the others are given', (option) => {
    expect(() => readSolve({ ...GIVEN, [option]: undefined })).toThrow(
      '--solve, --target and --between go together',
    )
  })

  test.each(['5', '1,1', '1,2,3', 'a,2', ',2', '1;2'])('refuses %j as two ends', (between) => {
    expect(() => readSolve({ ...GIVEN, between })).toThrow(
      new UsageError(
        `--between must be two different numbers with a comma between, like 10,50, not '${between}'`,
      ),
    )
  })

  test('refuses a path with a value and a target without a number', () => {
    expect(() => readSolve({ ...GIVEN, solve: 'a=1' })).toThrow('--solve must be the path of a number')
    expect(() => readSolve({ ...GIVEN, target: 'a' })).toThrow('--target must be a name, one of >= > <= <')
  })
})
