// From what the last known year cost to what a forecast year costs, in steps that add up to the penny.

/** The two years to be compared; money in £. */
export interface BridgeEnds {
  outturn: number
  /** Days of care in the year of the outturn, where they are known. */
  careDays?: number
  /** The factor from the prices of the one year to those of the other. */
  uplift: number
  forecast: number
  forecastCareDays: number
}

/** What a step stands for: `mix` is the price of a day beyond the uplift, where children live. */
export type BridgePartName = 'prices' | 'number' | 'mix' | 'demand and mix'

/** A step in £, whole pence. */
export interface BridgePart {
  part: BridgePartName
  amount: number
}

/**
 * Splits the difference between outturn and forecast: prices first, at last year's care; then the number of children, at
 * the prices of the year after the uplift; then whatever is left. Without days of care the last two are one.
 */
export function bridgeParts({
  outturn,
  careDays,
  uplift,
  forecast,
  forecastCareDays,
}: BridgeEnds): BridgePart[] {
  const [from, to] = [penceOf(outturn), penceOf(forecast)]
  const prices = Math.round(from * (uplift - 1))
  if (careDays === undefined)
    return inPounds([
      ['prices', prices],
      ['demand and mix', to - from - prices],
    ])
  const number = Math.round(from * uplift * (forecastCareDays / careDays - 1))
  return inPounds([
    ['prices', prices],
    ['number', number],
    ['mix', to - from - prices - number],
  ])
}

function inPounds(parts: [BridgePartName, number][]): BridgePart[] {
  return parts.map(([part, pence]) => ({ part, amount: pence / 100 }))
}

/** Rounds £ to whole pence. */
export function penceOf(pounds: number): number {
  return Math.round(pounds * 100)
}
