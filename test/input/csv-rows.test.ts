import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/input/csv-rows.ts'

describe('parseCsv', () => {
  it('reads quoted cells with commas, line breaks and quotation marks, and knows on which line each row begins', () => {
    expect(parseCsv('a,"b,1"\r\n"c\nd","say ""e"""\n\nf,\n', 'x.csv')).toEqual([
      { line: 1, cells: ['a', 'b,1'] },
      { line: 2, cells: ['c\nd', 'say "e"'] },
      { line: 5, cells: ['f', ''] },
    ])
  })

  it('takes a byte order mark for none, a last row without a line break, and spaces around cells', () => {
    expect(parseCsv('\uFEFFa , b\n1,2', 'x.csv')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
    expect(parseCsv('1,', 'x.csv')).toEqual([{ line: 1, cells: ['1', ''] }])
    expect(parseCsv('', 'x.csv')).toEqual([])
  })

  it.each(['a\n"b', 'a\n"b"c,1', 'a\n"b""'])('refuses %j with its line', (text) => {
    expect(() => parseCsv(text, 'x.csv')).toThrow(/^x\.csv:2 has a quotation mark/)
  })
})
