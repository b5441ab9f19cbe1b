// What is wrong with the input, all of it at once. The command line prints it without a stack and exits with 2.

/** One problem and the place of it: file, then line and column counted from 1 where the file has them. */
export interface Problem {
  file: string
  line?: number
  column?: number
  message: string
}

/** Thrown when the user's input cannot be used; the problems are in the order of the file. */
export class InputError extends Error {
  override name = 'InputError'
  problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** Writes a problem as `file:line:column message`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':') + ` ${message}`
}
