// A section of the page: the parts of their saving, and when they pay back.
import type { Section } from './section.ts'

/** What the packages bring. */
export const PACKAGES: Section = { id: 'packages', heading: 'What the packages bring' }
