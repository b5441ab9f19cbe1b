import { describe, expect, it } from 'vitest'
import { parsePounds, poundsProblem } from '../../src/input/pounds.ts'

describe('parsePounds', () => {
  it.each([
    ['0', 0],
    ['9000000', 9_000_000],
    ['£9,000,000.00', 9_000_000],
    ['£   1,300.5', 1300.5],
    ['4421019.203747072', 4_421_019.203747072],
    ['1234.567', 1234.567],
  ])('reads %j', (text, pounds) => {
    expect(parsePounds(text, ',')).toBe(pounds)
  })

  it('reads thousands in a file with semicolons only where no comma can be a decimal sign', () => {
    expect(parsePounds('1,300,000', ';')).toBe(1_300_000)
    expect(parsePounds('1,300', ';')).toBeUndefined()
    expect(parsePounds('1,300', '\t')).toBe(1300)
  })
})

describe('poundsProblem', () => {
  it.each([
    ['', 'is empty; leave the row out, or write 0'],
    ['-', "found '-'; leave the row out, or write 0"],
    ['£-', "found '£-'; leave the row out, or write 0"],
    ['n/a', "found 'n/a'; leave the row out, or write 0"],
    ['9.000', "found '9.000', which could be thousands or a fraction; write 9000, or pence with two digits"],
  ])('says of %j that there is another way to write it', (text, problem) => {
    expect(parsePounds(text, ',')).toBeUndefined()
    expect(poundsProblem(text, ',')).toBe(problem)
  })

  it.each([
    ['30m', '; write 30000000'],
    ['£5k', '; write 5000'],
    ['£1.5m', '; write 1500000'],
    ['9 000 000', '; write 9000000'],
    ['9\u00a0000\u00a0000', '; write 9000000'],
    ['9\u2009000\u2009000', '; write 9000000'],
    ['9000000,50', '; write 9000000.5'],
    ['9000000 GBP', '; write 9000000'],
    ['9.00E+06', '; write all digits, as 9000000: format the cells as numbers'],
    ['-250000', '; an amount below 0 is no budget'],
    ['-£250,000.00', '; an amount below 0 is no budget'],
    ['(250,000)', '; an amount below 0 is no budget'],
    ['£(250,000)', '; an amount below 0 is no budget'],
    ['250,000-', '; an amount below 0 is no budget'],
    ['5%', '; a percentage is no amount'],
    ['9.000.000', ''],
    ['1.300.000,50', ''],
    ['1,00', ''],
    ['9,00,000', ''],
    ['000', ''],
    ['#REF!', ''],
  ])('says what to write for %j', (text, advice) => {
    expect(parsePounds(text, ',')).toBeUndefined()
    expect(poundsProblem(text, ',')).toBe(
      `found '${text}'; must be £ from 0 up, like 22000000 or "22,000,000"${advice}`,
    )
  })
})
