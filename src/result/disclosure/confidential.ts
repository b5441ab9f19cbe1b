// The mark for what is not passed on, and which files may be. -> what writes those files, manifest and terminal.

/** What stands for a number that would tell of few children: the Government Statistical Service's mark for 'confidential'. */
export const CONFIDENTIAL = '[c]'

/** Says what the mark means. */
export function markInWords(below: number): string {
  return `${CONFIDENTIAL}: confidential, since the number is of fewer than ${below} children, or would tell such a number together with the others.`
}

/** Tells whether a file of a result has small counts withheld, by its name; the manifest and Arrow files have them all. */
export function mayBePassedOn(name: string): boolean {
  return /\.(html|xlsx|csv|svg|png)$/.test(name)
}
