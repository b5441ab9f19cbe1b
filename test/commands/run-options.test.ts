import { describe, expect, test } from 'vitest'
import { parseCount, parsePercent } from '../../src/commands/run-options.ts'
import { UsageError } from '../../src/commands/usage-error.ts'

describe('parseCount', () => {
  test.each([
    ['1', 1],
    ['007', 7],
    ['1000000', 1_000_000],
  ])('reads %j as %d', (text, count) => {
    expect(parseCount('runs', text, 1_000_000)).toBe(count)
  })

  test.each(['abc', '-5', '0', '1.5', '1e12', '1000001', '', ' 5', '1,000', '0x10', 'NaN', '9'.repeat(400)])(
    'refuses %j with the limits',
    (text) => {
      expect(() => parseCount('runs', text, 1_000_000)).toThrow(
        new UsageError(`--runs must be a whole number from 1 to 1,000,000, not '${text}'`),
      )
    },
  )
})

describe('parsePercent', () => {
  test.each([
    ['0.5', 0.5],
    ['.25', 0.25],
    ['100', 100],
    ['2.', 2],
    ['0.001%', 0.001],
    ['1 %', 1],
  ])('reads %j as %d', (text, percent) => {
    expect(parsePercent('until-error', text)).toBe(percent)
  })

  test.each(['abc', '0', '-1', '0.0009', '100.1', '1e-1', '', '.', '1,5', 'NaN', '5 percent'])(
    'refuses %j with the limits',
    (text) => {
      expect(() => parsePercent('until-error', text)).toThrow(
        new UsageError(`--until-error must be a percentage from 0.001 to 100, not '${text}'`),
      )
    },
  )
})
