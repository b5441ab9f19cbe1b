// Times every subject in a process of its own. time-subject.ts does the work; run-benchmarks.ts, compare-with-baseline.ts
// and record-baseline.ts ask for it.
import type { Timing } from './benchmark-result.ts'
import { runScript } from './run-script.ts'
import { SUBJECTS } from './subjects.ts'
import type { Form } from './time-beside-kernel.ts'

/** Times of one subject, which are timed together. */
export interface SubjectTimings {
  subject: string
  timings: Timing[]
}

/** Checks and times all subjects, or those named; throws where a result is wrong. */
export function timeSubjects(
  form: Form,
  subjects: readonly string[] = Object.keys(SUBJECTS),
): SubjectTimings[] {
  return subjects.map((subject) => ({
    subject,
    timings: runScript<Timing[]>('time-subject', [subject, form]),
  }))
}
