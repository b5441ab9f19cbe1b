// What may follow in a half-written command line: its words so far -> whole words for the last of them.
import type { Options } from 'yargs'
import { BACKTEST_OPTIONS } from './backtest-options.ts'
import { COMPARE_OPTIONS } from './compare.ts'
import { namesInScenario, scenarioPaths } from './complete-scenarios.ts'
import { SHELLS } from './completion-script.ts'
import { NEW_OPTIONS } from './new-options.ts'
import { REPORT_OPTIONS } from './report.ts'
import { RUN_OPTIONS } from './run-options.ts'
import { VALIDATE_OPTIONS } from './validate.ts'

/** Options of each verb. */
const OPTIONS: Record<string, Record<string, Options>> = {
  run: RUN_OPTIONS,
  validate: VALIDATE_OPTIONS,
  new: NEW_OPTIONS,
  backtest: BACKTEST_OPTIONS,
  compare: COMPARE_OPTIONS,
  report: REPORT_OPTIONS,
  completion: {},
}

const OF_A_SCENARIO = ['run', 'validate']

/** A line taken apart: the verb, words that belong to no option, and what the last word is to be. */
interface Line {
  verb: string
  positionals: string[]
  /** The option whose value the last word is; absent where it is none's. */
  option?: string
  /** What the last word keeps before its value: the option where both are one word, else nothing. */
  before: string
  current: string
}

/**
 * Lists what the last of the words may become; the words follow the name of carecast and are as they were typed, quotes and
 * all. Empty where nothing is known, as for a path of a folder.
 */
export async function completeWords(typed: string[]): Promise<string[]> {
  const words = typed.map(unquoted)
  if (words.length <= 1) return beginning(words[0] ?? '', [...Object.keys(OPTIONS), '--help', '--version'])
  const line = lineOf(words)
  const options = OPTIONS[line.verb]
  if (options === undefined) return []
  if (line.option !== undefined)
    return (await valuesOf(line.option, line)).map((value) => line.before + value)
  if (line.current.startsWith('-')) return beginning(line.current, optionWords(options))
  if (line.verb === 'completion') return beginning(line.current, [...SHELLS])
  return OF_A_SCENARIO.includes(line.verb) && line.positionals.length === 0 ? scenarioPaths(line.current) : []
}

function lineOf([verb, ...rest]: string[]): Line {
  // Bash makes three words of --package=plan.
  const words = rest.filter((word, at) => word !== '=' || at === rest.length - 1)
  const current = words.at(-1)!
  const line: Line = { verb, positionals: [], before: '', current: current === '=' ? '' : current }
  let waiting: string | undefined
  for (const word of words.slice(0, -1)) {
    if (waiting !== undefined) waiting = undefined
    else if (!word.startsWith('-')) line.positionals.push(word)
    else waiting = takesValue(verb, word) ? word.slice(2) : undefined
  }
  const joined = /^--([^=]+)=(.*)$/.exec(current)
  if (waiting !== undefined) return { ...line, option: waiting }
  return joined ? { ...line, option: joined[1], before: `--${joined[1]}=`, current: joined[2] } : line
}

function takesValue(verb: string, word: string): boolean {
  const option = OPTIONS[verb]?.[word.slice(2)]
  return option !== undefined && option.type !== 'boolean'
}

/** Those that are on unless it is said otherwise are offered with what turns them off. */
function optionWords(options: Record<string, Options>): string[] {
  const own = Object.entries(options).map(([name, { type, default: value }]) =>
    type === 'boolean' && value === true ? `--no-${name}` : `--${name}`,
  )
  return [...own, '--help']
}

async function valuesOf(option: string, { positionals, current }: Line): Promise<string[]> {
  if (option === 'authority') return councils(current)
  if (option === 'package') return keysAfterComma(current, await namesInScenario(positionals[0], 'packages'))
  if (option === 'with' || option === 'without')
    return keysAfterComma(current, await namesInScenario(positionals[0], 'interventions'))
  return []
}

async function councils(current: string): Promise<string[]> {
  // Loaded late, as in run.ts.
  const { readPublishedTable } = await import('../input/files/published-files.ts')
  const { authoritiesOf } = await import('../input/published/published-table.ts')
  const names = authoritiesOf(readPublishedTable()).map(({ name }) => name)
  return names.filter((name) => name.toLowerCase().startsWith(current.toLowerCase()))
}

/** What comes before the last comma stays; a key is offered once. */
function keysAfterComma(current: string, keys: string[]): string[] {
  const before = current.slice(0, current.lastIndexOf(',') + 1)
  const given = before.split(',')
  return beginning(
    current,
    keys.filter((key) => !given.includes(key)).map((key) => before + key),
  )
}

function beginning(current: string, words: string[]): string[] {
  return words.filter((word) => word.startsWith(current))
}

/** Takes the shell's quotes and backslashes out of a word, also where the quote is still open. */
function unquoted(word: string): string {
  if (word.startsWith("'")) return word.slice(1).replace(/'$/, '')
  if (word.startsWith('"')) return word.slice(1).replace(/"$/, '')
  return word.replace(/\\(.)/g, '$1')
}
