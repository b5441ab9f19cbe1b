// One line on a terminal that says how far the work is: what is done of what was asked for, how fast, time left. It rewrites
// itself in place. What follows the runs that were asked for is counted as a stage of its own.
import { formatNumber } from '../domain/quantity.ts'

/** Where the line is written. */
export interface ProgressStream {
  columns?: number
  write(text: string): unknown
}

export interface Progress {
  /** Takes how many are done so far, and of how many; `stage` names what is counted beside what was asked for. */
  update(done: number, all: number, stage?: string): void
  /** Wipes the line, so that what follows starts on a clean one. */
  clear(): void
}

/** What is counted. */
export interface Counted {
  /** How many were asked for; absent where that is not known yet. */
  all?: number
  /** Whether they come in steps, each with a larger number of them. */
  isInSteps?: boolean
  /** What they are called, in the plural. */
  noun?: string
}

const MS_BETWEEN_LINES = 100
/** Before that a rate is that of the start. */
const MS_BEFORE_RATE = 500
// What a terminal writes behind the line when that key is pressed.
const TYPED_INTERRUPT = '^C'

/** Shows the first line at once; `now` is a clock in milliseconds. */
export function startProgress(
  stream: ProgressStream,
  { all: asked, isInSteps = false, noun = 'runs' }: Counted,
  now = () => performance.now(),
): Progress {
  let lastWritten = Number.NEGATIVE_INFINITY
  // A line as wide as the terminal would wrap, and \r could no longer take it back.
  const widest = (stream.columns || 80) - 1
  let shownLength = 0
  const write = (text: string) => {
    lastWritten = now()
    const line = text.slice(0, widest)
    // Spaces instead of an escape code for 'erase', so that dumb terminals show no rubbish.
    stream.write(`\r${line.padEnd(shownLength)}`)
    shownLength = line.length
  }
  let begun: { stage?: string; at: number; done: number } | undefined
  let step = 0
  let runsOfStep = 0
  const update = (done: number, all: number, stage?: string) => {
    const isNext = begun !== undefined && begun.stage !== stage
    // What came before, reading and fitting among it, says nothing of how fast this is.
    if (begun === undefined || isNext) begun = { stage, at: now(), done }
    if (!isNext && done < all && now() - lastWritten < MS_BETWEEN_LINES) return
    if (stage === undefined && all !== runsOfStep) {
      step++
      runsOfStep = all
    }
    const line = progressLine(
      { done, all, noun },
      { done: done - begun.done, seconds: (now() - begun.at) / 1000 },
    )
    const heading = stage ?? (isInSteps ? `Step ${step}` : '')
    write(heading === '' ? line : `${heading}: ${line}`)
  }
  write(firstLine({ all: asked, isInSteps, noun }))
  return {
    update,
    clear: () => {
      stream.write(`\r${' '.repeat(Math.min(widest, shownLength + TYPED_INTERRUPT.length))}\r`)
    },
  }
}

function firstLine({ all, isInSteps, noun }: Counted): string {
  if (isInSteps) return 'Step 1, starting'
  return all === undefined ? 'Starting' : `0 of ${formatNumber(all)} ${noun}, starting`
}

/** Words how many are done of all, and how long the others take if they are as fast as those done since a time. */
export function progressLine(
  { done, all, noun = 'runs' }: { done: number; all: number; noun?: string },
  since: { done: number; seconds: number },
): string {
  const counted = `${formatNumber(done)} of ${formatNumber(all)} ${noun}`
  if (done >= all) return `${counted}, summarising`
  if (since.done <= 0 || 1000 * since.seconds < MS_BEFORE_RATE) return `${counted}, starting`
  const perSecond = since.done / since.seconds
  return `${counted}, ${rateInWords(perSecond, noun)}, ${durationInWords((all - done) / perSecond)} left`
}

/** A rate below one a second is told by the minute or hour, since 0 of them a second would be none. */
function rateInWords(perSecond: number, noun: string): string {
  const [unit, per] = (
    [
      ['s', 1],
      ['min', 60],
      ['h', 3600],
    ] as const
  ).find(([, seconds]) => seconds * perSecond >= 1) ?? ['day', 86_400]
  const rate = perSecond * per
  return `${formatNumber(rate, rate < 10 ? 1 : 0)} ${noun}/${unit}`
}

function durationInWords(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
