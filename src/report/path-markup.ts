// A path of the scenario as the page writes it. -> sections of inputs and gaps.
import { html, type Markup, trusted } from './html.ts'

/** Writes a path that may break after its points, so that it fits on a phone. */
export function pathMarkup(path: string): Markup {
  const steps = path.split('.')
  return html`<code>${steps.map((step, index) => [step, index < steps.length - 1 && trusted('.<wbr>')])}</code>`
}
