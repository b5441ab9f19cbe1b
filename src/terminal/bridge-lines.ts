// The bridge from the last outturn to the forecast as lines for the terminal.
import { formatNumber, POUNDS_PER_MILLION, supportedDecimals } from '../domain/quantity.ts'
import type { BridgePartName } from '../money/bridge.ts'
import type { Bridge } from '../summary/outturn-bridge.ts'
import type { TerminalStyle } from './terminal-style.ts'

const PART_WORDS: Record<BridgePartName, string> = {
  prices: 'Prices: the uplift',
  number: 'Number: days of care',
  mix: 'Mix: price of a day beyond that',
  'demand and mix': 'Demand and mix',
}

/** Returns a heading and a line for each step, amounts aligned; none where there is no bridge. */
export function bridgeInWords(bridge: Bridge | undefined, { unicode }: TerminalStyle): string[] {
  if (bridge === undefined) return []
  const { from, parts, to } = bridge
  const decimals = supportedDecimals(to.mc_error / POUNDS_PER_MILLION, 2)
  const write = (pounds: number) => formatNumber(pounds / POUNDS_PER_MILLION, decimals)
  const signed = (pounds: number) => (write(pounds).startsWith('-') ? write(pounds) : `+${write(pounds)}`)
  const lines = [
    [`Outturn of ${from.financial_year}`, write(from.amount)],
    ...parts.map(({ part, amount }) => [PART_WORDS[part], signed(amount)]),
    [`Forecast of ${to.financial_year}, mean`, write(to.amount)],
  ]
  const [widest, longest] = [0, 1].map((column) => Math.max(...lines.map((line) => line[column].length)))
  return [
    `From the last outturn to the forecast, ${unicode ? '£m' : 'GBP m'}`,
    ...lines.map(([name, amount]) => `${name.padEnd(widest)}  ${amount.padStart(longest)}`),
  ]
}
