// Values less their mean, from which variances and shares of them are made.

/** What values are counted from: their first, and the mean of what they are above it. */
export interface Centre {
  first: number
  mean: number
}

/** Finds the mean of values. Counted from the first of them, large sums stay exact for longer. */
export function centreOf(values: Float64Array): Centre {
  const first = values[0]
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] - first
  return { first, mean: sum / values.length }
}

/** Returns values less their mean; a constant is 0 throughout. */
export function centred(values: Float64Array): Float64Array {
  const { first, mean } = centreOf(values)
  const rests = new Float64Array(values.length)
  for (let index = 0; index < values.length; index++) rests[index] = values[index] - first - mean
  return rests
}
