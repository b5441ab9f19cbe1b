// The council that a name on the command line means.
import type { PublishedRow } from '../input/published/published-table.ts'
import { UsageError } from './usage-error.ts'

/** Finds the authority of that name among some; throws UsageError with names that may have been meant. */
export async function namedAuthority(name: string, authorities: PublishedRow[]): Promise<PublishedRow> {
  // Loaded late, as in run.ts.
  const { findAuthority, nearAuthorities } = await import('../input/published/find-authority.ts')
  const found = findAuthority(name, authorities)
  if (found !== undefined) return found
  const near = nearAuthorities(
    name,
    authorities.map((authority) => authority.name),
  )
  const meant = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ';'
  throw new UsageError(`There is no council '${name}' in the table${meant} carecast new --list has all`)
}
