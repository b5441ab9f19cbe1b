// Times again what seems slow before it is called so: on a busy machine one process in a while gets a bad moment, or other
// code from the compiler of the JavaScript engine. compare-with-baseline.ts calls it; baseline.ts says what slow is.
import { changesOf, middleOf, seemsSlow } from './baseline.ts'
import type { Timing } from './benchmark-result.ts'
import type { SubjectTimings } from './time-all.ts'

const MORE_ROUNDS = 4

/** Times all subjects, or those named, in new processes. */
export type TimeSubjects = (subjects?: readonly string[]) => SubjectTimings[]

/**
 * Times all subjects, then those with a benchmark that seems slower than recorded four times more: the middle one of the
 * five counts; returns it with the names of the subjects that were timed again.
 */
export function timeUntilSure(
  recorded: readonly Timing[],
  time: TimeSubjects,
): { timings: Timing[]; again: string[] } {
  const all = time()
  const again = all
    .filter(({ timings }) => changesOf(recorded, timings).some(seemsSlow))
    .map(({ subject }) => subject)
  const more = again.length === 0 ? [] : Array.from({ length: MORE_ROUNDS }, () => time(again)).flat()
  const timings = all.flatMap(({ subject, timings }) =>
    middleOf([timings, ...more.filter((one) => one.subject === subject).map((one) => one.timings)]),
  )
  return { timings, again }
}
