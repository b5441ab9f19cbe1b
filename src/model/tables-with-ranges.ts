// Tables whose numbers add up and of which some are ranges: those without a range take the rest.
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** A table whose numbers add up to 1, or months that are 1 on average: one of its numbers, with the table before it. */
const IN_TABLE =
  /^(openingStock\.(?:ages|monthsInCare)|entries\.(?:ages|placements\.[^.]+|siblings\.groupSizes|monthProfile\.factors)|moves\.[^.]+\.destinations\.[^.]+)\.[^.]+$/

/** Returns the tables that must add up and have ranges, each with its path and the keys of its numbers that are ranges. */
export function tablesWithRanges(assumptions: Assumption[]): { path: string; keys: Set<string> }[] {
  const tables = new Map<string, Set<string>>()
  for (const { path } of assumptions) {
    const table = IN_TABLE.exec(path)?.[1]
    if (table === undefined) continue
    const keys = tables.get(table) ?? new Set()
    tables.set(table, keys.add(path.slice(table.length + 1)))
  }
  return [...tables].map(([path, keys]) => ({ path, keys }))
}

/**
 * Returns the paths of tables whose ranges cannot all hold their values, since the numbers add up: all of them are ranges, or
 * those that are can come to more than the whole.
 */
export function tablesThatScaleRanges(scenario: Scenario, assumptions: Assumption[]): string[] {
  const highs = new Map(assumptions.map(({ path, range }) => [path, range.high]))
  return tablesWithRanges(assumptions).flatMap(({ path, keys }) => {
    const table = tableAt(scenario, path.split('.'))
    const most = sumOf([...keys].map((key) => highs.get(`${path}.${key}`)!))
    return restOf(table, keys) === 0 || most > sumOf(table) ? [path] : []
  })
}

/** Numbers by key or by place. */
export type Table = Record<string, number> | number[]

/** Returns the table at a path. */
export function tableAt(scenario: Scenario, steps: string[]): Table {
  let node: unknown = scenario
  for (const step of steps) node = (node as Record<string, unknown>)[step]
  return node as Table
}

/** Adds the numbers of a table up. */
export function sumOf(table: Table): number {
  return Object.values(table).reduce((sum, value) => sum + value, 0)
}

function restOf(table: Table, keys: Set<string>): number {
  return sumOf(Object.entries(table).flatMap(([key, value]) => (keys.has(key) ? [] : [value])))
}

/** Scales the numbers that are no ranges so that all add up to what is wanted, or else all numbers. */
export function addedUp(table: Table, keys: Set<string>, wanted: number): Table {
  const [sum, rest] = [sumOf(table), restOf(table, keys)]
  const left = wanted - (sum - rest)
  if (rest > 0 && left > 0) return scaled(table, left / rest, (key) => !keys.has(key))
  return scaled(table, sum > 0 ? wanted / sum : 1, () => true)
}

function scaled(table: Table, by: number, isScaled: (key: string) => boolean): Table {
  const scale = (value: number, key: string | number) => (isScaled(String(key)) ? value * by : value)
  if (Array.isArray(table)) return table.map(scale)
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, scale(value, key)]))
}
