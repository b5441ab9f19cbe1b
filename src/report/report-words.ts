// Numbers and names as the report writes them: £1.2m, 1 April 2017, 'Baseline'.
import { BASELINE } from '../domain/baseline.ts'
import { formatNumber, POUNDS_PER_MILLION } from '../domain/quantity.ts'
import type { ReportSource } from './report-source.ts'

/** Writes £ in millions, with a digit more where they are few: £1.23m, £12.3m. */
export function formatMillions(pounds: number): string {
  const millions = Math.abs(pounds) / POUNDS_PER_MILLION
  const digits = millions < 9.995 ? 2 : 1
  const size = `£${formatNumber(millions, digits)}m`
  return pounds < 0 && /[1-9]/.test(size) ? `-${size}` : size
}

/** Writes £ in millions on an axis: £10m, £2.5m. */
export function axisMillions(pounds: number): string {
  const millions = Math.abs(pounds) / POUNDS_PER_MILLION
  return `${pounds < 0 ? '-' : ''}£${Number(millions.toFixed(2))}m`
}

/** Writes a change with its sign: '+12', '-3', '0'. */
export function formatChange(value: number, format: (size: number) => string = formatNumber): string {
  const size = format(Math.abs(value))
  return /[1-9]/.test(size) ? `${value < 0 ? '-' : '+'}${size}` : size
}

/** Writes a share in whole percent on an axis: '20 %'. */
export function axisPercent(share: number): string {
  return `${formatNumber(100 * share)} %`
}

/** Calls a variant by its name in front of people. */
export function variantLabel({ manifest }: Pick<ReportSource, 'manifest'>, variant: string): string {
  if (variant === BASELINE) return 'Baseline'
  return manifest.packages?.find(({ package: key }) => key === variant)?.label ?? variant
}

/** Writes an interval with its level: '80 % interval 93 to 136'. */
export function intervalWords(
  { q10, q90 }: { q10: number; q90: number },
  format: (value: number) => string = formatNumber,
): string {
  return `80 % interval ${format(q10)} to ${format(q90)}`
}

/** Writes an interval of the runs with level and kind: '80 % prediction interval £1.20m to £2.40m'. */
export function predictionWords(
  { q10, q90 }: { q10: number; q90: number },
  format: (value: number) => string = formatNumber,
): string {
  return `80 % prediction interval ${format(q10)} to ${format(q90)}`
}
