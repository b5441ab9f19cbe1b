// The name of a council's random numbers: its code, so that all who call it by one of its names share them.
import { findAuthority } from '../published/find-authority.ts'
import { readAuthorityNames } from './published-files.ts'

let known: { name: string; code: string }[] | undefined

/** Returns the code of the English council that a name means; what names none, a code or an invented council, is returned as it is. */
export function streamOf(council: string): string {
  known ??= readAuthorityNames()
  return findAuthority(council, known)?.code ?? council.trim()
}
