// What was claimed beside what the runs give: every claim on the 80 % interval of its own number, each on its own scale.
import { dot, type Markish, rect, text } from '@observablehq/plot'
import { BASELINE } from '../../../domain/baseline.ts'
import { financialYearName } from '../../../domain/financial-year.ts'
import { formatNumber } from '../../../domain/quantity.ts'
import type { Scenario } from '../../../input/scenario-schema.ts'
import type { TestedClaim } from '../../../summary/claims.ts'
import { resultInWords, statementOf } from '../../claims-in-words.ts'
import { lineLabel } from '../../line-labels.ts'
import { BANDS, type Chart, COLOURS, INK, PAPER } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { formatMillions } from '../report-words.ts'
import { type ClaimScale, claimScale } from './claim-scale.ts'
import { BAR, LINE, type PlacedRows, placeRows, SIDE } from './placed-rows.ts'

const MARGINS = { marginTop: 4, marginBottom: 4, marginLeft: SIDE, marginRight: SIDE }
/** A chance that differs from one half by no more than so many errors is not said to be more or less. */
const CLEAR_ERRORS = 2
const LATER = 'later'
/** The width of a character of a number. */
const CHARACTER = 8

/** A claim, how its numbers are written, and where they stand from left to right. */
interface ClaimRow {
  claim: TestedClaim
  scale: ClaimScale
  write: (value: number | null) => string
}

interface ClaimLabel {
  words: string
  /** From 0 to 1. */
  x: number
  y: number
}

/** Draws the claims that were tested on the runs of a variant. */
export function claims(source: ReportSource, variant: string): Chart[] {
  const { manifest, scenario } = source
  const own = manifest.claims
    .filter(({ variant: of = BASELINE }) => of === variant)
    .map((claim) => withLabels(claim, scenario))
  if (own.length === 0) return []
  const rows = own.map((claim) => ({ claim, scale: claimScale(claim, scenario), write: writerOf(claim) }))
  const isIllustration = own.some(({ probability }) => probability === null)
  return [
    {
      name: 'claims',
      title: isIllustration ? illustrationTitle(own.length) : titleOf(own),
      finding: isIllustration ? ILLUSTRATION : findingOf(own),
      note: noteOf(own),
      options: (width) => optionsOf(rows, manifest.runs, width),
      table: tableOf(rows, manifest.runs, isIllustration),
    },
  ]
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
  const { of, line } = claim
  return {
    ...claim,
    ...(of && { of: of.map((key) => scenario.placements[key]?.label ?? key) }),
    ...(line !== undefined && { line: lineLabel(line, scenario) }),
  }
}

const ILLUSTRATION =
  'The scenario is an illustration only: how likely a claim is would be a number about assumptions, so none is given.'

function illustrationTitle(count: number): string {
  return count === 1 ? 'One claim beside what the runs give' : `${count} claims beside what the runs give`
}

function titleOf(own: TestedClaim[]): string {
  const held = own.filter((claim) => standing(claim) > 0).length
  if (own.length === 1)
    return `The claim ${['fails in most', 'holds in about half the', 'holds in most'][standing(own[0]) + 1]} runs`
  return `${held === 0 ? 'None' : held} of ${own.length} claims clearly ${held > 1 ? 'hold' : 'holds'} in most runs`
}

/** 1 where a claim is true in clearly more than half of the runs, -1 where in clearly less, 0 where that cannot be told. */
function standing({ probability, mc_error }: TestedClaim): number {
  const beyond = probability! - 0.5
  return Math.abs(beyond) > CLEAR_ERRORS * mc_error! ? Math.sign(beyond) : 0
}

function findingOf(own: TestedClaim[]): string {
  const count = (sign: number) => own.filter((claim) => standing(claim) === sign).length
  const parts = [
    `${count(1)} true in clearly more than half of the runs`,
    `${count(-1)} in clearly less`,
    ...(count(0) > 0 ? [`${count(0)} too close to half to tell`] : []),
  ]
  return `Of ${formatNumber(own.length)} ${own.length === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}.`
}

function writerOf({ unit }: TestedClaim): ClaimRow['write'] {
  return (value) => {
    if (value === null) return 'not within these years'
    if (unit === 'share') return `${formatNumber(100 * value)} %`
    if (unit === 'year') return financialYearName(value)
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
    x: { type: 'linear' as const, domain: [0, 1], axis: null },
    y: placed.y,
    marks: [...marksOf(rows, placed, width - 2 * SIDE), ...placed.labels],
  }
}

function resultOf(claim: TestedClaim, runs: number): string {
  const result = resultInWords(claim, runs)
  return claim.probability === null ? `${result[0].toUpperCase()}${result.slice(1)}` : `True: ${result}`
}

function marksOf(rows: ClaimRow[], { middles }: PlacedRows, pixels: number): Markish[] {
  const known = rows.filter(({ claim }) => claim.q10 !== null)
  const middle = (row: ClaimRow) => middles[rows.indexOf(row)]
  const at = (read: (scale: ClaimScale) => number) => (row: ClaimRow) => read(row.scale)
  const box = {
    y1: (row: ClaimRow) => middle(row) - BAR / 2,
    y2: (row: ClaimRow) => middle(row) + BAR / 2,
  }
  return [
    rect(rows, { x1: 0, x2: 1, y1: middle, y2: (row: ClaimRow) => middle(row) + 1, fill: 'var(--line)' }),
    rect(known, { ...box, x1: at(({ low }) => low), x2: at(({ high }) => high), fill: BANDS[1] }),
    rect(
      known.filter(({ claim }) => claim.q50 !== null),
      {
        ...box,
        x1: at(({ median }) => median),
        x2: at(({ median }) => median),
        insetLeft: -1,
        insetRight: -1,
        fill: PAPER,
      },
    ),
    dot(rows, { x: at(({ claimed }) => claimed), y: middle, r: 6, fill: COLOURS[3], stroke: INK }),
    ...labelMarks(
      rows.map((row) => ({
        words: `Claimed ${row.write(row.claim.value)}`,
        x: row.scale.claimed,
        y: middle(row) - BAR / 2 - LINE / 2,
      })),
      pixels,
      600,
    ),
    ...labelMarks(
      rows.flatMap((row) => intervalLabels(row, middle(row) + BAR / 2 + LINE / 2, pixels)),
      pixels,
    ),
  ]
}

/** Both ends of an interval, or one label for both where they would touch. */
function intervalLabels(
  { claim: { q10, q90 }, scale: { low, high }, write }: ClaimRow,
  y: number,
  pixels: number,
): ClaimLabel[] {
  const [from, to] = [q10, q90].map((value) => (value === null ? LATER : write(value)))
  const isShort = high - low < (CHARACTER * (from.length + to.length + 2)) / pixels
  if (isShort) return [{ words: from === to ? from : `${from} to ${to}`, x: (low + high) / 2, y }]
  return [
    { words: from, x: low, y },
    { words: to, x: high, y },
  ]
}

/** Writes labels over or under their places; at the ends of the scale beside them, so that they stay in the picture. */
function labelMarks(labels: ClaimLabel[], pixels: number, fontWeight?: number): Markish[] {
  const anchorOf = ({ words, x }: ClaimLabel) => {
    const half = (CHARACTER * words.length) / 2 / pixels
    return x < half ? 'start' : x > 1 - half ? 'end' : 'middle'
  }
  return (['start', 'middle', 'end'] as const).map((textAnchor) =>
    text(
      labels.filter((label) => anchorOf(label) === textAnchor),
      {
        x: 'x',
        y: 'y',
        text: 'words',
        textAnchor,
        dx: { start: -SIDE / 4, middle: 0, end: SIDE / 4 }[textAnchor],
        fontWeight,
        fill: INK,
      },
    ),
  )
}

function tableOf(rows: ClaimRow[], runs: number, isIllustration: boolean): Chart['table'] {
  return {
    columns: ['Claim', 'Claimed', 'P10', 'Median', 'P90', ...(isIllustration ? [] : ['Share of the runs'])],
    rows: rows.map(({ claim, write }) => [
      statementOf(claim),
      ...[claim.value, claim.q10, claim.q50, claim.q90].map(write),
      ...(isIllustration ? [] : [resultInWords(claim, runs)]),
    ]),
  }
}
