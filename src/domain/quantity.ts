// Numbers as British readers write them: 1,234 and 12.3. Never in the way of the machine's own locale.

/** Large sums of money are told in millions. */
export const POUNDS_PER_MILLION = 1_000_000

/** Writes a number with commas between thousands and the given digits after the point. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return 'n/a'
  const text = formatOf(decimals).format(value)
  return NEGATIVE_ZERO.test(text) ? text.slice(1) : text
}

/** To make a format takes much longer than to use it, and a report writes thousands of numbers. */
const formats = new Map<number, Intl.NumberFormat>()

function formatOf(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', digits)
  formats.set(decimals, format)
  return format
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

/**
 * Rounds a value to the place of the first digit of its error: 104.86 with an error of 0.34 is 104.9, 22,654 with one of
 * 1,200 is 23,000. Never finer than `finest`, a power of ten, which is also the place where the error is 0 or unknown.
 */
export function roundToError(value: number, error: number, finest = 0): number {
  const step = Math.max(errorStep(error), finest)
  return step > 0 ? roundTo(value, step) : value
}

/** Writes a value with the given digits after the point, and zeros before it where the error is that large: 124 ± 12 is '120'. */
export function formatToError(value: number, error: number, decimals = 0): string {
  const isCoarse = errorStep(error) > 10 ** -decimals
  return formatNumber(isCoarse ? roundToError(value, error) : value, decimals)
}

/** Writes an amount in £ for running text: to the nearest thousand, or to what its error supports where that is coarser. */
export function formatPounds(pounds: number, error: number): string {
  const rounded = roundToError(pounds, error, 1_000)
  return `${rounded < 0 ? '-' : ''}£${formatNumber(Math.abs(rounded))}`
}

/** The place of an error's first digit, a power of ten; 0 where there is no error or none is known. */
function errorStep(error: number): number {
  return error > 0 && Number.isFinite(error) ? 10 ** Math.floor(Math.log10(error)) : 0
}

/** Halves go away from zero, as formatNumber has them; a step below 1 is divided by as a whole number, so that 0.1 stays 0.1. */
function roundTo(value: number, step: number): number {
  const perUnit = Math.round(1 / step)
  const size = Math.abs(value)
  const rounded = step < 1 ? Math.round(size * perUnit) / perUnit : Math.round(size / step) * step
  return value < 0 && rounded > 0 ? -rounded : rounded
}

/** Writes a standard error with one digit that counts: 0.34 is '0.3', 12.3 is '12'. */
export function formatStandardError(standardError: number): string {
  if (standardError > 0 && standardError < 0.01) return '<0.01'
  return formatNumber(standardError, supportedDecimals(standardError || 1, 2))
}

/** Writes a Monte Carlo error in %, in two digits, so that 0.46 is not printed as the 0.5 that it was asked to be below; n/a where it is unknown. */
export function errorInPercent(error: number): string {
  return Number.isNaN(error) ? 'n/a' : `${Number(error.toPrecision(2))} %`
}
