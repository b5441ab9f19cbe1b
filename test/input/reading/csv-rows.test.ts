import { describe, expect, it } from 'vitest'
import { csvRecords } from '../../../src/input/reading/csv-records.ts'
import { csvRows, isBlank, type Separator } from '../../../src/input/reading/csv-rows.ts'

/** Rows as lines and texts, without blank ones. */
function textsOf(text: string, separator?: Separator): [line: number, ...cells: string[]][] {
  const rows = [...csvRows(text, 'x.csv', separator)].filter((row) => !isBlank(row))
  return rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell.text)])
}

describe('csvRows', () => {
  it('reads quoted cells with commas, line breaks and quotation marks, and knows on which line each row begins', () => {
    expect(textsOf('a,"b,1"\r\n"c\nd","say ""e"""\n\nf,\n')).toEqual([
      [1, 'a', 'b,1'],
      [2, 'c\nd', 'say "e"'],
      [5, 'f', ''],
    ])
  })

  it('knows line and column of every cell, also behind one that has line breaks', () => {
    const [, row] = csvRows('\uFEFFa,b\n1, "c\nd","£"', 'x.csv')
    expect(row.cells).toEqual([
      { text: '1', line: 2, column: 1, isQuoted: false },
      { text: 'c\nd', line: 2, column: 3, isQuoted: true },
      { text: '£', line: 3, column: 4, isQuoted: true },
    ])
  })

  it('takes a byte order mark for none, a last row without a line break, and spaces around cells', () => {
    expect(textsOf('\uFEFFa , b\n1, "2" \r3,')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', ''],
    ])
    expect(textsOf('')).toEqual([])
  })

  it('reads cells between semicolons or tabs', () => {
    expect(textsOf('a;"b;1";2,5', ';')).toEqual([[1, 'a', 'b;1', '2,5']])
    expect(textsOf('a\t"b,1"\t\t2', '\t')).toEqual([[1, 'a', 'b,1', '', '2']])
  })

  it.each([
    ['a\n"b', '2:1'],
    ['a\n1,"b"c,1', '2:3'],
    ['a\n"b""', '2:1'],
  ])('refuses %j with its place', (text, place) => {
    expect(() => textsOf(text)).toThrow(`x.csv:${place} has a quotation mark`)
  })
})

describe('csvRecords', () => {
  it('gives one object a row', () => {
    expect(csvRecords('name,n\n"Bath, and",1\n\nBury,2\n', 'x.csv')).toEqual([
      { name: 'Bath, and', n: '1' },
      { name: 'Bury', n: '2' },
    ])
  })

  it('refuses a heading that stands twice and rows of another length, all at once', () => {
    expect(() => csvRecords('a,b,a\n1,2\n1,2,3\n1,2,3,4\n', 'x.csv')).toThrow(
      [
        "x.csv:1:5 has the heading 'a' a second time",
        'x.csv:2:1 has 2 cells under 3 headings; put a text that has a comma in quotes',
        'x.csv:4:1 has 4 cells under 3 headings; put a text that has a comma in quotes',
      ].join('\n'),
    )
  })
})
