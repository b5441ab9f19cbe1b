// Warnings for services that would prevent more entries than they may: the result has fewer prevented than they promise.
import type { CappedServices } from '../model/capped-services.ts'
import type { ManifestWarning } from './manifest.ts'

/** Returns a warning for each package whose services ask for more than there is. */
export function cappedWarnings(capped: CappedServices[]): ManifestWarning[] {
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
  const share = `${Math.round(100 * wanted)} %`
  if (wanted > 1)
    return (
      `package '${key}': ${interventions[0]} is to prevent ${share} ${whom}, more than there are; it prevents all of ` +
      `them, and fewer than it says`
    )
  return (
    `package '${key}': ${interventions.join(', ')} would together prevent ${share} ${whom}; as nothing is known of ` +
    `services stacked so high, ${Math.round(100 * allowed)} % are prevented, never fewer than by the strongest alone ` +
    `(A23); cap: in the package allows another share`
  )
}
