// A search for a value in words: the steps as a table, and the answer with how sure it is.

import { formatNumber, supportedDecimals } from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import type { SolveQuestion } from '../result/result-identity.ts'
import type { SolveAnswer, SolveStep } from '../result/solved.ts'
import { paint, type TerminalStyle } from './terminal-style.ts'
import { table } from './terminal-table.ts'

const MOST_DECIMALS = 6
const DECIMALS_WITHOUT_ERROR = 2

/** Lays out the steps of a search in their order, and says what it found. */
export function solveInWords(solve: SolveQuestion & SolveAnswer, style: TerminalStyle): string[] {
  const { path, target, between, steps } = solve
  const heading = `Solved: ${path} for ${target}, between ${between.join(' and ')}`
  return [
    ...wrapText(heading, style.columns).map((line) => paint(style, 'bold', line)),
    ...stepsTable(steps, style),
    ...wrapText(answerInWords(solve), style.columns),
  ]
}

function stepsTable(steps: SolveStep[], style: TerminalStyle): string[] {
  const decimals = decimalsFor(steps)
  const columns = [
    { heading: 'Value', cells: aligned(steps.map(({ value }) => value)) },
    { heading: 'Measure', cells: steps.map(({ measure }) => formatNumber(measure, decimals)) },
    { heading: 'Error', cells: steps.map(({ mc_error }) => formatNumber(mc_error, decimals)) },
    { heading: 'Target', cells: steps.map(({ holds }) => (holds ? 'met' : 'not met')) },
  ]
  // The line above the headings is for those of groups, and there are none.
  return table(
    columns.map((column) => ({ heading: ' ', columns: [column] })),
    style,
  ).slice(1)
}

/** Writes numbers with as many digits after the point as that of them which has most. */
function aligned(values: number[]): string[] {
  const decimals = Math.max(...values.map(decimalsOf))
  return values.map((value) => formatNumber(value, decimals))
}

function decimalsOf(value: number): number {
  const most = Number(value.toFixed(MOST_DECIMALS))
  return (
    Array.from({ length: MOST_DECIMALS }, (_, digits) => digits).find(
      (digits) => Number(value.toFixed(digits)) === most,
    ) ?? MOST_DECIMALS
  )
}

/**
 * Digits after the point for measures and their errors: one more than the largest error supports, so that a value just missed
 * does not look like the target.
 */
function decimalsFor(steps: SolveStep[]): number {
  const largest = Math.max(0, ...steps.map(({ mc_error }) => mc_error || 0))
  if (largest === 0) return DECIMALS_WITHOUT_ERROR
  return largest < 10 ? Math.min(MOST_DECIMALS, supportedDecimals(largest, MOST_DECIMALS) + 1) : 0
}

/** Says where the target begins to hold, and how far another seed could move that. */
function answerInWords(solve: SolveQuestion & SolveAnswer): string {
  const { path, target, solution, meetsFrom, steps } = solve
  const met = steps.find(({ value }) => value === solution)!
  const missed = nearestMissed(solve)
  const written = (value: number) => formatNumber(value, decimalsFor(steps))
  return (
    `${target} holds where ${path} is ${shown(solution)} or ${meetsFrom === 'up' ? 'more' : 'less'}: ` +
    `there it is ${written(met.measure)} (error ${written(met.mc_error)}), at ${shown(missed.value)} it is ${written(missed.measure)}. ` +
    [intervalInWords(solve), ...tooCloseInWords(met, missed)].join(' ')
  )
}

function intervalInWords({ interval }: SolveAnswer): string {
  if (interval === undefined) return 'There are too few runs to say how sure the value is.'
  const { low, high, level } = interval
  return `${formatNumber(level * 100)} % interval of the value, for the Monte Carlo error only: ${shown(low)} to ${shown(high)}.`
}

function tooCloseInWords(met: SolveStep, missed: SolveStep): string[] {
  const change = Math.abs(met.measure - missed.measure)
  return change < Math.max(met.mc_error, missed.mc_error)
    ? ['The last two differ by less than their error: more runs would tell them apart.']
    : []
}

function nearestMissed({ solution, steps }: SolveAnswer): SolveStep {
  const distance = ({ value }: SolveStep) => Math.abs(value - solution)
  return steps
    .filter(({ holds }) => !holds)
    .reduce((nearest, step) => (distance(step) < distance(nearest) ? step : nearest))
}

function shown(value: number): string {
  return formatNumber(value, decimalsOf(value))
}
