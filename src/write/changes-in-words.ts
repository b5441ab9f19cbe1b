// What the command line changed in a scenario, in words for the terminal.
import type { Change } from '../input/changes.ts'

const MOST_SHOWN = 3
const LONGEST_TEXT = 30

/** Returns a sentence with the first changes, numbers before texts; nothing where there are none. */
export function changesInWords(changes: Change[]): string[] {
  if (changes.length === 0) return []
  const shown = [...changes].sort((one, other) => textRank(one) - textRank(other)).slice(0, MOST_SHOWN)
  const more = changes.length - shown.length
  const parts = [...shown.map(changeInWords), ...(more > 0 ? [`+ ${more} more in the manifest`] : [])]
  return [`Set on the command line: ${parts.join('; ')}`]
}

function textRank({ from, to }: Change): number {
  return typeof (to ?? from) === 'string' ? 1 : 0
}

function changeInWords({ path, from, to }: Change): string {
  return `${path} ${valueInWords(from)} -> ${valueInWords(to)}`
}

function valueInWords(value: Change['to']): string {
  if (value === null) return '(none)'
  const text = String(value)
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 3)}...` : text
}
