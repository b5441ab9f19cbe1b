// The opening stock: exact numbers by placement, ages that agree with both margins, shares of time in care.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysOfMonths } from '../domain/calendar.ts'
import { apportion, fitMargins, roundToMargins } from '../domain/margins.ts'
import { takesAge } from '../input/rules/placement-rules.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type AgesWithinBand, agesWithinBands, type YoungerPiece } from './ages-within-band.ts'

/** The children in care at the close of day 0, and how long they have been there. */
export interface OpeningStock {
  /** [child] */
  placement: Uint8Array
  /** [child] */
  ageBand: Uint8Array
  agesWithinBand: AgesWithinBand
  /** [band of time in care] share of the children, cumulative. */
  careCumulative: Float64Array
  /** [band of time in care] first day, with the end of the last band behind it. */
  careEdges: Int32Array
  /** [top 8 bits of the random word] first band of time in care that the word can stand for: where the search starts. */
  careGuide: Uint8Array
}

const GUIDE_STEPS = 256

const AGED_16_DAYS = DAYS_TO_18 - AGE_EDGES_DAYS[4] - 365

/** The last band of time in care runs to 18 years; every child is limited to its own age besides. */
const LONGEST_MONTHS = 216

/** A seed for pairs that the scenario does not exclude but nothing in it suggests: small, so that margins decide. */
const UNLIKELY = 1e-3
const EXCLUDED = 1e-9

/** Derives the opening stock; the same children in every run, but for ages within bands and times (A6). */
export function compileOpeningStock(scenario: Scenario): OpeningStock {
  return {
    ...compileOpeningChildren(scenario),
    agesWithinBand: compileOpeningAges(scenario),
    ...compileTimeInCare(scenario),
  }
}

/** Derives how many children of which age live where. */
export function compileOpeningChildren(scenario: Scenario): Pick<OpeningStock, 'placement' | 'ageBand'> {
  const { openingStock } = scenario
  const keys = Object.keys(scenario.placements)
  const counts = keys.map((key) => openingStock.placements[key] ?? 0)
  const ageCounts = apportion(
    AGE_BANDS.map((band) => openingStock.ages[band]),
    openingStock.children,
  )
  const joint = roundToMargins(fitMargins(ageAffinity(scenario, keys), counts, ageCounts), counts, ageCounts)
  const placement = new Uint8Array(openingStock.children)
  const ageBand = new Uint8Array(openingStock.children)
  let child = 0
  joint.forEach((row, rowIndex) => {
    row.forEach((children, band) => {
      placement.fill(rowIndex, child, child + children)
      ageBand.fill(band, child, child + children)
      child += children
    })
  })
  return { placement, ageBand }
}

/** Compiles how old the children are within their age bands. */
export function compileOpeningAges({ openingStock }: Scenario): AgesWithinBand {
  return agesWithinBands({ '16 to 17': aged16(openingStock.aged17Share) })
}

/** The younger piece of the last band: those more than a year from their 18th birthday. */
function aged16(aged17Share: number | undefined): YoungerPiece | undefined {
  return aged17Share === undefined ? undefined : { share: 1 - aged17Share, days: AGED_16_DAYS }
}

/** [placement][age] how likely a child of the age lives there, judging by the entries; where fitMargins starts. */
function ageAffinity(scenario: Scenario, keys: string[]): number[][] {
  return keys.map((key) =>
    AGE_BANDS.map((band) => {
      if (!takesAge(scenario.placements[key], band)) return EXCLUDED
      return (
        scenario.openingStock.ages[band] * ((scenario.entries.placements[band][key] ?? 0) + UNLIKELY) +
        EXCLUDED
      )
    }),
  )
}

/** Compiles how long the children have been in care. */
export function compileTimeInCare({
  openingStock,
}: Scenario): Pick<OpeningStock, 'careCumulative' | 'careEdges' | 'careGuide'> {
  const shares = openingStock.monthsInCare
  const months = Object.keys(shares)
    .map(Number)
    .sort((a, b) => a - b)
  let sum = 0
  const careCumulative = Float64Array.from(months, (month) => {
    sum += shares[month]
    return sum
  })
  careCumulative[months.length - 1] = 1
  return {
    careCumulative,
    careEdges: Int32Array.from([...months, Math.max(LONGEST_MONTHS, months.at(-1)! + 1)], daysOfMonths),
    careGuide: Uint8Array.from({ length: GUIDE_STEPS }, (_, step) =>
      careCumulative.findIndex((cumulative) => cumulative > step / GUIDE_STEPS),
    ),
  }
}
