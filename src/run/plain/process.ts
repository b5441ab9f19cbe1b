// What the effects of a package share: a process of numbered events, and the choice of a child at random.
import { block, type Key, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { type LivingChild, uniform } from './child.ts'

const TRIES = 64

/**
 * Returns the process of an effect: called with the events expected on a day, day by day, it returns the numbers of those
 * that happen on it; `step` is what their waits are drawn for.
 */
export function plainProcess(key: Key, step: number = Step.event): (expected: number) => number[] {
  let intensity = 0
  let event = 0
  let clock = exponential(block(key, 0, step).first)
  return (expected) => {
    intensity += expected
    const events: number[] = []
    for (; clock <= intensity; clock += exponential(block(key, event, step).first)) events.push(event++)
    return events
  }
}

/**
 * Returns a child out of the numbers below `register` that is there for the effect, by a few looks at random and then one
 * after another from the last of them on; undefined where there is none.
 */
export function pickChild(
  key: Key,
  index: number,
  register: number,
  find: (number: number) => LivingChild | undefined,
): LivingChild | undefined {
  if (register === 0) return undefined
  let last = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { first, second } = block(key, index, Step.pick + attempt)
    for (const word of [first, second]) {
      last = Math.floor(uniform(word) * register)
      const found = find(last)
      if (found) return found
    }
  }
  for (let step = 1; step <= register; step++) {
    const found = find((last + step) % register)
    if (found) return found
  }
  return undefined
}
