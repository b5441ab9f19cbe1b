// Where a function of one number crosses zero, and where it is largest; the arithmetic under every fit of a range.

const MOST_STEPS = 200
const GOLDEN_STEPS = 40
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/**
 * Returns where a continuous function crosses zero between two points, to 1e-15 of their distance; the nearer of the two
 * when it has the same sign at both. False position with the Illinois weights (Dowell and Jarratt 1971); every third step
 * halves, so that 200 steps are always enough.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high]
  let [atLeft, atRight] = [f(left), f(right)]
  if (atLeft > 0 === atRight > 0) return Math.abs(atLeft) < Math.abs(atRight) ? left : right
  const close = 1e-15 * (high - low)
  let kept = 0
  for (let step = 1; step <= MOST_STEPS && right - left > close; step++) {
    const chord = right - (atRight * (right - left)) / (atRight - atLeft)
    const halve = step % 3 === 0 || !(chord > left && chord < right)
    const middle = halve ? (left + right) / 2 : chord
    const atMiddle = f(middle)
    if (atMiddle === 0) return middle
    if (atMiddle > 0 === atRight > 0) {
      ;[right, atRight] = [middle, atMiddle]
      if (kept === -1) atLeft /= 2
      kept = -1
    } else {
      ;[left, atLeft] = [middle, atMiddle]
      if (kept === 1) atRight /= 2
      kept = 1
    }
  }
  return (left + right) / 2
}

/** Returns where a function with one peak between two points is largest, by golden section (Kiefer 1953). */
export function findPeak(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high]
  for (let step = 0; step < GOLDEN_STEPS; step++) {
    const reach = GOLDEN_RATIO * (right - left)
    if (f(right - reach) < f(left + reach)) left = right - reach
    else right = left + reach
  }
  return (left + right) / 2
}
