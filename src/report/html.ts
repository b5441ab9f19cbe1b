// HTML from templates in which every value is text: what a scenario says can never become markup. Parts of a page -> page.ts.
import { harmless } from '../domain/harmless-text.ts'

/** Markup that is safe to stand in a page as it is. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template; nothing is written for undefined and false. */
export type Content = Markup | string | number | undefined | false | readonly Content[]

/** Makes markup from a template: its own text is markup, values are escaped unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(strings.reduce((text, part, index) => text + markupOf(values[index - 1]) + part))
}

/** Takes text for markup; only for what carecast itself wrote. */
export function trusted(text: string): Markup {
  return new Markup(text)
}

function markupOf(value: Content): string {
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(markupOf).join('')
  return value === undefined || value === false ? '' : escapeText(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Writes a text so that it stands for itself in HTML and in SVG, in an element or a quoted attribute. */
export function escapeText(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character])
}
