// One kind of table: its name and its columns in order, each with what it means. Values of the columns -> arrow-file.ts.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import { type ColumnValues, encodeArrowFile, rowsOf } from '../arrow-file.ts'
import type { ColumnDefinition } from './column-definitions.ts'

/** A kind of table; the names of its columns are names that others build on. */
export interface TableKind<Column extends string = string> {
  name: string
  columns: readonly Column[]
}

/** Encodes a table of a result; the same values give the same bytes. */
export function encodeTable<Column extends string>(
  { name: table, columns: names }: TableKind<Column>,
  values: Record<Column, ColumnValues>,
  definitions: Record<Column, ColumnDefinition>,
  identity: ResultIdentity,
): Uint8Array {
  const columns = names.map((name) => ({ name, nullable: false, ...definitions[name], values: values[name] }))
  return encodeArrowFile(columns, tableMetadata(table, rowsOf(columns[0].values), identity))
}

/** The table's name and number of rows let readArrowTable tell a whole file from another or a part of one. */
function tableMetadata(table: string, rows: number, identity: ResultIdentity): Map<string, string> {
  return new Map([
    ['carecast_version', identity.version],
    ['scenario', identity.scenario],
    ['scenario_sha256', identity.scenarioSha256],
    ...(identity.sets.length === 0 ? [] : [['set', identity.sets.join('\n')] as const]),
    ...(identity.budgetSha256 === undefined ? [] : [['budget_file_sha256', identity.budgetSha256] as const]),
    ['seed', identity.seed],
    ...(identity.stream === undefined ? [] : [['stream', identity.stream] as const]),
    ['intervals', identity.intervals],
    ['runs', String(identity.runs)],
    ...(identity.illustrative === undefined ? [] : [['illustrative', identity.illustrative] as const]),
    ['table', table],
    ['rows', String(rows)],
  ])
}
