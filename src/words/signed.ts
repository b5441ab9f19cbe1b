// Differences as text: with a sign, and no digits below their error.
import { formatToError } from '../domain/quantity.ts'

/** Writes a difference with its sign: '+5', '-12', and '0' for what rounds to nothing. */
export function signed(value: number, error: number, decimals = 0): string {
  const text = formatToError(value, error, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}
