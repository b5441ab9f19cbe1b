import { describe, expect, it } from 'vitest'
import { meantNumber } from '../../src/input/number-advice.ts'

describe('meantNumber', () => {
  it.each([
    ['1_000', 1000],
    ['1,000', 1000],
    ['1,234,567.5', 1_234_567.5],
    ['12 000', 12_000],
    ['0,5', 0.5],
    ['£350', 350],
    ['-£1,000', -1000],
    ['5%', 0.05],
    ['0.07 %', 0.0007],
    ['0.1m', 100_000],
    ['164k', 164_000],
    ['1.2bn', 1_200_000_000],
    ['350', 350],
    ['high', undefined],
    ['2017-03-31', undefined],
    ['1 to 4', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, number) => {
    expect(meantNumber(text)).toBe(number)
  })
})
