// The rule of disclosure control: which parts of a known total are not shown, so that no small count can be worked out.

/**
 * Tells which parts of a total are suppressed: those below the limit, and then the smallest of the others, one by one, until
 * at least two are hidden and come to the limit together, so that the total less what is shown leaves each of them open.
 * `rest` is what the total has beyond the parts, which is shown nowhere. Where nothing is small, all is shown.
 */
export function suppressed(counts: readonly number[], below: number, rest = 0): boolean[] {
  const isHidden = counts.map((count) => count < below)
  const isRestSmall = rest > 0 && rest < below
  if (!isRestSmall && !isHidden.includes(true)) return isHidden
  while (!isSafe(counts, isHidden, below, rest)) {
    const next = smallestShown(counts, isHidden)
    if (next === undefined) break
    isHidden[next] = true
  }
  return isHidden
}

function isSafe(counts: readonly number[], isHidden: boolean[], below: number, rest: number): boolean {
  const hidden = counts.filter((_, part) => isHidden[part])
  const parts = hidden.length + (rest > 0 ? 1 : 0)
  return parts >= 2 && hidden.reduce((sum, count) => sum + count, rest) >= below
}

/** The first of the smallest parts that are shown. */
function smallestShown(counts: readonly number[], isHidden: boolean[]): number | undefined {
  let smallest: number | undefined
  for (const [part, count] of counts.entries())
    if (!isHidden[part] && (smallest === undefined || count < counts[smallest])) smallest = part
  return smallest
}
