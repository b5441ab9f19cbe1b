// The rows of the baseline in a table of all variants.
import { STATISTICS, type StatisticsColumns } from '../summary/numbers/statistics.ts'

/** Returns the rows of a table that are of its first variant, which is the baseline. */
export function ofBaseline<Table extends { variant: string[]; statistics: StatisticsColumns }>(
  table: Table,
): Table {
  const { variant } = table
  const end = variant.findIndex((name) => name !== variant[0])
  if (end === -1) return table
  const columns = Object.entries(table).map(([name, column]) => [
    name,
    Array.isArray(column) ? column.slice(0, end) : column,
  ])
  const statistics = STATISTICS.map((name) => [name, table.statistics[name].subarray(0, end)])
  return { ...Object.fromEntries(columns), statistics: Object.fromEntries(statistics) }
}
