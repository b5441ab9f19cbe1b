// When the package has paid back, by both definitions: how likely by the end of each year, and not within these years.

import { dot, lineY, type Markish, text } from '@observablehq/plot'
import { BASELINE } from '../../domain/baseline.ts'
import { formatStandardError } from '../../domain/quantity.ts'
import type { PaybackDefinition, PaybackResult } from '../../summary/packages/payback.ts'
import { chanceInWords } from '../../words/chance-in-words.ts'
import { beforeStartInWords, PAYBACK_DEFINED } from '../../words/payback-in-words.ts'
import { type Chart, COLOURS, isNarrow } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { axisPercent } from '../report-words.ts'
import { edgeLabels } from './direct-labels.ts'
import { ON_PAPER } from './placed-rows.ts'
import { valueAxis } from './value-axis.ts'
import { yearTicks } from './year-ticks.ts'

const MARGINS = { marginTop: 30, marginBottom: 36, marginLeft: 52, marginRight: 84 }
const NOT_YET = 'Not yet'
const STILL = 'Still so'
/** Closer together than that, only the last year is written at its dot. */
const ROOM = 40

/** How a definition is drawn and called. */
const DRAWN = {
  annual: { name: 'One year', colour: COLOURS[0], symbol: 'circle', above: -12 },
  cumulative: { name: 'All so far', colour: COLOURS[3], symbol: 'diamond', above: 14 },
} as const satisfies Record<PaybackDefinition, object>

interface KnownPayback extends PaybackResult {
  never: number
  still_at_end: number
}

interface PaybackPoint {
  x: string
  probability: number
}

/** Draws when a package has paid back; nothing for the baseline and for an illustration, which has no probability. */
export function payback({ manifest }: ReportSource, variant: string): Chart[] {
  const own = manifest.packages?.find(({ package: key }) => key === variant && key !== BASELINE)
  const results = (own?.payback ?? []).filter(
    // Results of earlier versions do not say whether it is still so.
    (result): result is KnownPayback =>
      typeof result.never === 'number' && typeof result.still_at_end === 'number',
  )
  if (results.length === 0) return []
  const { runs } = manifest
  return [
    {
      name: 'payback',
      title: titleOf(results, runs),
      finding: findingOf(results, runs),
      note: [noteOf(results), ...beforeStartInWords(own?.paid_before_start)].join(' '),
      options: (width) => optionsOf(results, runs, width),
      table: tableOf(results, runs),
      places: { scale: 'x', of: placesOf(results) },
    },
  ]
}

function placesOf([{ by_year }]: KnownPayback[]): string[] {
  return [...by_year.map(({ financial_year }) => financial_year), NOT_YET, STILL]
}

function titleOf(results: KnownPayback[], runs: number): string {
  const { never, still_at_end, by_year } =
    results.find(({ definition }) => definition === 'cumulative') ?? results[0]
  const last = by_year.at(-1)!.financial_year
  if (never === 1) return `Not paid back by ${last} in any run`
  if (still_at_end !== 1 - never)
    return `Paid back in ${chanceInWords(1 - never, runs)}, still so in ${chanceInWords(still_at_end, runs)}`
  return `Paid back by ${last} in ${never === 0 ? 'every run' : `${chanceInWords(1 - never, runs)} of the runs`}`
}

function findingOf(results: KnownPayback[], runs: number): string {
  const sentences = results.map(({ definition, by_year, never, still_at_end }) => {
    const last = by_year.at(-1)!
    return (
      `${PAYBACK_DEFINED[definition]}: by the end of ${last.financial_year} in ${chanceInWords(last.probability, runs)} of ` +
      `the runs, not within these years in ${chanceInWords(never, runs)}, paid back and still so in the last year in ${chanceInWords(still_at_end, runs)}`
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
    `${NOT_YET}: not within these years. ${STILL}: paid back and not taken back by the end of the last year. The title counts all years so far. Largest Monte Carlo error: ${formatStandardError(100 * error)} %.`
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
        results.map(({ definition, still_at_end }) => ({ y: still_at_end, text: DRAWN[definition].name })),
        { domain, pixels },
      ),
    ],
  }
}

function marksOf(
  { definition, by_year, never, still_at_end }: KnownPayback,
  runs: number,
  isRoomy: boolean,
): Markish[] {
  const { colour, symbol, above } = DRAWN[definition]
  const years = by_year.map(({ financial_year, probability }) => ({
    x: financial_year,
    probability: probability!,
  }))
  const rest = [
    { x: NOT_YET, probability: never },
    { x: STILL, probability: still_at_end },
  ]
  const at = { x: 'x', y: 'probability' } as const
  return [
    lineY(years, { ...at, stroke: colour, strokeWidth: 2 }),
    dot([...years, ...rest], { ...at, fill: colour, symbol, r: 4.5 }),
    chances(isRoomy ? years : years.slice(-1), runs, above),
    chances(rest.slice(0, 1), runs, -above),
    chances(rest.slice(1), runs, above),
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
  const chance = (read: (result: KnownPayback) => number | null) =>
    results.map((result) => chanceInWords(read(result), runs))
  const rows = [
    ...results[0].by_year.map(({ financial_year }, year) => [
      financial_year,
      ...chance(({ by_year }) => by_year[year].probability),
    ]),
    ['Not within these years', ...chance(({ never }) => never)],
    ['Paid back and still so at the end', ...chance(({ still_at_end }) => still_at_end)],
  ]
  return {
    columns: ['By the end of', ...results.map(({ definition }) => DRAWN[definition].name)],
    rows,
  }
}
