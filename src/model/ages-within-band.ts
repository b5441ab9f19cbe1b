// How ages lie within an age band: evenly, or in two even pieces, a younger and an older one. It says that infants enter
// near birth and how many of the 16 to 17 year olds are 17, which no band can.
import { AGE_BANDS, AGE_EDGES_DAYS, type AgeBand } from '../domain/age-band.ts'

/** A piecewise linear map from a uniform number to the days since the band began, for each band. */
export interface AgesWithinBand {
  /** [age] share of the children in the younger piece; all of them where the band is even. */
  youngerShare: Float64Array
  /** [age] days that the younger piece is long. */
  youngerDays: Float64Array
  /** [age] days for each unit of the uniform number in the younger piece, and in the older one. */
  youngerSlope: Float64Array
  olderSlope: Float64Array
}

/** The younger piece of a band: the share of children in it, in (0, 1), and its days. */
export interface YoungerPiece {
  share: number
  days: number
}

/** Compiles the map; bands without a piece are even. */
export function agesWithinBands(pieces: Partial<Record<AgeBand, YoungerPiece>>): AgesWithinBand {
  const bands = AGE_BANDS.map((band, age) => {
    const length = AGE_EDGES_DAYS[age + 1] - AGE_EDGES_DAYS[age]
    return { length, ...(pieces[band] ?? { share: 1, days: length }) }
  })
  return {
    youngerShare: Float64Array.from(bands, ({ share }) => share),
    youngerDays: Float64Array.from(bands, ({ days }) => days),
    youngerSlope: Float64Array.from(bands, ({ share, days }) => days / share),
    olderSlope: Float64Array.from(bands, ({ share, days, length }) =>
      share < 1 ? (length - days) / (1 - share) : 0,
    ),
  }
}

/** Returns the whole days since the band began for a uniform number in [0, 1). */
export function daysIntoBand(ages: AgesWithinBand, band: number, uniform: number): number {
  const { youngerShare, youngerDays, youngerSlope, olderSlope } = ages
  if (uniform < youngerShare[band]) return (uniform * youngerSlope[band]) | 0
  return (youngerDays[band] + (uniform - youngerShare[band]) * olderSlope[band]) | 0
}
