// Numbers as British readers write them: 1,234 and 12.3. Never in the way of the machine's own locale.

/** Writes a number with commas between thousands and the given digits after the point. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return 'n/a'
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const text = new Intl.NumberFormat('en-GB', digits).format(value)
  return NEGATIVE_ZERO.test(text) ? text.slice(1) : text
}

const NEGATIVE_ZERO = /^-0(\.0*)?$/

/** Writes a count with its noun: '1 placement', '2,000 runs', '488 children'. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`
}

/** Returns how many digits after the point, 0 to `most`, are worth printing: down to the error's own first digit. */
export function supportedDecimals(standardError: number, most: number): number {
  if (Number.isNaN(standardError)) return 0
  return Math.min(most, Math.max(0, -Math.floor(Math.log10(standardError))))
}

/** Writes a standard error with one digit that counts: 0.34 is '0.3', 12.3 is '12'. */
export function formatStandardError(standardError: number): string {
  if (standardError > 0 && standardError < 0.01) return '<0.01'
  return formatNumber(standardError, supportedDecimals(standardError || 1, 2))
}
