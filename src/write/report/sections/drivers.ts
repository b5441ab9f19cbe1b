// A section of the page: parts of the variance, and the assumptions behind them.
import type { Section } from './section.ts'

/** What drives the range. */
export const DRIVERS: Section = { id: 'drivers', heading: 'What drives the range' }
