// Whether a mean change stands out of its Monte Carlo error, so that a title may say which way it goes.
import { CLEAR_ERRORS } from '../../words/clear-errors.ts'

/** Which way a mean goes; near where it is none to speak of, unknown where there are too few runs to tell. */
export type Way = 'up' | 'down' | 'near' | 'unknown'

/** Tells which way a mean change goes; what is smaller than `least` is none, and an error of null is not known. */
export function wayOf({ mean, mc_error }: { mean: number; mc_error: number | null }, least: number): Way {
  if (mc_error === null || !Number.isFinite(mc_error)) return 'unknown'
  if (Math.abs(mean) < least || Math.abs(mean) <= CLEAR_ERRORS * mc_error) return 'near'
  return mean > 0 ? 'up' : 'down'
}

/** The smallest changes that show where they are printed: half a child, and £5,000 of millions with two digits. */
export const LEAST = { children: 0.5, '£': 5_000 } as const
