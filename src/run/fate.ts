// What will happen to a child on its candidate day is known when the day is drawn: nothing of what decides it changes until
// then. So the lists of candidate days hold links, a child with its fate, and who meets a link knows at once what to do.

/** What happens on a candidate day. */
export const Fate = { stays: 0, moves: 1, leaves: 2, turns18: 3 } as const

/** A link is the child's number, moved up by so many bits, and its fate. */
export const FATE_BITS = 2

/** Stands for a link at the end of a list. */
export const NO_LINK = -1

/** The smaller of two whole numbers that differ by less than 2^31; the processor would often guess a comparison wrongly. */
export function smaller(one: number, other: number): number {
  const difference = (one - other) | 0
  return (other + (difference & (difference >> 31))) | 0
}

/**
 * Returns the fate of a child on a day: its mark is below the sum of the hazards of the day where something happens, and
 * below those of the exits where it leaves.
 */
export function fateOf(mark: number, exits: number, hazard: number, turns18: boolean): number {
  return (Number(mark < hazard) + Number(mark < exits)) | (Number(turns18) * Fate.turns18)
}

/**
 * Returns which of the six reasons a child leaves for whose cumulative hazards begin at an index: as many as are not above the
 * value. Five comparisons whose outcome nobody has to guess; V8 looks around at every turn of a loop.
 */
export function reasonOf(hazards: Float64Array, first: number, value: number): number {
  const low = Number(value >= hazards[first]) + Number(value >= hazards[(first + 1) | 0])
  const middle = Number(value >= hazards[(first + 2) | 0]) + Number(value >= hazards[(first + 3) | 0])
  return (low + middle + Number(value >= hazards[(first + 4) | 0])) | 0
}
