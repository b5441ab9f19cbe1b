// What no edition says of a council, for the list that every result ends with.
import type { CouncilContext } from '../council-context.ts'
import { heading, itemLine } from './yaml-lines.ts'

const ALWAYS = [
  'any price of a placement',
  "how the children in foster care divide between relatives or friends, the council's carers and agencies",
  "how many of the homes are the council's own, and how many of the children in homes and hostels are in hostels",
  'how many places there are: foster carers, homes',
  'how long the children have been looked after',
  'where those who start are placed first, and how many start together with brothers or sisters',
  'at which ages children cease for which reason',
  'how often placements break down, and where children move to',
  'how many of those who start have been looked after before',
]

/** Writes the list of what is not known. */
export function unknownLines({ figures }: CouncilContext): string[] {
  const more = [
    ...(figures?.ceases18over === undefined ? ['how many ceased on their 18th birthday'] : []),
    ...(figures?.threePlacements === undefined ? ['how many had three or more placements in the year'] : []),
  ]
  return [
    ...heading('What is not published'),
    'unknown:',
    ...[...ALWAYS, ...more].map((item) => itemLine('  ', item)),
  ]
}
