// A section of the page: placements, places and exits.
import { exits } from '../charts/exits.ts'
import { fosterPlaces } from '../charts/foster-places.ts'
import { fullPlacements } from '../charts/full-placements.ts'
import { placementMix } from '../charts/placement-mix.ts'
import type { Section } from './section.ts'

/** Where children live, and why they leave. */
export const PLACEMENTS: Section = {
  id: 'placements',
  heading: 'Where children live, and why they leave',
  charts: [placementMix, fullPlacements, fosterPlaces, exits],
}
