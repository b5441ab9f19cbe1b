// The commands in the comment at the head of a scenario file, and whether the command line would take them.
import { fileURLToPath } from 'node:url'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { packagePlans, withChoice } from '../../src/input/packages.ts'

/** What a command of the head asks of its scenario. */
interface HeaderCommand {
  command: string
  file: string
  sets: string[]
  packages: string[]
  without: string[]
}

/** Lists the commands 'carecast run' before the first key of a file; one that ends in \ goes on in the next line. */
export function headerCommands(text: string): HeaderCommand[] {
  const head = text.slice(0, text.search(/^\w/m)).replace(/ \\\n#/g, '')
  return [...head.matchAll(/^# {4,}(carecast run .+)$/gm)].map(([, command]) => {
    const words = command.split(/\s+/)
    const after = (option: string) => words.filter((_, index) => words[index - 1] === option)
    return {
      command,
      file: words[2],
      sets: after('--set'),
      packages: after('--package'),
      without: after('--without').flatMap((keys) => keys.split(',')),
    }
  })
}

/** Reads the scenario of a command with what it sets, and returns its packages; throws InputError where it names what there is not. */
export async function packagesOfCommand({ file, sets, packages, without }: HeaderCommand) {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const { scenario } = await readScenario(path, sets)
  const chosen = packages.length > 0 ? { packages, without } : { without }
  return withChoice(packagePlans(scenario), scenario, chosen)
}

/** Lists the interventions of a scenario that no package has. */
export function unpackaged(scenario: Parameters<typeof packagePlans>[0]): string[] {
  const packaged = packagePlans(scenario).flatMap(({ interventions }) => interventions)
  return Object.keys(scenario.interventions ?? {}).filter((key) => !packaged.includes(key))
}
