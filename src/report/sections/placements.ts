// A section of the page: placements, places and exits.
import { smallestInWords } from '../../words/smallest-in-words.ts'
import { exits } from '../charts/exits.ts'
import { fosterPlaces } from '../charts/foster-places.ts'
import { fullPlacements } from '../charts/full-placements.ts'
import { placementMix } from '../charts/placement-mix.ts'
import { html } from '../html.ts'
import type { Section } from './section.ts'

/** Where children live, and why they leave. */
export const PLACEMENTS: Section = {
  id: 'placements',
  heading: 'Where children live, and why they leave',
  before: ({ manifest }) =>
    html`<p>${smallestInWords(manifest.smallest ?? [])}</p><p>Most children in ${manifest.peakMonth ?? 'n/a'}.</p>`,
  charts: [placementMix, fullPlacements, fosterPlaces, exits],
}
