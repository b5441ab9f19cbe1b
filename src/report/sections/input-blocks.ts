// The register of inputs in blocks, as a reader looks for them, and within a block by where they come from. -> inputs.ts
import type { AssumptionRow } from '../../result/rows/assumption-rows.ts'

export interface InputBlock {
  title: string
  rows: AssumptionRow[]
}

/** Titles, and the first steps of the paths under them, in the order of the page. */
const BLOCKS: [title: string, steps: string[]][] = [
  ['The children of the start, and known numbers before it', ['openingStock', 'history']],
  ['Entries', ['entries']],
  ['Counts that rates are fitted to', ['facts']],
  ['Exits', ['exits']],
  ['Moves', ['moves']],
  ['Placements and prices', ['placements', 'upliftPerYear']],
  ['After care', ['afterCare']],
  ['How years differ', ['shocks', 'shifts']],
  ['Budgets and other money', ['budgets', 'outturn', 'contributions', 'otherLines']],
  ['Interventions and packages', ['interventions', 'packages']],
  ['What the fit leaves open', ['fit']],
]
const REST = 'Other inputs'

/** Sorts inputs into blocks, without those that have none. */
export function inputBlocks(rows: AssumptionRow[]): InputBlock[] {
  const titleOf = ({ path }: AssumptionRow) =>
    BLOCKS.find(([, steps]) => steps.includes(path.split('.')[0]))?.[0] ?? REST
  return [...BLOCKS.map(([title]) => title), REST]
    .map((title) => ({ title, rows: rows.filter((row) => titleOf(row) === title) }))
    .filter((block) => block.rows.length > 0)
}

/** Inputs of one origin and text, which is told once for all of them. */
export interface InputGroup {
  origin: AssumptionRow['origin']
  text: string
  rows: AssumptionRow[]
}

/** Joins rows that follow each other and come from the same. */
export function inputGroups(rows: AssumptionRow[]): InputGroup[] {
  const groups: InputGroup[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.origin === row.origin && last.text === row.text) last.rows.push(row)
    else groups.push({ origin: row.origin, text: row.text, rows: [row] })
  }
  return groups
}
