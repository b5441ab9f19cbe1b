// The placements in which fewest children live at the start.
import type { OpeningBill } from './opening-bill.ts'

/** A placement and its children. */
export interface SmallPlacement {
  placement: string
  children: number
}

/** Lists placements with children by their number, the smallest first, three at most. */
export function smallestPlacements({ byPlacement }: OpeningBill): SmallPlacement[] {
  return Object.entries(byPlacement)
    .map(([placement, children]) => ({ placement, children }))
    .filter(({ children }) => children > 0)
    .sort((a, b) => a.children - b.children)
    .slice(0, 3)
}
