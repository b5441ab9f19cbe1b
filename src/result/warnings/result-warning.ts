// A warning of a result: what a reader must know before the numbers are used.

/** A code for scripts, and a sentence without its full stop. */
export interface ResultWarning {
  code: string
  text: string
}
