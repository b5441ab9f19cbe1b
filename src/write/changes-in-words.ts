// What a scenario changes against the one that it extends, and what was set in it, in words for the terminal.
import type { Change } from '../input/changes.ts'

const MOST_SHOWN = 3
const LONGEST_TEXT = 30

/** Returns a sentence for each of the two with the first changes, numbers before texts; `parent` is the file's name. */
export function changesInWords(changes: Change[], parent: string | undefined): string[] {
  const byWay = (way: Change['by']) => changes.filter(({ by }) => by === way)
  return [
    ...(parent === undefined
      ? []
      : [`Changed against ${parent}: ${listInWords(byWay('extends')) || 'nothing'}`]),
    ...(byWay('set').length === 0 ? [] : [`Set on the command line: ${listInWords(byWay('set'))}`]),
  ]
}

function listInWords(changes: Change[]): string {
  const shown = [...changes].sort((one, other) => textRank(one) - textRank(other)).slice(0, MOST_SHOWN)
  const more = changes.length - shown.length
  const parts = [...shown.map(changeInWords), ...(more > 0 ? [`+ ${more} more in the manifest`] : [])]
  return parts.join('; ')
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
