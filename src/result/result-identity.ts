// What makes two results the same: with equal identities, every file is equal byte for byte.

/** What the spread of the runs includes: a prediction interval is only as wide as that. */
export type Intervals =
  | 'chance only'
  | 'chance and shocks'
  | 'chance and assumptions'
  | 'chance, shocks and assumptions'

/** Names what the spread includes beside chance. */
export function intervalsOf(includes: { shocks: boolean; assumptions: boolean }): Intervals {
  if (includes.shocks) return includes.assumptions ? 'chance, shocks and assumptions' : 'chance and shocks'
  return includes.assumptions ? 'chance and assumptions' : 'chance only'
}

/** What a search is for: the value at a path of the scenario at which a measure reaches its target. */
export interface SolveQuestion {
  path: string
  /** As --assert has it, 'NAME>=0.8'. */
  target: string
  /** Both ends of the search. */
  between: [number, number]
}

/** The scenario, what was set in it, version, seed and number of runs that a result comes from. */
export interface ResultIdentity {
  /** Version of carecast. */
  version: string
  /** Name of the scenario. */
  scenario: string
  /** SHA-256 of the scenario's text, and of those that it extends, 64 hexadecimal digits. */
  scenarioSha256: string
  /** What the command line put over the scenario, each PATH=VALUE, as given. */
  sets: string[]
  /** What was solved for, which decides what is set at its path; absent where nothing was. */
  solve?: SolveQuestion
  /** SHA-256 of the text of a file of budgets, where one was given. */
  budgetSha256?: string
  /** What its intervals include. */
  intervals: Intervals
  /** Why the result is only an illustration, where it is. */
  illustrative?: string
  seed: string
  /** Name of the council's random numbers; absent where they are not one council's, and in results of earlier versions. */
  stream?: string
  runs: number
  /** Packages that are simulated, each with its interventions; absent where there are none. */
  packages?: { package: string; interventions: string[] }[]
  /** Whether it is said what interventions and limits bring; absent without packages. */
  isAttributed?: boolean
}

/** The identity of a result before its runs: their number is open where an error in % decides it. */
export interface ExpectedIdentity extends Omit<ResultIdentity, 'runs'> {
  runs: number | { untilError: number }
}

/** Stands for the stream of a result that has none of one council, or was made before there were any. */
export const NO_STREAM = 'none'
