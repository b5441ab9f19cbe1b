// When the package has paid back, by both definitions: how likely by the end of each year, and not within these years.
import { dot, lineY, type Markish, text } from '@observablehq/plot'
import { BASELINE } from '../../../domain/baseline.ts'
import { formatStandardError } from '../../../domain/quantity.ts'
import type { PaybackDefinition, PaybackResult } from '../../../summary/payback.ts'
import { chanceInWords } from '../../budgets-in-words.ts'
import { PAYBACK_DEFINED } from '../../payback-in-words.ts'
import { type Chart, COLOURS, isNarrow } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { axisPercent } from '../report-words.ts'
import { edgeLabels } from './direct-labels.ts'
import { ON_PAPER } from './placed-rows.ts'
import { valueAxis } from './value-axis.ts'
import { yearTicks } from './year-ticks.ts'

const MARGINS = { marginTop: 30, marginBottom: 36, marginLeft: 52, marginRight: 84 }
const NOT_YET = 'Not yet'
/** Closer together than that, only the last year is written at its dot. */
const ROOM = 40

/** How a definition is drawn and called. */
const DRAWN = {
  annual: { name: 'One year', colour: COLOURS[0], symbol: 'circle', above: -12 },
  cumulative: { name: 'All so far', colour: COLOURS[3], symbol: 'diamond', above: 14 },
} as const satisfies Record<PaybackDefinition, object>

interface KnownPayback extends PaybackResult {
  never: number
}

interface PaybackPoint {
  x: string
  probability: number
}

/** Draws when a package has paid back; nothing for the baseline and for an illustration, which has no probability. */
export function payback({ manifest }: ReportSource, variant: string): Chart[] {
  const own = manifest.packages?.find(({ package: key }) => key === variant && key !== BASELINE)
  const results = (own?.payback ?? []).filter((result): result is KnownPayback => result.never !== null)
  if (results.length === 0) return []
  const { runs } = manifest
  return [
    {
      name: 'payback',
      title: titleOf(results, runs),
      finding: findingOf(results, runs),
      note: noteOf(results),
      options: (width) => optionsOf(results, runs, width),
      table: tableOf(results, runs),
      places: { scale: 'x', of: placesOf(results) },
    },
  ]
}

function placesOf([{ by_year }]: KnownPayback[]): string[] {
  return [...by_year.map(({ financial_year }) => financial_year), NOT_YET]
}

function titleOf(results: KnownPayback[], runs: number): string {
  const { never, by_year } = results.find(({ definition }) => definition === 'cumulative') ?? results[0]
  const last = by_year.at(-1)!.financial_year
  if (never === 0) return `Paid back by ${last} in every run`
  if (never === 1) return `Not paid back by ${last} in any run`
  return `Paid back by ${last} in ${chanceInWords(1 - never, runs)} of the runs`
}

function findingOf(results: KnownPayback[], runs: number): string {
  const sentences = results.map(({ definition, by_year, never }) => {
    const last = by_year.at(-1)!
    return (
      `${PAYBACK_DEFINED[definition]}: by the end of ${last.financial_year} in ${chanceInWords(last.probability, runs)} of ` +
      `the runs, not within these years in ${chanceInWords(never, runs)}`
    )
  })
  const text = `${sentences.join('; ')}.`
  return text[0].toUpperCase() + text.slice(1)
}

function noteOf(results: KnownPayback[]): string {
  const error = Math.max(...results.flatMap(({ by_year }) => by_year.map(({ mc_error }) => mc_error ?? 0)))
  const names = results.map(
    ({ definition }) =>
      `${DRAWN[definition].name} (${DRAWN[definition].symbol}): ${PAYBACK_DEFINED[definition]}`,
  )
  return (
    `Share of the runs that have paid back by the end of each year, counted from ${results[0].first_year}. ${names.join('. ')}. ` +
    `${NOT_YET}: not within these years. The title counts all years so far. Largest Monte Carlo error: ${formatStandardError(100 * error)} %.`
  )
}

function optionsOf(results: KnownPayback[], runs: number, width: number) {
  const height = isNarrow(width) ? 260 : 300
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const across = width - MARGINS.marginLeft - MARGINS.marginRight
  const places = placesOf(results)
  // Room for what is written under a dot at 0.
  const domain = [-0.1, 1.02] as const
  const isRoomy = across / places.length >= ROOM
  return {
    ...MARGINS,
    height,
    x: { type: 'band' as const, domain: places },
    y: { ...valueAxis(domain, pixels, 'Share of the runs', axisPercent), ticks: [0, 0.25, 0.5, 0.75, 1] },
    marks: [
      yearTicks(places, across),
      ...results.flatMap((result) => marksOf(result, runs, isRoomy)),
      ...edgeLabels(
        results.map(({ definition, never }) => ({ y: never, text: DRAWN[definition].name })),
        { domain, pixels },
      ),
    ],
  }
}

function marksOf({ definition, by_year, never }: KnownPayback, runs: number, isRoomy: boolean): Markish[] {
  const { colour, symbol, above } = DRAWN[definition]
  const years = by_year.map(({ financial_year, probability }) => ({
    x: financial_year,
    probability: probability!,
  }))
  const last = { x: NOT_YET, probability: never }
  const at = { x: 'x', y: 'probability' } as const
  return [
    lineY(years, { ...at, stroke: colour, strokeWidth: 2 }),
    dot([...years, last], { ...at, fill: colour, symbol, r: 4.5 }),
    chances(isRoomy ? years : years.slice(-1), runs, above),
    chances([last], runs, -above),
  ]
}

/** In the last place the other definition is the higher one. */
function chances(points: PaybackPoint[], runs: number, dy: number): Markish {
  return text(points, {
    x: 'x',
    y: 'probability',
    text: ({ probability }: PaybackPoint) => chanceInWords(probability, runs),
    dy,
    ...ON_PAPER,
  })
}

function tableOf(results: KnownPayback[], runs: number): Chart['table'] {
  const rows = placesOf(results).map((place, index) => [
    place === NOT_YET ? 'Not within these years' : place,
    ...results.map(({ by_year, never }) => chanceInWords(by_year[index]?.probability ?? never, runs)),
  ])
  return {
    columns: ['By the end of', ...results.map(({ definition }) => DRAWN[definition].name)],
    rows,
  }
}
