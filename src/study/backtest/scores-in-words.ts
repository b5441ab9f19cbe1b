// The scores of a backtest as tables for the terminal, and what they can and cannot prove.

import { formatCount, formatNumber } from '../../domain/quantity.ts'
import { wrapText } from '../../domain/wrap-text.ts'
import { paint, type TerminalStyle } from '../../terminal/terminal-style.ts'
import type { BlockInterval } from '../block-interval.ts'
import type { Horizon } from '../naive-forecasts.ts'
import type { Forecaster, ForecasterScores, ScoreTable } from './backtest.ts'

const NAMES: Record<Forecaster, string> = {
  carecast: 'carecast',
  lastValue: 'last value',
  lastTrend: 'last trend',
  drift: 'drift and spread',
}

const HEADINGS = ['', '50 %', '80 %', '', '90 %', 'CRPS', '', 'MAPE', 'Bias']

/** Lays out the tables of an origin and target each, with a heading, and what the columns mean. */
export function scoresInWords(tables: readonly ScoreTable[], style: TerminalStyle): string[] {
  return [
    ...tables.flatMap((table) => [paint(style, 'bold', headingOf(table)), ...tableLines(table), '']),
    ...differenceLines(tables.at(-1)!, style),
    ...MEANINGS.flatMap((text) => wrapText(text, style.columns)),
  ]
}

const MEANINGS = [
  '50, 80, 90 %: outcomes held by the central prediction intervals, in %. CRPS: continuous ranked probability score, in % of the last number; less is better. MAPE: mean absolute error of the median, bias: mean less outcome, both in % of the outcome.',
  'In brackets: 80 % of the averages when the nine regions are drawn anew. All regions share the same years, so that this says nothing of other years: origins of two years and outcomes of two prove little about a shock that all of England shares, and the two years up to March 2018 overlap.',
  'Last value and last trend have Poisson intervals; drift and spread grows the last number by the mean change of all councils, with the historic spread of yearly changes.',
]

function headingOf({ horizon, councils }: ScoreTable): string {
  return horizon === undefined
    ? `All of them: ${formatCount(councils, 'forecast')}`
    : `${horizonInWords(horizon)}: ${formatCount(councils, 'council')}`
}

/** Names an origin and target: 'From March 2016 to March 2017'. */
export function horizonInWords({ origin, target }: Horizon): string {
  return `From March ${origin} to March ${target}`
}

function tableLines({ rows }: ScoreTable): string[] {
  const cells = [HEADINGS, ...rows.map(rowCells)]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  return cells.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  )
}

function rowCells({ forecaster, average, intervals }: ForecasterScores): string[] {
  const percent = (share: number, decimals = 0) => formatNumber(100 * share, decimals)
  const between = ({ low, high }: BlockInterval, decimals = 0) =>
    `(${percent(low, decimals)} to ${percent(high, decimals)})`
  return [
    NAMES[forecaster],
    percent(average.covered50),
    percent(average.covered80),
    between(intervals.covered80),
    percent(average.covered90),
    percent(average.crps, 2),
    between(intervals.crps, 2),
    formatNumber(average.absoluteError, 1),
    formatNumber(average.bias, 1),
  ]
}

function differenceLines({ rows }: ScoreTable, style: TerminalStyle): string[] {
  const { average, low, high } = rows.find(({ forecaster }) => forecaster === 'drift')!.crpsDifference
  const text = `CRPS of carecast less that of drift and spread: ${[average, low, high]
    .map((value) => formatNumber(100 * value, 2))
    .join(' (')
    .replace(/ \(([^(]*)$/, ' to $1')}); below 0 carecast is the better one.`
  return [...wrapText(text, style.columns), '']
}

/** How likely a number was, and how sure the simulation is of that. */
export interface StatedProbability {
  authority: string
  /** YYYY-MM-DD */
  origin: string
  on: string
  atLeast: number
  probability: number
  mcError: number
  runs: number
}

/** Says in one sentence how likely a number was. */
export function probabilityInWords(stated: StatedProbability): string {
  const { authority, origin, on, atLeast, probability, mcError, runs } = stated
  return `${authority} from ${origin}: the chance of ${atLeast} children or more on ${on} is ${formatNumber(100 * probability, 1)} % (error ${formatNumber(100 * mcError, 1)}; ${formatNumber(runs)} runs).`
}
