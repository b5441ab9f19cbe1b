// All variants of a result in one table each: the baseline's rows first, as they are without packages.
import { BASELINE } from '../domain/baseline.ts'
import type { AllRuns, RunTable } from '../run/run-row.ts'
import { type CodedTexts, joinCoded } from './coded-texts.ts'
import { runValues } from './run-values.ts'
import type { MonthlySummary, RunValues, StatisticsColumns, YearsSummary } from './statistics.ts'
import { gatherYearsOnce } from './year-values.ts'
import { summariseYears } from './years.ts'

/** A variant by its name: the baseline, or the key of a package. */
export interface NamedRuns {
  variant: string
  table: RunTable
}

/** Lists the variants, the baseline first. */
export function variantsOf(runs: AllRuns): NamedRuns[] {
  return [
    { variant: BASELINE, table: runs },
    ...runs.packages.map(({ key, table }) => ({ variant: key, table })),
  ]
}

/** Months and years over the runs. */
export interface VariantSummary {
  monthly: MonthlySummary
  years: YearsSummary
}

/** Describes months, years and runs of all variants, and months and years of the baseline by itself; months are described before. */
export function summariseVariants(
  runs: AllRuns,
  monthly: MonthlySummary[],
  yearsOf = gatherYearsOnce(),
): VariantSummary & { runs: RunValues; baseline: VariantSummary } {
  const variants = variantsOf(runs)
  const years = variants.map(({ variant, table }) => summariseYears(table, variant, yearsOf(table)))
  return {
    monthly: joined(monthly),
    years: joined(years),
    runs: joined(variants.map(({ variant, table }) => runValues(table, variant, yearsOf(table)))),
    baseline: { monthly: monthly[0], years: years[0] },
  }
}

type Column = unknown[] | CodedTexts | Int32Array | Float64Array | StatisticsColumns

/** Puts tables with the same columns one under the other. */
function joined<Table extends object>(tables: Table[]): Table {
  if (tables.length === 1) return tables[0]
  const columns = (Object.keys(tables[0]) as (keyof Table)[]).map((name) => {
    return [name, joinedColumn(tables.map((table) => table[name] as Column))]
  })
  return Object.fromEntries(columns) as Table
}

function joinedColumn(parts: Column[]): Column {
  const [first] = parts
  if (Array.isArray(first)) return (parts as unknown[][]).flat()
  if (first instanceof Int32Array) return joinNumbers(parts as Int32Array[], new Int32Array(rowsOf(parts)))
  if (first instanceof Float64Array)
    return joinNumbers(parts as Float64Array[], new Float64Array(rowsOf(parts)))
  return 'codes' in first ? joinCoded(parts as CodedTexts[]) : joined(parts as StatisticsColumns[])
}

function rowsOf(parts: Column[]): number {
  return (parts as ArrayLike<unknown>[]).reduce((rows, { length }) => rows + length, 0)
}

function joinNumbers<Numbers extends Int32Array | Float64Array>(parts: Numbers[], all: Numbers): Numbers {
  let from = 0
  for (const part of parts) {
    all.set(part, from)
    from += part.length
  }
  return all
}
