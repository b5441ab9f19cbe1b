// A section of the page: how the result was made, how its intervals are read, and what the model leaves out.

import { formatCount } from '../../domain/quantity.ts'
import { markInWords } from '../../result/disclosure/confidential.ts'
import { intervalsInWords } from '../../words/intervals-in-words.ts'
import { precisionInWords } from '../../words/precision-in-words.ts'
import { commandInWords } from '../command-words.ts'
import { type Content, html, type Markup } from '../html.ts'
import { type ReportSource, withheldNote } from '../report-source.ts'
import type { Section } from './section.ts'

/** How this was made, and how to read it. */
export const METHOD: Section = {
  id: 'method',
  heading: 'How this was made, and how to read it',
  before: (source): Content => [making(source), confidential(source), reading(source), limits()],
}

function making(source: ReportSource): Markup {
  const { manifest } = source
  const { document, path, sha256, parents } = manifest.scenario
  return html`<h3>How this was made</h3>
<p>carecast simulated the lives of the children in care, day by day, ${formatCount(manifest.runs, 'time')}. Each time is a run: one way in which things could go, in which children enter, move and leave by chance at the rates given under <a href="#inputs">inputs</a>, and every day in a placement costs its price. ${source.manifest.packages ? 'Baseline and packages share the chance of each run, so that their difference is what the package does.' : ''}</p>
<dl>
<dt>Document</dt><dd>${document}</dd>
<dt>Scenario</dt><dd>${path}${parents.length > 0 && ` (extends ${parents.map((parent) => parent.path).join(', ')})`}, SHA-256 <code>${sha256}</code></dd>
<dt>Program</dt><dd>carecast ${manifest.carecast.version}</dd>
<dt>Runs and seed</dt><dd>${formatCount(manifest.runs, 'run')}, seed ‘${manifest.seed}’${manifest.stream !== undefined && `, random numbers of ${manifest.stream}`}</dd>
<dt>Intervals include</dt><dd>${intervalsInWords(manifest.intervals)}</dd>
<dt>To repeat it</dt><dd><code>${commandInWords(source)}</code></dd>
</dl>
<p>The same version, scenario, seed and number of runs give the same result to the last digit. The files beside this page hold every number: manifest.json lists them and says what each comes from.</p>
`
}

function confidential({ scenario }: ReportSource): Markup | undefined {
  const { disclosure } = scenario
  if (disclosure === undefined) return undefined
  const { below, source } = disclosure
  const note = withheldNote({ scenario })
  return html`<h3>Confidential numbers</h3>
<p>Numbers of children come from ${source}. ${markInWords(below)} Where one part of a known total is so small, the next smallest is withheld too, so that nothing can be worked out by subtraction.</p>
${note !== undefined && html`<p>${note}</p>`}
<p>Of a placement whose number at the start is withheld, numbers, costs and price are withheld in every month and year; of exits, the reasons whose count is withheld; of rates, the number of events behind them. Budgets and claims that would tell such a number are left out. This page, summary.xlsx and the CSV files may be passed on. manifest.json and the Arrow files may not: every number is in them. The scenario’s own texts are not checked.</p>
`
}

function reading({ manifest }: ReportSource): Markup {
  const errors = manifest.monteCarlo.total_cost
  return html`<h3>How to read it</h3>
<dl>
<dt>An 80 % prediction interval</dt><dd>Of 100 futures like those simulated, about 80 end inside it, 10 below and 10 above. It is about what will happen, not about an average: a confidence interval, which says how well an average is known, is something else and narrower. The median is in the middle: half of the futures end below it.</dd>
<dt>What it includes</dt><dd>${INCLUDED[manifest.intervals]}</dd>
<dt>What it does not include</dt><dd>That the model is wrong; changes of policy, law or practice that the scenario does not state; and what is held at one number because no range is given for it. The real number will be outside more often than 20 times in 100 where these matter.</dd>
<dt>Quantiles do not add up</dt><dd>Medians and ends of intervals of parts, of placements or of years, do not add up to those of the whole: all parts are not high in the same future. Means do add up.</dd>
<dt>Monte Carlo error</dt><dd>Another seed would give slightly other numbers; the standard error says by how much, and more runs make it smaller. It is not the range of the future. ${precisionInWords({ mean_error_percent: known(errors.mean_error_percent), q90_error_percent: known(errors.q90_error_percent) })}</dd>
</dl>
`
}

/** What the spread has in it, in a sentence. */
const INCLUDED: Record<ReportSource['manifest']['intervals'], string> = {
  'chance only':
    'Chance alone: who enters, moves and leaves when. Every rate and price is taken as known, and years do not differ, so that the interval is too narrow.',
  'chance and shocks':
    'Chance, and yearly shocks: entries, exits and prices of a year are higher or lower for all children together. Every rate and price is taken as known.',
  'chance and assumptions': 'Chance, and the assumptions that have a range. Years do not differ beyond that.',
  'chance, shocks and assumptions':
    'Chance; yearly shocks, by which entries, exits and prices of a year are higher or lower for all children together; and the assumptions that have a range.',
}

/** Read back from a file, an error that is not known is null. */
function known(error: number | null): number {
  return error ?? Number.NaN
}

function limits(): Markup {
  return html`<h3>What the model leaves out</h3>
<ul>
<li>Rates stay what they are: how often children of an age leave or move follows past counts or a judgement, by age, placement and time in care, and changes only where the scenario says so (A4, A17).</li>
<li>Children are independent but for what a year has in common; brothers and sisters may enter together but then live lives of their own (A13, A14). Numbers by placement vary too little for that.</li>
<li>Who the children of the start are is not known one by one: their numbers by placement and age are exact, times in care are drawn (A6).</li>
<li>A full placement sends children on to the next of its list; it does not change who enters care, or prices (A7, A8).</li>
<li>Ranges are drawn independently of each other, also where in life they go together (A15).</li>
<li>Interventions do what the scenario says: how large an effect is comes from the document or a judgement, and how several work together is assumed (A22, A23).</li>
<li>Children who move between councils, and what starts less ceases do not explain, are left out unless a growth is stated (A20).</li>
</ul>
<p class="note">Numbers like A13 are those of the modelling assumptions, docs/model/assumptions.md of carecast.</p>`
}
