// What was forecast of each council beside what happened, in children: backtest.csv, and sentences where one council was asked for.
import { formatCount, formatNumber } from '../../domain/quantity.ts'
import { type Cell, encodeCsv } from '../../write/paper/csv.ts'
import { QUANTILES, type SettledCouncil } from './backtest.ts'
import { horizonInWords } from './scores-in-words.ts'

const WRITTEN = [0.1, 0.5, 0.8, 0.9] as const
const COLUMNS = [
  ...['authority', 'code', 'origin', 'target', 'last_value', 'outcome', 'mean', 'q10', 'q50', 'q80', 'q90'],
  'outcome_in_80_percent_interval',
]

/** Encodes backtest.csv: a row for each council, origin and target, with the forecast of carecast. */
export function encodeOutcomes(settled: readonly SettledCouncil[]): Uint8Array {
  const rows = settled.map((council): Cell[] => {
    const { authority, code, origin, target, lastValue, outcome, forecasts } = council
    const numbers = [origin, target, lastValue, outcome, Number(forecasts.carecast.mean.toFixed(1))]
    const quantiles = WRITTEN.map((share) => quantileAt(council, share))
    return [
      ...[authority, code],
      ...[...numbers, ...quantiles].map((number) => ({ number: String(number) })),
      forecasts.carecast.scores.covered80 === 1 ? 'yes' : 'no',
    ]
  })
  return encodeCsv([COLUMNS, ...rows])
}

/** Says of each origin and target what was forecast and what happened; nothing where several councils were asked for. */
export function outcomesInWords(settled: readonly SettledCouncil[]): string[] {
  if (new Set(settled.map(({ code }) => code)).size !== 1) return []
  return settled.map((council) => {
    const { authority, lastValue, outcome } = council
    const [low, median, high] = ([0.1, 0.5, 0.9] as const).map((share) => quantileAt(council, share))
    return (
      `${authority}, ${horizonInWords(council).replace('From', 'from')}: ${formatCount(lastValue, 'child', 'children')} at the start, ` +
      `${formatNumber(median)} forecast (80 % prediction interval ${formatNumber(low)} to ${formatNumber(high)}), ` +
      `${formatNumber(outcome)} in fact: ${placeInWords(outcome, low, high)}.`
    )
  })
}

function placeInWords(outcome: number, low: number, high: number): string {
  if (outcome < low) return 'below the interval'
  return outcome > high ? 'above the interval' : 'within the interval'
}

/** Returns a quantile of the forecast of carecast. */
export function quantileAt({ forecasts }: SettledCouncil, share: (typeof QUANTILES)[number]): number {
  return forecasts.carecast.quantiles[QUANTILES.indexOf(share)]
}
