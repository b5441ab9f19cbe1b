// What was claimed beside what the runs give: every claim on the 80 % interval of its own number, each on its own scale.
import { BASELINE } from '../../domain/baseline.ts'
import { financialYearName } from '../../domain/financial-year.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { lineLabel } from '../../input/line-labels.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import { monthInWords, resultInWords, statementOf } from '../../words/claims-in-words.ts'
import { CLEAR_ERRORS, CLEAR_SHARE } from '../../words/clear-errors.ts'
import type { Chart } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { formatMillions } from '../report-words.ts'
import { type ClaimRow, claimMarks } from './claim-marks.ts'
import { claimScale } from './claim-scale.ts'
import { LINE, placeRows, SIDE } from './placed-rows.ts'

const MARGINS = { marginTop: 4, marginBottom: 4, marginLeft: SIDE, marginRight: SIDE }
/** Rows of a chart that is no higher than a page of A4. */
const MOST_ROWS = 7

/** Draws the claims that were tested on the runs of a variant, a chart for as many as fit on a page of paper. */
export function claims(source: ReportSource, variant: string): Chart[] {
  const { manifest, scenario } = source
  const own = manifest.claims
    .filter(({ variant: of = BASELINE }) => of === variant)
    .map((claim) => withLabels(claim, scenario))
  const charts = Math.ceil(own.length / MOST_ROWS)
  return Array.from({ length: charts }, (_, chart) => {
    const first = chart * MOST_ROWS
    const shown = own.slice(first, first + MOST_ROWS)
    const place = charts === 1 ? '' : `Claims ${first + 1} to ${first + shown.length} of ${own.length}. `
    return claimsChart(source, shown, chart === 0 ? 'claims' : `claims-${chart + 1}`, place)
  })
}

function claimsChart(
  { manifest, scenario }: ReportSource,
  own: TestedClaim[],
  name: string,
  place: string,
): Chart {
  const rows = own.map((claim) => ({ claim, scale: claimScale(claim, scenario), write: writerOf(claim) }))
  const isIllustration = own.some(
    ({ probability, given_runs }) => probability === null && given_runs === undefined,
  )
  return {
    name,
    title: isIllustration ? illustrationTitle(own.length) : titleOf(own, manifest.runs),
    finding: `${place}${isIllustration ? ILLUSTRATION : findingOf(own, manifest.runs)}`,
    note: noteOf(own),
    options: (width) => optionsOf(rows, manifest.runs, width),
    table: tableOf(rows, manifest.runs, isIllustration),
  }
}

function noteOf(own: TestedClaim[]): string {
  const isBeyond = own.some(({ q90 }) => q90 === null)
  return (
    'Bars: 80 % prediction intervals, the line in them the median. Dots: what was claimed. Every claim has its own scale.' +
    (isBeyond ? ' Later: not within the simulated years.' : '')
  )
}

/** Puts labels in the place of keys of placements and lines, which a reader does not know. */
function withLabels(claim: TestedClaim, scenario: Scenario): TestedClaim {
  const { of, among, line, given } = claim
  const labelsOf = (keys: string[]) => keys.map((key) => scenario.placements[key]?.label ?? key)
  return {
    ...claim,
    ...(of && { of: labelsOf(of) }),
    ...(among && { among: labelsOf(among) }),
    ...(given !== undefined && { given: `'${scenario.claims?.[given]?.label ?? given}'` }),
    ...(line !== undefined && { line: lineLabel(line, scenario) }),
  }
}

const ILLUSTRATION =
  'The scenario is an illustration only: how likely a claim is would be a number about assumptions, so none is given.'

function illustrationTitle(count: number): string {
  return count === 1 ? 'One claim beside what the runs give' : `${count} claims beside what the runs give`
}

function titleOf(own: TestedClaim[], runs: number): string {
  const held = own.filter((claim) => standing(claim, runs) > 0).length
  if (own.length === 1)
    return `The claim ${['clearly fails', 'holds in some runs and fails in others', 'clearly holds'][standing(own[0], runs) + 1]}`
  return `${held === 0 ? 'None' : held} of ${own.length} claims clearly ${held > 1 ? 'hold' : 'holds'}`
}

/**
 * 1 where a claim is true in at least 8 of 10 runs, -1 where in at most 2, 0 between and where there are too few runs to tell
 * it from one half, of which the standard error is 0.5 / sqrt(runs).
 */
function standing({ probability, given_runs }: TestedClaim, runs: number): -1 | 0 | 1 {
  if (probability === null) return 0
  const beyond = probability - 0.5
  if (Math.abs(beyond) <= (CLEAR_ERRORS * 0.5) / Math.sqrt(given_runs ?? runs)) return 0
  if (probability >= CLEAR_SHARE) return 1
  return 1 - probability >= CLEAR_SHARE ? -1 : 0
}

function findingOf(own: TestedClaim[], runs: number): string {
  const count = (sign: number) => own.filter((claim) => standing(claim, runs) === sign).length
  const parts = [
    `${count(1)} true in at least 8 of 10 runs`,
    `${count(-1)} in at most 2 of 10`,
    ...(count(0) > 0 ? [`${count(0)} between or too few runs to tell`] : []),
  ]
  return `Of ${formatNumber(own.length)} ${own.length === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}.`
}

function writerOf({ unit }: TestedClaim): ClaimRow['write'] {
  return (value) => {
    if (value === null) return 'not within these years'
    if (unit === 'share') return `${formatNumber(100 * value)} %`
    if (unit === 'year') return financialYearName(value)
    if (unit === 'month') return monthInWords(value)
    return unit === '£' ? formatMillions(value) : formatNumber(value)
  }
}

function optionsOf(rows: ClaimRow[], runs: number, width: number) {
  const { marginTop: top, marginBottom: bottom } = MARGINS
  const placed = placeRows(
    rows.map(({ claim }) => ({ above: statementOf(claim), below: resultOf(claim, runs) })),
    width,
    { top, bottom, near: { above: LINE, below: LINE } },
  )
  return {
    ...MARGINS,
    height: placed.height,
    rowsAt: placed.middles,
    x: { type: 'linear' as const, domain: [0, 1], axis: null },
    y: placed.y,
    marks: [...claimMarks(rows, placed, width - 2 * SIDE), ...placed.labels],
  }
}

function resultOf(claim: TestedClaim, runs: number): string {
  const result = resultInWords(claim, runs)
  return claim.probability === null ? `${result[0].toUpperCase()}${result.slice(1)}` : `True: ${result}`
}

function tableOf(rows: ClaimRow[], runs: number, isIllustration: boolean): Chart['table'] {
  return {
    columns: [
      ...['Claim', 'Claimed', 'P10', 'Median', 'P80', 'P90'],
      ...(isIllustration ? [] : ['Share of the runs']),
    ],
    rows: rows.map(({ claim, write }) => [
      statementOf(claim),
      ...[claim.value, claim.q10, claim.q50, claim.q80, claim.q90].map(write),
      ...(isIllustration ? [] : [resultInWords(claim, runs)]),
    ]),
  }
}
