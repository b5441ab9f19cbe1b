// A table whose rows are interventions or packages: it is split into several where one is too wide for the terminal, and
// its names are as long as what is left of the width.
import { type Named, shortNames } from '../words/short-names.ts'
import type { TerminalStyle } from './terminal-style.ts'
import { type Group, table, widthOf } from './terminal-table.ts'

/** The names at the left: those of the first rows, of things with labels and keys, and of the last rows. */
export interface NamedRows {
  heading: string
  first?: string[]
  named: Named[]
  last?: string[]
}

const SPACE = 3
/** Longer keys are cut before a group of columns is torn apart. */
const LONGEST_KEPT = 16

/** Lays out groups of columns beside the names of their rows: as one table, one for each group, or parts of the groups. */
export function namedTable(rows: NamedRows, groups: Group[], style: TerminalStyle): string[] {
  const parts = partsThatFit(rows, groups, style)
  // The same names in all of them.
  const room = Math.min(...parts.map((part) => roomBeside(part, style)))
  const tables = parts.map((part) => table([namesGroup(rows, room, style), ...part], style))
  return tables.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function partsThatFit(rows: NamedRows, groups: Group[], style: TerminalStyle): Group[][] {
  const parts = partsOf(groups)
  const longest = groups.length > 1 ? Number.POSITIVE_INFINITY : LONGEST_KEPT
  const isEnough = roomBeside(groups, style) >= roomNeeded(rows, longest)
  return isEnough || parts.length === 1 ? [groups] : parts.flatMap((part) => partsThatFit(rows, part, style))
}

function roomBeside(groups: Group[], style: TerminalStyle): number {
  return style.columns - widthOf(groups, style) - SPACE
}

function namesGroup(
  { heading, first = [], named, last = [] }: NamedRows,
  room: number,
  style: TerminalStyle,
) {
  return {
    heading: '',
    columns: [{ heading, cells: [...first, ...shortNames(named, room, style), ...last] }],
  }
}

/** Characters that the names take at least, with keys counted up to the given length. */
function roomNeeded({ heading, first = [], named, last = [] }: NamedRows, longest: number): number {
  const keys = named.map(({ key }) => Math.min(key.length, longest))
  return Math.max(...[heading, ...first, ...last].map(({ length }) => length), ...keys)
}

/** Each group by itself, or one group in two halves. */
function partsOf(groups: Group[]): Group[][] {
  if (groups.length > 1) return groups.map((group) => [group])
  const [{ heading, columns }] = groups
  if (columns.length === 1) return [groups]
  const middle = Math.ceil(columns.length / 2)
  return [columns.slice(0, middle), columns.slice(middle)].map((half) => [{ heading, columns: half }])
}
