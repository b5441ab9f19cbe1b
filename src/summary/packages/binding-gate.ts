// Which gate of a review holds the others up: the last that children wait for. Rows of a package -> gates by review.
import { DAYS_PER_YEAR } from '../../domain/calendar.ts'
import type { Programme } from '../../model/packages/programme.ts'
import type { PackageRuns, RunTable } from '../../run/run-row.ts'

/** A gate of a review over all runs. */
export interface GateResult {
  /** As the scenario names it, like 'assessment'. */
  gate: string
  /** Mean number of children decided in a month in which the review goes on. */
  decided_per_month: number
  /** Mean days that a decided child waited for it, those still waiting at the end included; 0 where nobody came to it, infinite (null in files) where all still wait. */
  mean_wait_days: number
}

export interface ReviewResult {
  /** Key of the intervention. */
  intervention: string
  label: string
  gates: GateResult[]
  /** See bindingGate; absent where nobody waits a day on average. */
  binding?: string
}

const LEAST_DAYS = 1
/** Of the longest wait: shorter ones come of the order in which children happen to pass. */
const LEAST_SHARE = 0.1
const MONTHS_PER_YEAR = 12
/** Between the key of an intervention and the name of its gate, see Axes. */
const SEPARATOR = ': '

/** Describes the gates of each review of a package, in the package's order. */
export function reviewResults({ table }: PackageRuns, programme: Programme): ReviewResult[] {
  const named = table.axes.gates.map((name, gate) => ({ ...splitName(name), gate }))
  const keys = [...new Set(named.map(({ intervention }) => intervention))]
  return keys.map((intervention) => {
    const months = monthsInEffect(programme, intervention)
    const gates = named
      .filter((one) => one.intervention === intervention)
      .map(({ name, gate }) => gateResult(table, gate, name, months))
    const label = table.axes.interventions.find(({ key }) => key === intervention)?.label ?? intervention
    const binding = bindingGate(gates)
    return { intervention, label, gates, ...(binding !== undefined && { binding }) }
  })
}

/**
 * Names the last gate that children wait for, a day on average and a tenth of the longest wait; undefined where nobody
 * waits so long. Before the slowest gate children queue at any that the whole list comes to at once, even where that is
 * fast enough; behind it they come too slowly to queue.
 */
export function bindingGate(gates: GateResult[]): string | undefined {
  const longest = Math.max(...gates.map(({ mean_wait_days }) => mean_wait_days))
  const least = Math.max(LEAST_DAYS, LEAST_SHARE * longest)
  return gates.findLast(({ mean_wait_days }) => mean_wait_days >= least)?.gate
}

function splitName(name: string): { intervention: string; name: string } {
  const end = name.indexOf(SEPARATOR)
  return { intervention: name.slice(0, end), name: name.slice(end + SEPARATOR.length) }
}

/** Where a gate decides about nobody, those who wait for it wait for ever. */
function gateResult(table: RunTable, gate: number, name: string, months: number): GateResult {
  const decided = sumOverRuns(table, table.layout.decided, gate)
  const waited = sumOverRuns(table, table.layout.waitedDays, gate)
  return {
    gate: name,
    decided_per_month: months === 0 ? 0 : decided / table.runs / months,
    mean_wait_days: waited === 0 ? 0 : waited / decided,
  }
}

/** Adds up a block [year][gate] over years and runs. */
function sumOverRuns({ axes, layout, rows, runs }: RunTable, block: number, gate: number): number {
  let sum = 0
  for (let run = 0; run < runs; run++)
    for (let year = 0; year < axes.years.length; year++)
      sum += rows[run * layout.length + block + year * layout.gates + gate]
  return sum
}

/** Days with a strength above 0, in months. */
function monthsInEffect({ interventions }: Programme, key: string): number {
  const { strength } = interventions.find((one) => one.key === key)!
  const days = strength.reduce((count, share) => count + (share > 0 ? 1 : 0), 0)
  return (days / DAYS_PER_YEAR) * MONTHS_PER_YEAR
}
