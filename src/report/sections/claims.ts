// A section of the page: claims on the distribution of the runs.
import { claims } from '../charts/claims.ts'
import type { Section } from './section.ts'

/** What was claimed. */
export const CLAIMS: Section = { id: 'claims', heading: 'What was claimed', charts: [claims] }
