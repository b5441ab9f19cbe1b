// Adding numbers up.

/** Returns the sum of numbers, added up in their order; of none it is 0. */
export function sum(values: readonly number[] | Float64Array): number {
  let total = 0
  for (let index = 0; index < values.length; index++) total += values[index]
  return total
}
