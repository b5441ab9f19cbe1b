// A section of the page: parts of the variance, and the assumptions behind them.
import { tornado } from '../charts/tornado.ts'
import { variance } from '../charts/variance.ts'
import { html } from '../html.ts'
import { knownHeadlines, rangeOf } from '../range-source.ts'
import type { Section } from './section.ts'

/** What drives the range. */
export const DRIVERS: Section = {
  id: 'drivers',
  heading: 'What drives the range',
  before: (source) =>
    knownHeadlines(rangeOf(source)).length === 0
      ? undefined
      : html`<p>The runs differ by chance, by what moves a whole year up or down (yearly shocks), and by inputs that are not known exactly (assumptions).</p>
`,
  charts: [variance, tornado],
}
