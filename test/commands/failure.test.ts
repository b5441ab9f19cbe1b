import { describe, expect, test } from 'vitest'
import { describeFailure } from '../../src/commands/failure.ts'
import { UsageError } from '../../src/commands/usage-error.ts'
import { InputError } from '../../src/input/input-error.ts'
import { MachineError } from '../../src/write/machine-error.ts'

const CIRCUMSTANCES = { version: '1.2.3', args: ['run', "the child's.yaml"], seed: 'carecast' }
const describeIt = (error: unknown) => describeFailure(error, CIRCUMSTANCES)

describe('describeFailure', () => {
  test('lists the problems of the input with their places and their number, and exits with 2', () => {
    const problems = [
      { file: 'a.yaml', line: 3, column: 5, message: 'name: is missing' },
      { file: 'a.yaml', message: 'is strange' },
    ]
    expect(describeIt(new InputError(problems))).toEqual({
      exitCode: 2,
      text: 'a.yaml:3:5 name: is missing\na.yaml is strange\n2 problems\n',
    })
  })

  test('says what is wrong with the arguments, and exits with 2', () => {
    expect(describeIt(new UsageError('--runs needs a value'))).toEqual({
      exitCode: 2,
      text: '--runs needs a value\n',
    })
  })

  test('says what is wrong with the machine, and exits with 3', () => {
    expect(describeIt(new MachineError('the disk is full'))).toEqual({
      exitCode: 3,
      text: 'the disk is full\n',
    })
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    })
    expect(describeIt(full)).toEqual({
      exitCode: 3,
      text: 'The machine cannot go on: the disk is full (ENOSPC)\n',
    })
  })

  test.each([
    new RangeError('Array buffer allocation failed'),
    Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
  ])('knows a lack of memory: %s', (error) => {
    expect(describeIt(error)).toEqual({
      exitCode: 3,
      text: 'The machine has too little memory for this; ask for fewer runs with --runs\n',
    })
  })

  test('takes anything else for a bug: shows what repeats it and the stack, and exits with 1', () => {
    const { exitCode, text } = describeIt(new TypeError('x is not a function'))
    expect(exitCode).toBe(1)
    expect(text).toContain('This is a bug in carecast: TypeError: x is not a function\nPlease report it')
    expect(text).toContain(`  version  1.2.3, node ${process.version}, ${process.platform} ${process.arch}\n`)
    expect(text).toContain("  command  carecast run 'the child'\\''s.yaml'\n")
    expect(text).toContain('  seed     carecast\n')
    expect(text).toContain('failure.test.ts:')
  })

  test('copes with things that are thrown but no errors', () => {
    expect(describeIt('a text').text).toContain('This is a bug in carecast: a text')
    expect(describeIt(undefined).exitCode).toBe(1)
  })
})
