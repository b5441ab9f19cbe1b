// The rule that councils put into spreadsheets: what children kept out of care save, year by year. It simulates nothing:
// no child who is kept out would have left by itself. It stands here to be compared with what the runs say.

/** How much of a year the new children of a year count for in it: half, since they come evenly over it, or all. */
export type NewChildrenCount = 'half of the new' | 'full'

/** What a programme is expected to do. */
export interface CouncilProgramme {
  /** [year] children kept out of care from that financial year on. */
  newChildren: readonly number[]
  /** What a year of care costs, in £. */
  poundsPerChildYear: number
  convention: NewChildrenCount
}

/** What a programme saves in £, [year]. */
export interface CouncilSaving {
  /** Years of care that are not needed. */
  childYears: number[]
  saving: number[]
  cumulativeSaving: number[]
}

/** What a programme saves beyond what it costs in £, [year]; negative where it costs more. */
export interface NetSaving {
  net: number[]
  cumulativeNet: number[]
}

/** The years in which a programme pays back by the two definitions that councils use; null where it does not. */
export interface Payback {
  /** The first year with a net saving of its own. */
  annual: number | null
  /** The first year in which all years so far have a net saving. */
  cumulative: number | null
}

/** Returns unit saving x (all earlier cohorts + half or all of the new one) for each year; nobody ever leaves a cohort. */
export function councilSaving({
  newChildren,
  poundsPerChildYear,
  convention,
}: CouncilProgramme): CouncilSaving {
  const cohorts = runningTotals(newChildren)
  const notYet = convention === 'full' ? 0 : 0.5
  const childYears = cohorts.map((children, year) => children - notYet * newChildren[year])
  const saving = childYears.map((years) => years * poundsPerChildYear)
  return { childYears, saving, cumulativeSaving: runningTotals(saving) }
}

/** Returns what is left of the savings of each year after its investment, both in £ and of the same years. */
export function netOfInvestment(saving: readonly number[], investment: readonly number[]): NetSaving {
  const net = saving.map((pounds, year) => pounds - investment[year])
  return { net, cumulativeNet: runningTotals(net) }
}

/** Returns the numbers of the years of payback; `yearOne` is the index of the year that is called year 1. */
export function paybackYears({ net, cumulativeNet }: NetSaving, yearOne = 0): Payback {
  const firstAbove = (pounds: number[]) => {
    const year = pounds.findIndex((one) => one > 0)
    return year < 0 ? null : year - yearOne + 1
  }
  return { annual: firstAbove(net), cumulative: firstAbove(cumulativeNet) }
}

function runningTotals(values: readonly number[]): number[] {
  let total = 0
  return values.map((value) => {
    total += value
    return total
  })
}
