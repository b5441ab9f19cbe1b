// carecast new: a council's name and a year -> a scenario file from the figures that were published by then.
import type { CommandModule } from 'yargs'
import { formatCount } from '../domain/quantity.ts'
import type { PublishedScenario } from '../input/published/published-scenario.ts'
import type { PublishedRow, PublishedTable } from '../input/published/published-table.ts'
import type { Interruption } from './interruption.ts'
import { namedAuthority } from './named-authority.ts'
import { NEW_OPTIONS, type NewOptions } from './new-options.ts'
import { UsageError } from './usage-error.ts'

const TO_STDOUT = '-'

/** Describes the command to yargs; the interruption stops it. */
export function newCommand(interruption: Interruption): CommandModule<object, NewOptions> {
  return {
    command: 'new',
    describe: 'Make a scenario of any English council from published figures',
    builder: (parser) =>
      parser
        .options(NEW_OPTIONS)
        .example('$0 new --list', 'the councils')
        .example('$0 new --authority Rotherham --at 2016', 'to rotherham-2016.yaml')
        .example("$0 new --authority 'City of Bristol' --at 2018 --out my.yaml", 'to my.yaml')
        .example('$0 new --authority Leeds --at 2015 --years 5 --out -', 'printed'),
    handler: (args) => makeScenario(args, interruption),
  }
}

async function makeScenario(args: NewOptions, interruption: Interruption): Promise<void> {
  // Loaded late, as in run.ts.
  const { readPublishedTable } = await import('../input/files/published-files.ts')
  const { authoritiesOf } = await import('../input/published/published-table.ts')
  const table = readPublishedTable()
  const authorities = authoritiesOf(table)
  if (args.list) process.stdout.write(listByRegion(authorities))
  else await writeScenario(args, table, await askedAuthority(args.authority, authorities), interruption)
}

async function writeScenario(
  args: NewOptions,
  table: PublishedTable,
  authority: PublishedRow,
  { signal, whileBlocked }: Interruption,
): Promise<void> {
  const { at, years, out, overwrite } = args
  if (at === undefined) throw new UsageError('carecast new needs a year, like --at 2016')
  const { publishedScenario } = await import('../input/published/published-scenario.ts')
  const made = await whileBlocked(() => publishedScenario(table, authority.code, at, years))
  if (out === TO_STDOUT) {
    process.stdout.write(made.text)
    return
  }
  const path = out ?? `${slug(authority.name)}-${at}.yaml`
  const { writeNewFile } = await import('../write/folder/new-file.ts')
  await writeNewFile(path, made.text, overwrite, signal)
  process.stdout.write(summary(authority, at, years, path, made))
}

async function askedAuthority(name: string | undefined, authorities: PublishedRow[]): Promise<PublishedRow> {
  if (name !== undefined) return namedAuthority(name, authorities)
  throw new UsageError(
    'carecast new needs a council, like --authority Rotherham; carecast new --list has all',
  )
}

function listByRegion(authorities: PublishedRow[]): string {
  const regions = [...new Set(authorities.map(({ region }) => region))]
  return regions
    .flatMap((region) => [
      region,
      ...authorities.filter((authority) => authority.region === region).map(({ name }) => `  ${name}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
}

function summary(
  { name }: PublishedRow,
  at: number,
  years: number,
  path: string,
  { children, isInvented, putRight }: PublishedScenario,
): string {
  const stock = formatCount(children, 'child', 'children')
  return [
    `Written: ${path}`,
    isInvented
      ? `No child of ${name} is counted on 31 March ${at}; the scenario's one child is assumed, and so is all else.`
      : `${name}: ${stock} on 31 March ${at}, until 31 March ${at + years}; no figure published later is used.`,
    ...suppressedSummary(putRight),
    '',
    'Prices, places and the split of foster care are assumptions: put your own figures there.',
    `Next: carecast run ${path}`,
    '',
  ].join('\n')
}

function suppressedSummary(putRight: PublishedScenario['putRight']): string[] {
  const of = (how: string) => putRight.filter(({ count }) => count.how === how)
  const [workedOut, assumed] = [of('worked out'), of('assumed')]
  return [
    ...(workedOut.length > 0
      ? [`${formatCount(workedOut.length, 'suppressed figure')} worked out from the totals.`]
      : []),
    ...(assumed.length > 0 ? ['Put in the place of suppressed figures:'] : []),
    ...assumed.map(({ what, count }) => `  ${what}: ${count.value} (${count.least} to ${count.most})`),
  ]
}
