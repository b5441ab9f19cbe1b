// How often each whole number comes in a series: all statistics follow from it, without sorting. Values of runs -> tally ->
// describe-numbers.ts.

/** How often whole numbers come: `counts[n]` is how often `times` (first + n) does, and 0 elsewhere than between `from` and `to`. */
export interface Tally {
  counts: Uint32Array
  first: number
  /** At least 0. */
  times: number
  /** The places in `counts` of the smallest and of the largest number. */
  from: number
  to: number
  /** How many numbers there are, at least one. */
  size: number
}

/** Columns with numbers above so many times the runs are better sorted: looking through the counts would take longer. */
const SPAN_PER_RUN = 8
/** More than children are in care on any day, or days in most months. */
const LARGEST_SPAN = 2 ** 16

/** Makes the counts that tallyColumn takes of so many runs, all 0, from the number 0 on; how many they are is a power of 2. */
export function columnCounts(runs: number): Uint32Array {
  return new Uint32Array(Math.min(LARGEST_SPAN, 2 ** Math.ceil(Math.log2(SPAN_PER_RUN * runs))))
}

/** Tallies so many times the numbers of a column, in counts that are all 0; undefined, with all 0 again, where one has no place. */
export function tallyColumn(numbers: Int32Array, times: number, counts: Uint32Array): Tally | undefined {
  // Every bit of every number, so that one look at the end shows whether all had a place.
  let bits = 0
  const mask = counts.length - 1
  for (let run = 0; run < numbers.length; run++) {
    const number = numbers[run]
    bits |= number
    counts[number & mask]++
  }
  if (bits < 0 || bits > mask) {
    counts.fill(0)
    return undefined
  }
  let from = 0
  while (counts[from] === 0) from++
  let to = bits
  while (counts[to] === 0) to--
  return { counts, first: 0, times, from, to, size: numbers.length }
}

/** Tallies whole numbers from the smallest to the largest. */
export function tallyValues(values: Float64Array, smallest: number, span: number): Tally {
  const counts = new Uint32Array(span + 1)
  for (let run = 0; run < values.length; run++) counts[values[run] - smallest]++
  return { counts, first: smallest, times: 1, from: 0, to: span, size: values.length }
}

/** Clears the counts of a tally, for the next. */
export function clearTally({ counts, from, to }: Tally): void {
  counts.fill(0, from, to + 1)
}

/** Returns the mean; the sum behind it is a whole number, and exact. */
export function meanOfTally({ counts, first, times, from, to, size }: Tally): number {
  let sum = 0
  for (let place = from; place <= to; place++) sum += (place - from) * counts[place]
  return times * (first + from) + (times * sum) / size
}

/** Returns the sum of the squared distances from a mean, added up one by one from the smallest number on. */
export function squaresOfTally({ counts, first, times, from, to }: Tally, mean: number): number {
  let squares = 0
  for (let place = from; place <= to; place++) {
    const difference = times * (first + place) - mean
    const square = difference * difference
    for (let count = counts[place]; count > 0; count--) squares += square
  }
  return squares
}

/** Returns a quantile for each share, which rise: type 7 of Hyndman and Fan (1996), as quantileSorted gives it. */
export function quantilesOfTally(
  { counts, first, times, from, size }: Tally,
  shares: readonly number[],
): number[] {
  let place = from
  let below = 0
  return shares.map((share) => {
    const index = (size - 1) * share
    const lower = Math.floor(index)
    while (below + counts[place] <= lower) below += counts[place++]
    const isBetween = index > lower && lower + 1 === below + counts[place]
    const distance = isBetween ? times * (nextAfter(counts, place) - place) : 0
    return times * (first + place) + (index - lower) * distance
  })
}

function nextAfter(counts: Uint32Array, place: number): number {
  let next = place + 1
  while (counts[next] === 0) next++
  return next
}
