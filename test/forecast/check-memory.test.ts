import { expect, test } from 'vitest'
import { checkMemory } from '../../src/forecast/check-memory.ts'
import { MachineError } from '../../src/write/machine-error.ts'

const MEND = 'ask for fewer with --runs'

test('checkMemory refuses runs whose rows, and as much again, exceed the memory of the machine', () => {
  expect(() => checkMemory(1_000, 4e9, MEND, 8e9)).not.toThrow()
  expect(() => checkMemory(500_000, 8e9, MEND, 15.7e9)).toThrow(
    new MachineError(
      '500,000 runs of this scenario need 16.0 GB of memory and the machine has 15.7 GB; ask for fewer with --runs',
    ),
  )
})

test('checkMemory lets a small run pass on this machine', () => {
  expect(() => checkMemory(1, 1_000_000, MEND)).not.toThrow()
})
