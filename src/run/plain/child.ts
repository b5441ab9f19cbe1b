// A child as this room sees it: what has happened to it so far, and when it is due for what happens next.

/** What happened to a child, in order: where it was from which day on, and how it left, if it did. */
export interface PlainChild {
  number: number
  turns18: number
  /** Periods of care, at least one; only the last can be without an exit. */
  periods: { fromDay: number; exit?: { day: number; reason: number } }[]
  placements: { placement: number; fromDay: number }[]
}

/** Returns the present period of care of a child, or the last. */
export function latestPeriod({ periods }: PlainChild): PlainChild['periods'][number] {
  return periods.at(-1)!
}

/** A child whose next candidate day is known. */
export interface LivingChild extends PlainChild {
  dueDay: number
  mark: number
}

/** A child on the day that it needs a placement. */
export interface Entrant {
  child: LivingChild
  wanted: number
  /** Whether it is one of those who left before the start. */
  comesBack?: boolean
}

/** A child who will come back on a day. */
export interface Returning extends Entrant {
  day: number
  /** Whether it has not been in care yet: a service only put off its entry. */
  isDelayed?: boolean
}

/** Returns where a child lives, or lived last. */
export function homeOf(child: PlainChild): number {
  return child.placements.at(-1)!.placement
}

/** Returns the number in [0, 1) that a random word stands for. */
export function uniform(word: number): number {
  return (word >>> 0) / 2 ** 32
}
