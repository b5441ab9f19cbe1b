// Where fewest children live, in a sentence.
import type { SmallPlacement } from '../result/smallest-placements.ts'

/** Says where fewest children live; nothing where no placement is told. */
export function smallestInWords(list: SmallPlacement[]): string[] {
  const said = list.map(({ placement, children }) => `${placement} ${children}`)
  return said.length === 0 ? [] : [`Fewest children live in: ${said.join(', ')}.`]
}
