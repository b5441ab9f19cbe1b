// A section of the page: the register of inputs.
import type { Section } from './section.ts'

/** Inputs, and where they come from. */
export const INPUTS: Section = { id: 'inputs', heading: 'Inputs, and where they come from' }
