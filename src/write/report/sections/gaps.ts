// A section of the page: gaps, contradictions, figures not used, warnings.
import type { Section } from './section.ts'

/** What the document does not say. */
export const GAPS: Section = { id: 'gaps', heading: 'What the document does not say' }
