// Times again what seems slow before it is called so: on a busy machine one process in a while gets a bad moment, or other
// code from the compiler of the JavaScript engine. A benchmark that has become slower is so in every process.
import { changesOf, isSlower, lowerOf } from './baseline.ts'
import type { Timing } from './benchmark-result.ts'
import type { SubjectTimings } from './time-all.ts'

const MOST_ROUNDS = 5

/** Times all subjects, or those named, in new processes. */
export type TimeSubjects = (subjects?: readonly string[]) => SubjectTimings[]

/**
 * Times all subjects, then up to four times more those with a benchmark that is slower than recorded, and keeps the lowest
 * ratio of each; returns it with the number of rounds.
 */
export function timeUntilQuick(
  recorded: readonly Timing[],
  time: TimeSubjects,
): { timings: Timing[]; rounds: number } {
  let all = time()
  let rounds = 1
  while (rounds < MOST_ROUNDS) {
    const slow = all.filter(({ timings }) => changesOf(recorded, timings).some(isSlower))
    if (slow.length === 0) break
    all = withLower(all, time(slow.map(({ subject }) => subject)))
    rounds++
  }
  return { timings: all.flatMap(({ timings }) => timings), rounds }
}

function withLower(all: SubjectTimings[], again: SubjectTimings[]): SubjectTimings[] {
  return all.map(({ subject, timings }) => {
    const other = again.find((one) => one.subject === subject)
    return { subject, timings: other === undefined ? timings : lowerOf(timings, other.timings) }
  })
}
