// The mark for what is not passed on. -> what writes the files that are, and terminal.

/** What stands for a number that would tell of few children: the Government Statistical Service's mark for 'confidential'. */
export const CONFIDENTIAL = '[c]'

/** Says what the mark means. */
export function markInWords(below: number): string {
  return `${CONFIDENTIAL}: confidential, since the number is of fewer than ${below} children, or would tell such a number together with the others.`
}
