// What a scenario changes against the one that it extends, and what was set in it, in words for the terminal.
import type { Change } from '../input/reading/changes.ts'
import { UPLIFT } from './input-in-words.ts'

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

/**
 * Splits changes into blocks and others: a block whose label came, or went, with all else in it was added or removed as a
 * whole, so that its numbers go without saying.
 */
export function wholeBlocks(changes: Change[]): { blocks: string[]; others: Change[] } {
  const blocks = changes
    .filter(({ path }) => path.endsWith(LABEL))
    .map(({ path }) => path.slice(0, -LABEL.length))
    .flatMap((path) => {
      const within = changes.filter((change) => change.path.startsWith(`${path}.`))
      const isAll = (side: 'from' | 'to') =>
        within.length > 1 && within.every((change) => change[side] === null)
      return isAll('from') ? [{ path, how: 'added' }] : isAll('to') ? [{ path, how: 'removed' }] : []
    })
  return {
    blocks: blocks.map(({ path, how }) => `${path} (${how})`),
    others: changes.filter((change) => !blocks.some(({ path }) => change.path.startsWith(`${path}.`))),
  }
}

function isOfText({ from, to }: Change): boolean {
  return typeof (to ?? from) === 'string'
}

function changeInWords({ path, from, to }: Change): string {
  const name = path === 'upliftPerYear' ? `${UPLIFT} (${path})` : path
  return `${name} ${valueInWords(from)} -> ${valueInWords(to)}`
}

function valueInWords(value: Change['to']): string {
  if (value === null) return '(none)'
  const text = String(value)
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 3)}...` : text
}
