import { describe, expect, test } from 'vitest'
import { namedTable } from '../../src/terminal/named-table.ts'

const rows = {
  heading: 'Package',
  first: ['Baseline'],
  named: [
    { key: 'few', label: 'A few of the services' },
    { key: 'all', label: 'All that could be done' },
  ],
}
const group = (heading: string, columns: number) => ({
  heading,
  columns: Array.from({ length: columns }, (_, at) => ({ heading: `C${at}`, cells: ['1.0', '2.0', '3.0'] })),
})
const laidOut = (columns: number, ...groups: ReturnType<typeof group>[]) =>
  namedTable(rows, groups, { columns, unicode: true, colour: false })

describe('namedTable', () => {
  test('has labels in the room that numbers leave', () => {
    expect(laidOut(40, group('One', 2), group('Two', 1))).toEqual([
      '                         One        Two',
      'Package                   C0   C1    C0',
      'Baseline                 1.0  1.0   1.0',
      'A few of the services    2.0  2.0   2.0',
      'All that could be done   3.0  3.0   3.0',
    ])
  })

  test('has keys in less room, and then a table for each group', () => {
    expect(laidOut(27, group('One', 2), group('Two', 1))[3]).toBe('few        2.0  2.0   2.0')
    expect(laidOut(20, group('One', 2), group('Two', 1))).toEqual([
      '           One',
      'Package     C0   C1',
      'Baseline   1.0  1.0',
      'few        2.0  2.0',
      'all        3.0  3.0',
      '',
      '           Two',
      'Package     C0',
      'Baseline   1.0',
      'few        2.0',
      'all        3.0',
    ])
  })

  test('has the same names in all of its tables, however much room one of them has', () => {
    const lines = laidOut(26, group('One', 3), group('Two', 1))
    expect(lines.filter((line) => line.startsWith('few'))).toHaveLength(2)
  })

  test('halves a group that is too wide, down to single columns', () => {
    const lines = laidOut(20, group('One', 5))
    expect(lines.filter((line) => line.startsWith('Package')).map((line) => line.match(/C\d/g))).toEqual([
      ['C0', 'C1'],
      ['C2'],
      ['C3', 'C4'],
    ])
    expect(laidOut(5, group('One', 2)).filter((line) => line.startsWith('Package'))).toHaveLength(2)
  })
})
