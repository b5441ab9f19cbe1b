// Figures of the register: as they were stated, with what counts.
import { describe, expect, test } from 'vitest'
import { statedNumber } from '../../src/report/plain-number.ts'

describe('a stated number', () => {
  test.each([
    [1188000, '1,188,000'],
    [12345678, '12,345,678'],
    [0.3985, '0.3985'],
    [-0.02, '-0.02'],
    [0, '0'],
    [-0, '0'],
    [1234567.8, '1,234,568'],
  ])('%s is written %s', (value, text) => {
    expect(statedNumber(value)).toBe(text)
  })

  test('has no more digits than asked for', () => {
    expect(statedNumber(0.968654, 3)).toBe('0.969')
    expect(statedNumber(1.2345, 2)).toBe('1.2')
  })

  test('is confidential where it is not there', () => {
    expect(statedNumber(Number.NaN)).toBe('[c]')
    expect(statedNumber(null)).toBe('[c]')
  })
})
