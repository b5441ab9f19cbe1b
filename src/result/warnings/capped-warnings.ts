// Warnings for services that would prevent more entries than they may: the result has fewer prevented than they promise.

import type { CappedServices } from '../../model/packages/capped-services.ts'
import type { ResultWarning } from './result-warning.ts'

const MOST_DECIMALS = 6

/** Returns a warning for each package whose services ask for more than there is. */
export function cappedWarnings(capped: CappedServices[]): ResultWarning[] {
  return capped.map((one) => ({ code: 'services-capped', text: textOf(one) }))
}

function textOf({
  package: key,
  financial_year,
  age,
  interventions,
  wanted,
  allowed,
}: CappedServices): string {
  const whom = `of those aged ${age} who would enter at the end of ${financial_year}`
  const [share, most] = percentages(wanted, allowed)
  if (wanted > 1)
    return (
      `package '${key}': ${interventions[0]} is to prevent ${share} ${whom}, more than there are; it prevents all of ` +
      `them, and fewer than it says`
    )
  return (
    `package '${key}': ${interventions.join(', ')} would together prevent ${share} ${whom}; as nothing is known of ` +
    `services stacked so high, ${most} are prevented, never fewer than by the strongest alone ` +
    `(A23); cap: in the package allows another share`
  )
}

/** Two shares in percent, with as many decimals as it takes to tell them apart. */
function percentages(one: number, other: number): [string, string] {
  let decimals = 0
  const written = (share: number) => `${(100 * share).toFixed(decimals)} %`
  while (decimals < MOST_DECIMALS && written(one) === written(other)) decimals++
  return [written(one), written(other)]
}
