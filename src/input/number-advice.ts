// How to write a number that YAML 1.2 reads as a text: 1_000, 1,000, £350, 5%, 0.1m; and what a number below 0 was meant to say.
import type { FieldPath } from './input-error.ts'

const MULTIPLIERS: Record<string, number> = { '': 1, '%': 0.01, k: 1e3, m: 1e6, bn: 1e9 }
const LOOSE_NUMBER = /^([+-]?)£?([1-9]\d{0,2}(?:[,_ ]\d{3})+|\d[\d_]*)(?:([.,])(\d+))? ?(%|k|m|bn)?$/i

/** Finds the number that a text was meant to be, like 350 for '£350', or undefined where it is not clear. */
export function meantNumber(text: string): number | undefined {
  const match = LOOSE_NUMBER.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole, , fraction = '', unit = ''] = match
  const digits = Number(`${sign}${whole.replace(/[,_ ]/g, '')}.${fraction || '0'}`)
  // Twelve digits, so that 0.07 % is 0.0007 and not 0.0007000000000000001.
  return Number((digits * MULTIPLIERS[unit.toLowerCase()]).toPrecision(12))
}

/** How effects say the opposite of a number that cannot be below 0. */
const OPPOSITES: [path: RegExp, advice: string][] = [
  [
    /\.(raiseExits|stepDown)\.per(FinancialY|Y)ear\b/,
    'fewer than happen anyway are a hazardRatio below 1, and a range from fewer to more is one around 1',
  ],
  [/\.addPlaces\.households/, 'carers who leave more often are stabilise with a carerAttrition above 1'],
  [/\.preventEntries\.(serves|targeting)\b/, 'a service that brings entries has a success below 0'],
]

/** Returns advice for a number below 0 that stands where none can be, to be added to a message; '' for all others. */
export function adviceBelow0(path: FieldPath, found: unknown): string {
  if (typeof found !== 'number' || found >= 0) return ''
  const advice = OPPOSITES.find(([pattern]) => pattern.test(path.join('.')))?.[1]
  return advice === undefined ? '' : `; ${advice}`
}
