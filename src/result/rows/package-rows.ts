// Packages with the financial years across, rounded to the Monte Carlo error: children and cost less those of the baseline,
// how often they are below 0, and the saving by how it counts. Results of packages -> packages sheet and packages.csv.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { roundToError } from '../../domain/quantity.ts'
import type { AttributedValue, Attribution } from '../../summary/packages/attribution.ts'
import type { Difference, PackageResult } from '../../summary/packages/package-results.ts'

/** The statistics shown of a difference or a saving. */
export type PackageStatistic = 'Mean' | 'Error' | 'P10' | 'P50' | 'P80' | 'P90' | 'P(below 0)' | 'Error of P'

/** A statistic of one line of a package, year by year. */
export interface PackageRow {
  package: string
  label: string
  /** 'children_end', 'total', or 'saving:' and how it counts. */
  line: string
  statistic: PackageStatistic
  /** '£', 'children', or 'share' of the runs. */
  unit: string
  /** [year], all years last; null where the line has none in that year, or an illustration no probability. */
  values: (number | null)[]
}

/** The years across the top, 'all' last, and the rows below them. */
export interface PackageTable {
  years: string[]
  rows: PackageRow[]
}

/** Means of children are told to a tenth of a child, £ to the pound. */
export const FINEST = { children: 0.1, '£': 1 } as const

type Unit = keyof typeof FINEST

/** Turns the results of packages, so that years are columns; there is no table without packages. */
export function packageTable(
  packages: PackageResult[] | undefined,
  attribution: Attribution[] = [],
): PackageTable | undefined {
  if (packages === undefined || packages.length === 0) return undefined
  const years = packages[0].years.map(({ financial_year }) => financial_year)
  return { years, rows: packages.flatMap((result) => rowsOf(result, attribution)) }
}

function rowsOf(result: PackageResult, attribution: Attribution[]): PackageRow[] {
  const { package: key, label, years } = result
  // The children at the end of all years are those of the last, which stand beside.
  const children = years.map(({ financial_year, children_end }) =>
    financial_year === ALL_YEARS ? null : children_end,
  )
  const costs = years.map(({ total }) => total)
  const savings = savingsByClass(result, attribution)
  const rows = [
    ...differenceRows('children_end', 'children', children),
    ...differenceRows('total', '£', costs),
    ...savings.flatMap(([name, saving]) =>
      valueRows(
        `saving:${name}`,
        '£',
        years.map((_, index) => (index === years.length - 1 ? saving : null)),
      ),
    ),
  ]
  return rows.map((row) => ({ package: key, label, ...row }))
}

type Row = Omit<PackageRow, 'package' | 'label'>

function differenceRows(line: string, unit: Unit, differences: (Difference | null)[]): Row[] {
  const share = (statistic: PackageStatistic, read: (difference: Difference) => number | null): Row => ({
    line,
    statistic,
    unit: 'share',
    values: differences.map((difference) => difference && read(difference)),
  })
  return [
    ...valueRows(line, unit, differences),
    share('P(below 0)', ({ p_below_zero, p_error }) => roundedShare(p_below_zero, p_error)),
    share('Error of P', ({ p_error }) => p_error),
  ]
}

function roundedShare(share: number | null, error: number | null): number | null {
  return share === null ? null : roundToError(share, error ?? 0, 0.01)
}

function valueRows(line: string, unit: Unit, values: (AttributedValue | null)[]): Row[] {
  const row = (
    statistic: PackageStatistic,
    read: (value: AttributedValue) => number,
    finest: number,
  ): Row => ({
    line,
    statistic,
    unit,
    values: values.map((value) => value && roundToError(read(value), value.mc_error, finest)),
  })
  return [
    row('Mean', ({ mean }) => mean, FINEST[unit]),
    row('Error', ({ mc_error }) => mc_error, FINEST[unit]),
    row('P10', ({ q10 }) => q10, 1),
    row('P50', ({ q50 }) => q50, 1),
    row('P80', ({ q80 }) => q80, 1),
    row('P90', ({ q90 }) => q90, 1),
  ]
}

/** Where all interventions count alike so does the whole saving; otherwise the attribution tells its parts, where there is one. */
function savingsByClass(
  { package: key, counts_as, saving }: PackageResult,
  attribution: Attribution[],
): [name: string, saving: AttributedValue][] {
  if (counts_as.length === 1) return [[counts_as[0], saving]]
  const cost = attribution.find((one) => one.package === key && one.line === 'total')
  return Object.entries(cost?.by_class ?? {})
}
