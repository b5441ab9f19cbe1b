// Printed forecasts and targets, each tested on every run.
import { parseDate } from '../domain/calendar.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import type { RunTable } from '../run/run-row.ts'
import { seriesOfMonth } from './months.ts'
import { shareOfRuns } from './probability.ts'
import { gatherSeries } from './series.ts'

/** How a claim came out. */
export interface TestedClaim {
  /** 'baseline', or the key of a package; absent where no packages were run. */
  variant?: string
  claim: string
  label: string
  /** YYYY-MM-DD */
  on: string
  relation: 'above' | 'below'
  /** The claimed number of children. */
  value: number
  /** Share of the runs in which the claim is true; null where the scenario is only an illustration. */
  probability: number | null
  /** Monte Carlo standard error of the probability; null with it. */
  mc_error: number | null
  /** Share of the runs at or below the claimed number: where it stands in the distribution; null with it. */
  quantile: number | null
}

/** Tests the claims of a scenario on the runs of a variant. */
export function testClaims({ claims = {}, illustrative }: Scenario, table: RunTable): TestedClaim[] {
  return Object.entries(claims).map(([claim, { label, children }]) => {
    const relation = children.below === undefined ? 'above' : 'below'
    const value = (children.below ?? children.above)!
    const stated = { claim, label, on: children.on, relation, value } as const
    if (illustrative !== undefined) return { ...stated, probability: null, mc_error: null, quantile: null }
    const stocks = childrenOn(table, children.on)
    const isTrue = (stock: number) => (relation === 'above' ? stock > value : stock < value)
    const { probability: quantile } = shareOfRuns(stocks, (stock) => stock <= value)
    return { ...stated, ...shareOfRuns(stocks, isTrue), quantile }
  })
}

/** Returns the children of each run at the close of a date that ends a month. */
function childrenOn(table: RunTable, date: string): Float64Array {
  const month = table.axes.monthEnd.indexOf(parseDate(date)! - table.axes.startDay)
  const stocks = new Float64Array(table.runs)
  gatherSeries(table, [seriesOfMonth(table, month, 'children').at(-1)!], stocks)
  return stocks
}
