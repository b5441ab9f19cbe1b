// A command line that cannot be used, in words that say what is wrong with it.
import { suggestName } from '../input/nearest-name.ts'

/** Thrown for wrong arguments; the command line prints it without a stack and exits with 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Words what yargs has against the arguments, which come without the names of node and the program. */
export function explainUsage(complaint: string, args: string[], verbs: string[], options: string[]): string {
  const verb =
    args.find((argument) => verbs.includes(argument)) ?? args.find((argument) => !argument.startsWith('-'))
  if (verb === undefined || !verbs.includes(verb)) return explainVerb(verb, verbs)
  const unknown = /^Unknown arguments?: (.*)$/.exec(complaint)?.[1].split(', ')
  if (unknown) return unknown.map((name) => explainUnknown(name, args, verb, options)).join('\n')
  if (complaint.startsWith('Not enough non-option arguments'))
    return verb === 'compare'
      ? 'carecast compare needs the folders of two results: carecast compare results/a results/b'
      : `carecast ${verb} needs a scenario file: carecast ${verb} scenarios/smallshire.yaml`
  const conflict = /^Arguments (\S+) and (\S+) are mutually exclusive$/.exec(complaint)
  if (conflict) return `--${conflict[2]} cannot be used together with --${conflict[1]}`
  const lacking = /^Not enough arguments following: (.*)$/.exec(complaint)?.[1]
  return lacking ? `--${lacking} needs a value` : complaint
}

function explainVerb(verb: string | undefined, verbs: string[]): string {
  const known = `the commands are ${verbs.join(', ')}`
  if (verb === undefined) return `There is no command before the options; ${known}`
  return `There is no command '${verb}'${suggestName(verb, verbs) || `; ${known}`}`
}

function explainUnknown(name: string, args: string[], verb: string, options: string[]): string {
  if (verb === 'new' && !args.some((argument) => argument.startsWith('-') && argument.includes(name)))
    return `carecast new takes no file; name the council with --authority, like --authority Rotherham`
  if (verb === 'backtest' && !args.some((argument) => argument.startsWith('-') && argument.includes(name)))
    return 'carecast backtest takes no file; name councils with --authority, like --authority Rotherham'
  const isOption = args.some((argument) => argument.startsWith('-') && argument.includes(name))
  if (!isOption && verb === 'compare') return `carecast compare takes two folders; '${name}' is one too many`
  if (!isOption) return `carecast ${verb} takes one scenario file; '${name}' is one too many`
  const dashes = name.length === 1 ? '-' : '--'
  if (options.includes(name))
    return `carecast ${verb} has no option '--${name}', which others have; see carecast ${verb} --help`
  const nearest = suggestName(name, options).replace('mean ', 'mean --')
  return `There is no option '${dashes}${name}'${nearest || `; see carecast ${verb} --help`}`
}
