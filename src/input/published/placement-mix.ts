// Where a council's children live: the cells of an edition -> the placements of the model.
import { apportion } from '../../domain/margins.ts'
import type { CouncilFigures } from './council-figures.ts'
import { PLACEMENTS, type Placement } from './default-shapes.ts'

/** Of the foster placements, those with relatives or friends; no edition splits them by council. */
export const KINSHIP_SHARE = 1 / 6
/** Of the children in secure units, homes and hostels, those in hostels or other semi-independent living. */
export const HOSTEL_SHARE = 0.25
/** Shares of placements outside foster care that private and voluntary providers have. */
export const PRIVATE_SHARES = { homes: 0.8, residential: 0.8, community: 0.5, adoption: 0.1 }
/** Least and most of the foster placements that may come out as an agency's. */
const AGENCY_LIMITS = [0.02, 0.9]

/** Returns whole numbers of children by placement, which add up to the stock. */
export function placementMix({
  stock,
  stockByAge,
  placements,
  providers,
}: CouncilFigures): Record<Placement, number> {
  const of = (...names: Parameters<typeof placements>) => placements(...names).value
  const foster = of('inFosterCare')
  const ifa = agencyPlacements(
    foster,
    placements,
    providers('providedPrivately', 'providedByVoluntary').value,
  )
  const [kinship, inHouseFoster] = apportion(
    [KINSHIP_SHARE * foster, Math.max(0, (1 - KINSHIP_SHARE) * foster - ifa) + Number.MIN_VALUE],
    foster - ifa,
  )
  const homes = of('inHomesAndHostels')
  const hostels = Math.round(HOSTEL_SHARE * homes)
  const supported = Math.min(of('inOtherCommunity') + hostels, stockByAge[4].value)
  const mix: Record<Placement, number> = {
    kinship,
    inHouseFoster,
    ifa,
    externalResidential: homes + of('inOtherCommunity') - supported,
    supported,
    parents: of('withParents'),
    placedForAdoption: of('placedForAdoption'),
    other: of('inOtherResidential', 'inResidentialSchools', 'inOtherPlacements'),
  }
  return withTotal(mix, stock.value)
}

/** Private and voluntary placements less those outside foster care, held within a share of all foster placements. */
function agencyPlacements(
  foster: number,
  placements: CouncilFigures['placements'],
  external: number,
): number {
  const { homes, residential, community, adoption } = PRIVATE_SHARES
  const elsewhere =
    homes * placements('inHomesAndHostels').value +
    residential * placements('inOtherResidential', 'inResidentialSchools').value +
    community * placements('inOtherCommunity').value +
    adoption * placements('placedForAdoption').value
  const [least, most] = AGENCY_LIMITS
  return Math.round(Math.min(most * foster, Math.max(least * foster, external - elsewhere)))
}

/** England's cells are rounded, so that they need not add up. */
function withTotal(mix: Record<Placement, number>, total: number): Record<Placement, number> {
  const counts = apportion(
    PLACEMENTS.map((placement) => mix[placement] + Number.MIN_VALUE),
    total,
  )
  return Object.fromEntries(PLACEMENTS.map((placement, index) => [placement, counts[index]])) as Record<
    Placement,
    number
  >
}

/** Children of England's mix that a council's own is thought to have besides, so that few children say little. */
const MORE_CHILDREN = 20
const LARGEST_FACTOR = 3

/** How much more common each placement is in a council than in England, from a third to three times. */
export function placementFactors(
  mix: Record<Placement, number>,
  england: Record<Placement, number>,
): Record<Placement, number> {
  const total = (counts: Record<Placement, number>) =>
    PLACEMENTS.reduce((running, placement) => running + counts[placement], 0)
  return Object.fromEntries(
    PLACEMENTS.map((placement) => {
      const national = england[placement] / total(england)
      const own = (mix[placement] + MORE_CHILDREN * national) / (total(mix) + MORE_CHILDREN)
      const isLeant = placement !== 'placedForAdoption' && placement !== 'other'
      const factor = isLeant ? own / national : 1
      return [placement, Math.min(LARGEST_FACTOR, Math.max(1 / LARGEST_FACTOR, factor))]
    }),
  ) as Record<Placement, number>
}

/** Leans shares by factors and makes them add up to 1 again, in thousandths. */
export function leantShares(
  shares: Partial<Record<Placement, number>>,
  factors: Record<Placement, number>,
): Partial<Record<Placement, number>> {
  const placements = Object.keys(shares) as Placement[]
  const thousandths = apportion(
    placements.map((placement) => shares[placement]! * factors[placement]),
    1000,
  )
  return Object.fromEntries(placements.map((placement, index) => [placement, thousandths[index] / 1000]))
}
