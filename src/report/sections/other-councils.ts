// A section of the page: rates per 10,000 children.
import { rates } from '../charts/rates.ts'
import type { Section } from './section.ts'

/** Beside other councils. */
export const OTHER_COUNCILS: Section = {
  id: 'other-councils',
  heading: 'Beside other councils',
  charts: [rates],
}
