// A section of the page: what happened later, and where it fell among the runs.
import { BASELINE } from '../../domain/baseline.ts'
import { outcomeInWords } from '../../words/outcomes-in-words.ts'
import { html } from '../html.ts'
import type { Section } from './section.ts'

/** What happened, where the scenario says so. */
export const OUTCOMES: Section = {
  id: 'outcomes',
  heading: 'What happened',
  before: ({ manifest }) => {
    const known = (manifest.outcomes ?? []).filter(({ variant }) => variant === BASELINE)
    if (known.length === 0) return undefined
    return html`<p>Counted after the start; nothing in the forecast is fitted to it. Beside the runs without any package:</p>
<ul>${known.map(
      (outcome) => html`<li>${outcomeInWords(outcome)}.</li>
`,
    )}</ul>
`
  },
}
