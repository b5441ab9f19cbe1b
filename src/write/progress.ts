// One line on a terminal that says how far the runs are: done, runs a second, time left. It rewrites itself in place.
import { formatNumber } from '../domain/quantity.ts'

/** Where the line is written. */
export interface ProgressStream {
  columns?: number
  write(text: string): unknown
}

export interface Progress {
  /** Takes the number of runs done so far, and that of all, which may grow from step to step. */
  update(done: number, runs: number): void
  /** Wipes the line, so that what follows starts on a clean one. */
  clear(): void
}

const MS_BETWEEN_LINES = 100
// What a terminal writes behind the line when that key is pressed.
const TYPED_INTERRUPT = '^C'

/**
 * Shows the first line at once; `runs` is left out where they come in steps, `now` is a clock in milliseconds, and `noun`
 * what is counted.
 */
export function startProgress(
  stream: ProgressStream,
  runs: number | undefined,
  now = () => performance.now(),
  noun = 'runs',
): Progress {
  const started = now()
  let lastWritten = Number.NEGATIVE_INFINITY
  // A line as wide as the terminal would wrap, and \r could no longer take it back.
  const widest = (stream.columns || 80) - 1
  let shownLength = 0
  const show = (line: string) => {
    // Spaces instead of an escape code for 'erase', so that dumb terminals show no rubbish.
    stream.write(`\r${line.padEnd(shownLength)}`)
    shownLength = line.length
  }
  let step = 0
  let runsOfStep = 0
  const write = (line: string) => {
    lastWritten = now()
    show(line.slice(0, widest))
  }
  const update = (done: number, target: number) => {
    if (done < target && now() - lastWritten < MS_BETWEEN_LINES) return
    if (target !== runsOfStep) step++
    runsOfStep = target
    const line = progressLine(done, target, (now() - started) / 1000, noun)
    write(runs === undefined ? `Step ${step}: ${line}` : line)
  }
  write(runs === undefined ? 'Step 1, starting' : progressLine(0, runs, 0, noun))
  return {
    update,
    clear: () => {
      stream.write(`\r${' '.repeat(Math.min(widest, shownLength + TYPED_INTERRUPT.length))}\r`)
    },
  }
}

/** Words the line for the runs done in the given seconds. */
export function progressLine(done: number, runs: number, seconds: number, noun = 'runs'): string {
  const counted = `${formatNumber(done)} of ${formatNumber(runs)} ${noun}`
  if (done === 0 || seconds === 0) return `${counted}, starting`
  if (done >= runs) return `${counted}, summarising`
  const perSecond = done / seconds
  return `${counted}, ${formatNumber(perSecond)} ${noun}/s, ${durationInWords((runs - done) / perSecond)} left`
}

function durationInWords(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
