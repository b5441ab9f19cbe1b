// Sorts the whole numbers of a series; most of the time of a summary is spent here.

/** Numbers that span fewer values than this many times their count are sorted by counting them, about 10 times faster. */
const COUNTING_SPAN = 4

/** Sorts whole numbers in place, upwards, and returns them. */
export function sortWholeNumbers(values: Float64Array): Float64Array {
  let smallest = values[0]
  let largest = values[0]
  for (let index = 0; index < values.length; index++) {
    if (values[index] < smallest) smallest = values[index]
    if (values[index] > largest) largest = values[index]
  }
  const span = largest - smallest
  return span < COUNTING_SPAN * values.length ? sortByCounting(values, smallest, span) : values.sort()
}

function sortByCounting(values: Float64Array, smallest: number, span: number): Float64Array {
  const counts = new Uint32Array(span + 1)
  for (let index = 0; index < values.length; index++) counts[values[index] - smallest]++
  let end = 0
  for (let step = 0; step <= span; step++) {
    const start = end
    end += counts[step]
    values.fill(smallest + step, start, end)
  }
  return values
}
