import { describe, expect, it } from 'vitest'
import { encodeCsv, encodeYearsCsv, formatNumber } from '../../../src/write/paper/csv.ts'
import { smallResult } from '../../result/small-result.ts'

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('encodeCsv', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(decode(encodeCsv([['a', '£'], ['b']]))).toBe('\uFEFFa,£\r\nb\r\n')
  })

  it('quotes commas, quotes and line breaks by RFC 4180', () => {
    expect(decode(encodeCsv([['a,b', 'say "hi"', 'two\nlines', 'plain']]))).toBe(
      '\uFEFF"a,b","say ""hi""","two\nlines",plain\r\n',
    )
  })

  it('keeps text that begins like a formula as text, but not numbers', () => {
    const cells = ['=1+1', '+1', '-1', '@A1', '\tx', '\rx', 'a=b', { number: '-1.5' }]
    expect(decode(encodeCsv([cells]))).toBe(`\uFEFF'=1+1,'+1,'-1,'@A1,'\tx,"'\rx",a=b,-1.5\r\n`)
  })
})

describe('formatNumber', () => {
  it('writes £ to the penny', () => {
    expect(formatNumber(1234567.891, '£')).toEqual({ number: '1234567.89' })
    expect(formatNumber(-0.001, '£')).toEqual({ number: '0.00' })
    expect(formatNumber(-2.5, '£')).toEqual({ number: '-2.50' })
  })

  it('writes other units to 6 significant digits, but at least to the whole unit', () => {
    expect(formatNumber(12.3456789, 'children')).toEqual({ number: '12.3457' })
    expect(formatNumber(1234567.8, 'days')).toEqual({ number: '1234568' })
    expect(formatNumber(14, 'children')).toEqual({ number: '14' })
    expect(formatNumber(-0, 'children')).toEqual({ number: '0' })
  })

  it('leaves an unknown number empty', () => {
    expect(formatNumber(Number.NaN, '£')).toEqual({ number: '' })
  })
})

describe('encodeYearsCsv', () => {
  it('has the columns and rows of years.arrow', () => {
    const lines = decode(encodeYearsCsv(smallResult().years)).split('\r\n')
    expect(lines.length).toBe(1 + 28 + 1)
    expect(lines[0]).toBe(
      '\uFEFFvariant,financial_year,line,unit,mean,sd,q05,q10,q25,q50,q75,q80,q90,q95,mc_error',
    )
    expect(lines[1]).toBe(
      'baseline,2017/18,foster,£,72000.00,9486.83,61200.00,62400.00,66000.00,72000.00,78000.00,79200.00,81600.00,82800.00,4242.64',
    )
  })
})
