// A warning of a result: what a reader must know before the numbers are used.
import type { WarningCode } from './warning-codes.ts'

/** A code for scripts, and a sentence without its full stop. */
export interface ResultWarning {
  /** A result that another version wrote may have codes that this one does not make. */
  code: WarningCode
  text: string
}
