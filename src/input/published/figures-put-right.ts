// The suppressed figures that a scenario needs, by what they are of: for the file's header and for the terminal.
import type { CouncilContext } from './council-context.ts'
import { NAMED_REASONS, type NamedReason } from './council-figures.ts'
import type { Count } from './suppressed-cells.ts'

/** A figure that suppressed cells stand behind, and what it is of. */
export interface PutRight {
  what: string
  count: Count
}

const AGES = ['under 1', 'aged 1 to 4', 'aged 5 to 9', 'aged 10 to 15', 'aged 16 to 17']

const PLACEMENT_WORDS = [
  ['inFosterCare', 'children in foster care'],
  ['placedForAdoption', 'children placed for adoption'],
  ['withParents', 'children placed with parents'],
  ['inOtherCommunity', 'children in other placements in the community'],
  ['inHomesAndHostels', 'children in homes and hostels'],
] as const

/** What the ends of a reason are called. */
export const REASON_WORDS: Record<NamedReason, string> = {
  reunification: 'returns home to parents or relatives',
  specialGuardianship: 'special guardianship orders',
  childArrangements: 'residence or child arrangements orders',
  adoption: 'adoptions',
}

/** Lists the figures that a scenario uses and that the edition does not print: worked out or put in place. */
export function figuresPutRight({ figures, year }: CouncilContext): PutRight[] {
  if (figures === undefined) return []
  const { placements, providers, reasons, ceases18over, ceases16over, threePlacements } = figures
  const all: (PutRight | undefined)[] = [
    { what: 'children looked after', count: figures.stock },
    ...figures.stockByAge.map((count, age) => ({
      what: `children ${AGES[age]} on 31 March ${year}`,
      count,
    })),
    ...PLACEMENT_WORDS.map(([cell, what]) => ({ what, count: placements(cell) })),
    {
      what: 'children in other residential settings, residential schools and other placements',
      count: placements('inOtherResidential', 'inResidentialSchools', 'inOtherPlacements'),
    },
    {
      what: 'private and voluntary placements',
      count: providers('providedPrivately', 'providedByVoluntary'),
    },
    { what: 'children who started', count: figures.starts },
    ...figures.startsByAge.map((count, age) => ({ what: `children ${AGES[age]} who started`, count })),
    { what: 'children who ceased', count: figures.ceases },
    ...(Object.keys(NAMED_REASONS) as NamedReason[]).map((reason) => ({
      what: REASON_WORDS[reason],
      count: reasons[reason],
    })),
    ceases18over
      ? { what: 'children who ceased at 18', count: ceases18over }
      : { what: 'children who ceased at 16 and over', count: ceases16over },
    threePlacements && { what: 'children with three or more placements', count: threePlacements },
  ]
  return all.filter((figure) => figure !== undefined).filter(({ count }) => count.how !== 'published')
}
