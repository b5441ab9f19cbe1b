// The marks of would-be entrants, which all services share: a child's own and that of its family, many drawn at once.
import { groupSize } from '../../model/sibling-groups.ts'
import { drawBlocks, type Key, Purpose, Step, uniformOf } from '../addresses.ts'
import type { VariantSpace } from './variant-space.ts'

/** Children whose marks are drawn at once. */
const BATCH = 64
/** [unit] what the mark of a child, or of a family, is drawn for. */
const STEPS = [Step.prevent, Step.preventFamily]

const siblingWords = new Int32Array(BATCH)
const unusedWords = new Int32Array(BATCH)

/** Blocks of the children, or families, from `first` on: the mark, and the word that says whether one is only delayed. */
export interface Marks {
  first: number
  words: Int32Array
  delayWords: Int32Array
}

/** Returns marks of which none is drawn. */
export function noMarks(): Marks {
  return { first: -BATCH, words: new Int32Array(BATCH), delayWords: new Int32Array(BATCH) }
}

/** Returns the mark of a child or family by its number, drawn ahead: children come in the order of their numbers, or with a sibling. */
export function markOf(key: Key, ahead: Marks[], unit: number, number: number): number {
  const own = ahead[unit]
  if (number < own.first || number >= own.first + BATCH) {
    own.first = number
    drawBlocks(key, STEPS[unit], number, own.words, own.delayWords)
  }
  return uniformOf(own.words[number - own.first])
}

/** Returns [child] the first child of its sibling group; the child itself where all come alone. */
export function firstOfGroups({ model: { entries, openingStock }, base, keys }: VariantSpace): Int32Array {
  const first = new Int32Array(base.cohort)
  const hasSiblings = entries.groupCumulative.length > 1
  let drawn = -BATCH
  for (let child = openingStock.placement.length; child < base.cohort; ) {
    let size = 1
    if (hasSiblings) {
      if (child >= drawn + BATCH) {
        drawn = child
        drawBlocks(keys.chance, Purpose.siblings, drawn, siblingWords, unusedWords)
      }
      size = groupSize(entries, uniformOf(siblingWords[child - drawn]))
    }
    const firstSibling = child
    const end = Math.min(base.cohort, child + size)
    for (; child < end; child++) first[child] = firstSibling
  }
  return first
}
