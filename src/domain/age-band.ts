// The five age bands of the statutory statistics (Department for Education), youngest first.
import { DAYS_PER_YEAR } from './calendar.ts'

export const AGE_BANDS = ['under 1', '1 to 4', '5 to 9', '10 to 15', '16 to 17'] as const

export type AgeBand = (typeof AGE_BANDS)[number]

/** Days from birth to the 18th birthday, to the nearest day; the longest that a child can be looked after. */
export const DAYS_TO_18 = Math.round(18 * DAYS_PER_YEAR)

/** [band] first age in days of each band, and the 18th birthday as the end of the last. */
export const AGE_EDGES_DAYS = [0, 1, 5, 10, 16, 18].map((years) => Math.ceil(years * DAYS_PER_YEAR))
