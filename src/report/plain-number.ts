// Figures as a register writes them: as they were stated, or with the digits that count. -> sections of inputs and gaps.

import { CONFIDENTIAL } from '../result/disclosure/confidential.ts'

/** Writes a stated figure with commas and at most so many digits that count, whole numbers in full; null and NaN are confidential. */
export function statedNumber(value: number | null, digits = 6): string {
  if (value === null || !Number.isFinite(value)) return CONFIDENTIAL
  const isWhole = Number.isInteger(value) || Math.abs(value) >= 10 ** digits
  const options = isWhole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits }
  return new Intl.NumberFormat('en-GB', options).format(value === 0 ? 0 : value)
}
