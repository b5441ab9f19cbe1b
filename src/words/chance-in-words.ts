// Chances, shares of the runs, and what a contingency is, in the words of every medium.
import { formatNumber, supportedDecimals } from '../domain/quantity.ts'
import { CONTINGENCY_SHARES } from '../summary/targets/budgets.ts'

/** Writes a share of the runs in %; where all agree, 3 / runs is as far away as the truth is likely to be, as with claims. */
export function chanceInWords(probability: number | null, runs: number): string {
  if (probability === null) return 'n/a'
  const decimals = supportedDecimals(300 / runs, 2)
  const furthest = Math.min(100, Math.ceil((300 / runs) * 10 ** decimals) / 10 ** decimals)
  if (probability === 0) return `<${formatNumber(furthest, decimals)} %`
  if (probability === 1) return `>${formatNumber(100 - furthest, decimals)} %`
  if (probability < 0.005) return '<1 %'
  return probability >= 0.995 ? '>99 %' : `${formatNumber(100 * probability)} %`
}

/** The one definition, for all places where a contingency is shown; without a full stop. */
export function contingencyInWords(): string {
  const shares = Object.values(CONTINGENCY_SHARES).map((share) => formatNumber(100 * share))
  return (
    'Contingency: the cost at that quantile less the budget, which is what to add to it to be enough in ' +
    `${shares.slice(0, -1).join(', ')} or ${shares.at(-1)} of 100 runs; negative where it is more than enough`
  )
}
