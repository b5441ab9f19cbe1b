import { expect, test } from 'vitest'
import yargs from 'yargs'
import { readAssertion } from '../../src/commands/assert-option.ts'
import { readKeys } from '../../src/commands/package-options.ts'
import { RUN_OPTIONS } from '../../src/commands/run-options.ts'
import { UsageError } from '../../src/commands/usage-error.ts'

test('keys are read from lists with commas and from repeated options, each once', () => {
  expect(readKeys('with', ['a,b', ' c , a'])).toEqual(['a', 'b', 'c'])
  expect(() => readKeys('without', ['a,,b'])).toThrow(
    new UsageError("--without must be keys with commas between, not 'a,,b'"),
  )
})

test('an assertion that cannot be read is refused with an example', () => {
  expect(readAssertion('below-450>=0.8').threshold).toBe(0.8)
  expect(() => readAssertion('below-450')).toThrow(
    new UsageError(
      "--assert must be a name, one of >= > <= < and a number, like total@2024/25.q90<=5000000, not 'below-450'",
    ),
  )
})

test('the options of run say which packages, what is put in and left out, and that no attribution is wanted', () => {
  const parse = (line: string) =>
    yargs(line.split(' ').filter(Boolean))
      .parserConfiguration({ 'greedy-arrays': false })
      .options(RUN_OPTIONS)
      .strict()
      .exitProcess(false)
      .parseSync()
  expect(parse('')).toMatchObject({ attribution: true })
  expect(parse('').package).toBeUndefined()
  const args = parse('--package a --package b --with c,d --without=e --no-attribution --assert total<5')
  expect(args).toMatchObject({ package: ['a', 'b'], with: ['c', 'd'], without: ['e'], attribution: false })
  expect(args.assert).toMatchObject([{ name: 'total', threshold: 5 }])
})
