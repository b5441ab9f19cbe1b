// Values less their mean, from which variances and shares of them are made.

/**
 * Returns values less their mean. Counted from the first of them, large sums stay exact for longer, and a constant is 0
 * throughout.
 */
export function centred(values: Float64Array): Float64Array {
  const first = values[0]
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] - first
  const mean = sum / values.length
  const rests = new Float64Array(values.length)
  for (let index = 0; index < values.length; index++) rests[index] = values[index] - first - mean
  return rests
}

/** Returns the sum of values, added up in their order. */
export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
