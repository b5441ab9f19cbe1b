// A section of the page: seed, runs, errors, version, intervals.
import type { Section } from './section.ts'

/** How this was made, and how to read it. */
export const METHOD: Section = { id: 'method', heading: 'How this was made, and how to read it' }
