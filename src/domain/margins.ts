// Tables that agree with their margins: shares to whole numbers, and iterative proportional fitting.

const FITTING_ROUNDS = 500
/** Rounds end once no row is off its sum by more than this share of it. */
const FITTING_TOLERANCE = 1e-12

/** Splits a whole number by shares (any positive scale) with the largest remainders (Hamilton's method). */
export function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((running, share) => running + share, 0)
  const exact = shares.map((share) => (share / sum) * total)
  const whole = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - whole[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const missing = total - whole.reduce((running, value) => running + value, 0)
  for (const { index } of byRemainder.slice(0, missing)) whole[index]++
  return whole
}

/** Scales a positive [row][column] table until its sums agree with both margins (Deming and Stephan, 1940). */
export function fitMargins(
  seed: number[][],
  rowSums: readonly number[],
  columnSums: readonly number[],
): number[][] {
  const table = seed.map((row) => [...row])
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    let furthest = 0
    table.forEach((row, index) => {
      furthest = Math.max(furthest, scaleTo(row, rowSums[index]))
    })
    if (round > 0 && furthest < FITTING_TOLERANCE) break
    columnSums.forEach((wanted, column) => {
      const sum = table.reduce((running, row) => running + row[column], 0)
      for (const row of table) row[column] *= sum > 0 ? wanted / sum : 0
    })
  }
  return table
}

/** Returns by which share of the wanted sum the row was off. */
function scaleTo(row: number[], wanted: number): number {
  const sum = row.reduce((running, value) => running + value, 0)
  for (let column = 0; column < row.length; column++) row[column] *= sum > 0 ? wanted / sum : 0
  return wanted > 0 ? Math.abs(sum - wanted) / wanted : 0
}

/**
 * Rounds a table to whole numbers with exactly the given margins (both of the same total): whole parts first, then one
 * by one to the cell with the largest part left over whose row and column still lack some.
 */
export function roundToMargins(
  table: number[][],
  rowSums: readonly number[],
  columnSums: readonly number[],
): number[][] {
  const whole = table.map((row) => row.map(() => 0))
  const rowLack = [...rowSums]
  const columnLack = [...columnSums]
  const give = (row: number, column: number, wanted: number) => {
    const children = Math.min(wanted, rowLack[row], columnLack[column])
    whole[row][column] += children
    rowLack[row] -= children
    columnLack[column] -= children
  }
  const cells = table
    .flatMap((row, rowIndex) =>
      row.map((value, column) => ({ row: rowIndex, column, rest: value % 1, value })),
    )
    .sort((a, b) => b.rest - a.rest || b.value - a.value)
  for (const { row, column, value } of cells) give(row, column, Math.floor(value))
  for (const { row, column } of cells) give(row, column, 1)
  for (const { row, column } of cells) give(row, column, Number.POSITIVE_INFINITY)
  return whole
}
