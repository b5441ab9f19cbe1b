// The known name that a misspelt one was meant to be, for 'did you mean'.

const LONGEST = 60
/** Names that one is compared with; no scenario that is read by people has more of a kind. */
const MOST_COMPARED = 200

/** Finds the known name with the fewest edits or with this one inside it; undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined
  let nearest: { candidate: string; edits: number } | undefined
  for (const candidate of known.slice(0, MOST_COMPARED)) {
    const most = Math.min(mostEdits(candidate), (nearest?.edits ?? Number.POSITIVE_INFINITY) - 1)
    const edits = editsBetween(name.toLowerCase(), candidate.toLowerCase(), most)
    if (edits <= most) nearest = { candidate, edits }
  }
  return nearest?.candidate
}

function mostEdits(candidate: string): number {
  return Math.max(1, Math.floor(candidate.length / 3))
}

/** Writes '; did you mean ifa?', or nothing where no known name is near. */
export function suggestName(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest === undefined ? '' : `; did you mean ${nearest}?`
}

const MOST_SUGGESTED = 50

/** Returns suggestName for the first fifty wrong names of a file: it may have 100,000, and nobody reads on so far. */
export function nameSuggester(known: readonly string[]): (name: string) => string {
  let asked = 0
  return (name) => (asked++ < MOST_SUGGESTED ? suggestName(name, known) : '')
}

/** Wrong names of one file that are compared with what is known; one with more of them is no misspelt scenario. */
const MOST_FOUND = 200

/** Returns nearestName for the first two hundred names that it is asked for, then undefined: time is of no use for more. */
export function nearestFinder(): typeof nearestName {
  let asked = 0
  return (name, known) => (asked++ < MOST_FOUND ? nearestName(name, known) : undefined)
}

const MOST_LISTED = 40

/** Writes names with commas between them, the first forty where there are more. */
export function listedNames(names: readonly string[]): string {
  const more = names.length - MOST_LISTED
  return [...names.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}

/** Counts an abbreviation of four letters or more as one edit, so that uplift finds upliftPerYear; infinite above `most`. */
function editsBetween(name: string, candidate: string, most: number): number {
  if (name.length >= 4 && candidate.includes(name)) return 1
  // Each edit changes the length by one at most.
  return Math.abs(name.length - candidate.length) > most
    ? Number.POSITIVE_INFINITY
    : editDistance(name, candidate)
}

/** Counts the letters to insert, delete, replace or swap with the next (Damerau, 1964; Levenshtein, 1966). */
function editDistance(from: string, to: string): number {
  const edits = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    edits[row] = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && from[row - 2] === to[column - 1] && from[row - 1] === to[column - 2]
      edits[row][column] = Math.min(
        edits[row - 1][column - 1] + (same ? 0 : 1),
        edits[row - 1][column] + 1,
        edits[row][column - 1] + 1,
        swapped ? edits[row - 2][column - 2] + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return edits[from.length][to.length]
}
