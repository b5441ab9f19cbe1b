// Labels of a scenario where there is little room: without what stands in brackets, and not too many words.

/** Words that a title of ten words has room for. */
const MOST_WORDS = 4

/** Shortens a label to four words: 'Other (hospital, custody)' is 'Other', more words end in '…'. */
export function shortLabel(label: string): string {
  const words = label
    .replace(/\s*\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)
  const isWhole = words.length <= MOST_WORDS && words[0] !== ''
  if (isWhole) return words.join(' ')
  return words[0] === '' ? label : `${words.slice(0, MOST_WORDS).join(' ')}…`
}
