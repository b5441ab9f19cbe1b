// What is wrong with the machine rather than with the input: a full disk, a folder without permission.

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EBUSY: 'another program has it open',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
}

/** Thrown when the machine cannot do what it should; the command line prints it without a stack and exits with 3. */
export class MachineError extends Error {
  override name = 'MachineError'
}

/** Turns an error of the operating system into a MachineError saying what was tried; returns any other error as it is. */
export function asMachineError(error: unknown, attempt: string): unknown {
  const code = systemCode(error)
  if (code === undefined) return error
  return new MachineError(`${attempt}: ${REASONS[code] ?? (error as Error).message} (${code})`, {
    cause: error,
  })
}

/** Returns the code of an error of the operating system, like ENOENT, or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? undefined : code
}
