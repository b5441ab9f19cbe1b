// What is asked of a forecast.
import type { PackageChoice } from '../input/packages.ts'
import type { SolveQuestion } from '../result/result-identity.ts'
import type { SolveAnswer } from '../result/solved.ts'
import type { SimulateOptions } from '../run/threads/pool.ts'
import type { Assertion } from '../summary/targets/assertion.ts'
import type { Claim } from '../write/folder/claim.ts'

/** What a forecast spends its time on. Runs that are repeated, to tell causes apart, count as simulated too. */
export type Stage = 'read' | 'fit' | 'simulate' | 'summarise' | 'write'

/** Does work that hears no signal. */
export type Blocking = <Result>(work: () => Result | Promise<Result>) => Promise<Result>

export interface ForecastRequest
  extends Omit<SimulateOptions, 'fresh' | 'assumed' | 'packages' | 'onProgress'> {
  scenario: string
  /** Values put over those of the scenario, each PATH=VALUE. */
  sets?: string[]
  /** A CSV file of budgets, beside those of the scenario. */
  budgetFile?: string
  /** Which packages are simulated beside the baseline; all of the scenario's where it says nothing. */
  choice?: PackageChoice
  /** Whether what packages bring is attributed to interventions, and its spread to limited places, which takes more runs. */
  attribution?: boolean
  /** What the result is held to. */
  assertions?: Assertion[]
  /** Whether every chart of the report is written as a file of its own too. */
  charts?: boolean
  /** What is solved for, and what came out where that is known; its value is among the sets then. */
  solve?: SolveQuestion
  solved?: SolveAnswer
  /** Whether years have nothing in common beyond chance and assumptions are held, whatever the scenario says of both. */
  chanceOnly?: boolean
  /** Simulates as many runs as bring the Monte Carlo errors of the total cost below this percentage, instead of `runs`. */
  untilError?: number
  /** Where the result goes. */
  folder: string
  /** That of the folder, where the process has it already. */
  claim?: Claim
  /** Whether a different result in the folder may be replaced. */
  overwrite: boolean
  /** Version of carecast. */
  version: string
  /** Takes how many runs are done of those asked for, or of those that a stage beside them repeats. */
  onProgress?: (done: number, runs: number, stage?: string) => void
  /** Called when the work turns to another stage, however often it does. */
  onStage?: (stage: Stage) => void
  /** Wraps the reading of the input, and work that blocks the thread: neither hears a signal, nor loses anything by being killed. */
  blocking?: Blocking
}
