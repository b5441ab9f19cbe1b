// What an error says to the person at the keyboard, and the exit code that tells scripts whose fault it is.
import { formatCount } from '../domain/quantity.ts'
import { InputError } from '../input/input-error.ts'
import { asMachineError, MachineError } from '../write/machine-error.ts'
import { AssertionFailure } from './assertion-failure.ts'
import { UsageError } from './usage-error.ts'

/** Exit codes of carecast; an interruption has 128 plus the number of its signal. */
export const EXIT_CODES = { done: 0, bug: 1, input: 2, machine: 3, assertion: 4 } as const

/** What repeats a run. */
export interface Circumstances {
  version: string
  /** Arguments without the names of node and the program. */
  args: string[]
  seed?: string
}

export interface Failure {
  exitCode: number
  /** Ends with a line break. */
  text: string
}

/** Words an error; only a bug shows its stack. */
export function describeFailure(error: unknown, circumstances: Circumstances): Failure {
  if (error instanceof UsageError) return { exitCode: EXIT_CODES.input, text: `${error.message}\n` }
  if (error instanceof InputError) {
    const count = formatCount(error.problems.length, 'problem')
    return { exitCode: EXIT_CODES.input, text: `${error.message}\n${count}\n` }
  }
  if (error instanceof AssertionFailure) return { exitCode: EXIT_CODES.assertion, text: `${error.message}\n` }
  const machineError = asMachineError(error, 'The machine cannot go on')
  if (machineError instanceof MachineError)
    return { exitCode: EXIT_CODES.machine, text: `${machineError.message}\n` }
  if (isOutOfMemory(error)) return { exitCode: EXIT_CODES.machine, text: OUT_OF_MEMORY }
  return { exitCode: EXIT_CODES.bug, text: describeBug(error, circumstances) }
}

const OUT_OF_MEMORY = 'The machine has too little memory for this; ask for fewer runs with --runs\n'

function isOutOfMemory(error: unknown): boolean {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || message === 'Array buffer allocation failed'
}

function describeBug(error: unknown, { version, args, seed }: Circumstances): string {
  return [
    `This is a bug in carecast: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    'Please report it, with the scenario if others may see it, and with what repeats it:',
    `  version  ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    `  command  ${['carecast', ...args].map(quoteForShell).join(' ')}`,
    ...(seed === undefined ? [] : [`  seed     ${seed}`]),
    '',
    error instanceof Error ? (error.stack ?? 'no stack') : 'no stack',
    '',
  ].join('\n')
}

function quoteForShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}
