// What a scenario changes against the one that it extends, and what was set in it, in words for the terminal.
import type { Change } from '../input/changes.ts'

const MOST_SHOWN = 3
const LONGEST_TEXT = 30
const LABEL = '.label'

/** Returns a sentence for each of the two with the first changes, numbers before whole blocks and these before texts; `parent` is the file's name. */
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
  const { blocks, others } = wholeBlocks(changes)
  const [numbers, texts] = [false, true].map((isText) =>
    others.filter((change) => isOfText(change) === isText),
  )
  const all = [...numbers.map(changeInWords), ...blocks, ...texts.map(changeInWords)]
  const more = all.length - MOST_SHOWN
  return [...all.slice(0, MOST_SHOWN), ...(more > 0 ? [`+ ${more} more in the manifest`] : [])].join('; ')
}

/** A block with a label that was not there, or is no longer, was added or removed as a whole: what is in it goes without saying. */
function wholeBlocks(changes: Change[]): { blocks: string[]; others: Change[] } {
  const labels = changes.filter(
    ({ path, from, to }) => path.endsWith(LABEL) && (from === null || to === null),
  )
  const blocks = labels.map(({ path, from }) => ({
    path: path.slice(0, -LABEL.length),
    how: from === null ? 'added' : 'removed',
  }))
  return {
    blocks: blocks.map(({ path, how }) => `${path} (${how})`),
    others: changes.filter((change) => !blocks.some(({ path }) => change.path.startsWith(`${path}.`))),
  }
}

function isOfText({ from, to }: Change): boolean {
  return typeof (to ?? from) === 'string'
}

function changeInWords({ path, from, to }: Change): string {
  return `${path} ${valueInWords(from)} -> ${valueInWords(to)}`
}

function valueInWords(value: Change['to']): string {
  if (value === null) return '(none)'
  const text = String(value)
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 3)}...` : text
}
