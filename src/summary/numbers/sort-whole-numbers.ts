// Sorts the whole numbers of a series, by counting instead of comparing: most of the time of a summary is spent here.

/** Numbers that span fewer values than this many times their count are counted one by one. */
const COUNTING_SPAN = 4
/** Wider spans are sorted digit by digit, each of so many bits; three of them are the 32 bits that distances may have. */
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS
const WIDEST_SPAN = 2 ** 32
/** Fewer numbers are sorted by comparing them: the counts of the digits alone would take longer. */
const FEWEST_BY_DIGITS = 256

/** How far whole numbers, at least one, lie apart. */
interface Span {
  smallest: number
  span: number
  /** Whether they are so close together that they are better counted one by one than sorted. */
  isNarrow: boolean
}

/** Returns the smallest of whole numbers and the distance of the largest from it. */
export function spanOf(values: Float64Array): Span {
  let smallest = values[0]
  let largest = values[0]
  for (let index = 0; index < values.length; index++) {
    if (values[index] < smallest) smallest = values[index]
    if (values[index] > largest) largest = values[index]
  }
  const span = largest - smallest
  return { smallest, span, isNarrow: span < COUNTING_SPAN * values.length }
}

/** Sorts whole numbers in place, upwards, and returns them. */
export function sortWholeNumbers(values: Float64Array): Float64Array {
  const { smallest, span, isNarrow } = spanOf(values)
  if (span === 0) return values
  if (isNarrow) return sortByCounting(values, smallest, span)
  return sortWide(values, smallest, span)
}

/** Sorts whole numbers that lie far apart in place, upwards, and returns them. */
export function sortWide(values: Float64Array, smallest: number, span: number): Float64Array {
  if (values.length < FEWEST_BY_DIGITS || !(span < WIDEST_SPAN)) return values.sort()
  return sortByDigits(values, smallest, span)
}

function sortByCounting(values: Float64Array, smallest: number, span: number): Float64Array {
  const counts = new Uint32Array(span + 1)
  for (let index = 0; index < values.length; index++) counts[values[index] - smallest]++
  let end = 0
  for (let step = 0; step <= span; step++) {
    const value = smallest + step
    for (let count = counts[step]; count > 0; count--) values[end++] = value
  }
  return values
}

/** Least significant digit first (Hollerith): each pass keeps the order of the pass before among equal digits. */
function sortByDigits(values: Float64Array, smallest: number, span: number): Float64Array {
  let distances = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) distances[index] = values[index] - smallest
  let sorted = new Uint32Array(values.length)
  for (let shift = 0; span >= 2 ** shift; shift += DIGIT_BITS) {
    placeByDigit(distances, sorted, shift)
    ;[distances, sorted] = [sorted, distances]
  }
  for (let index = 0; index < values.length; index++) values[index] = smallest + distances[index]
  return values
}

function placeByDigit(distances: Uint32Array, sorted: Uint32Array, shift: number): void {
  const places = new Uint32Array(DIGITS)
  for (let index = 0; index < distances.length; index++) places[(distances[index] >>> shift) & (DIGITS - 1)]++
  let next = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = places[digit]
    places[digit] = next
    next += count
  }
  for (let index = 0; index < distances.length; index++) {
    const distance = distances[index]
    sorted[places[(distance >>> shift) & (DIGITS - 1)]++] = distance
  }
}
