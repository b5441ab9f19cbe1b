// What an earlier run left in a folder, as its manifest tells: result-folder.ts asks before it replaces anything.
import { z } from 'zod'
import { formatCount } from '../../domain/quantity.ts'
import {
  type ExpectedIdentity,
  type Intervals,
  NO_STREAM,
  type ResultIdentity,
} from '../../result/result-identity.ts'
import { MOST_RUNS } from '../../run/run-row.ts'
import type { MonteCarloErrors } from '../../summary/monte-carlo-error.ts'
import { isBelow } from '../../summary/until-error.ts'

export interface EarlierManifest {
  identity: ResultIdentity
  /** Missing where an early version wrote it. */
  errors?: MonteCarloErrors
  files: { name: string; sha256: string }[]
}

const earlierSchema = z.object({
  carecast: z.object({ version: z.string() }),
  scenario: z.object({
    name: z.string(),
    sha256: z.string(),
    set: z.array(z.string()).default([]),
    budgetFile: z.object({ sha256: z.string() }).optional(),
  }),
  solve: z
    .object({ path: z.string(), target: z.string(), between: z.tuple([z.number(), z.number()]) })
    .optional(),
  seed: z.string(),
  stream: z.string().optional(),
  runs: z.int().min(1),
  intervals: z.string().default('chance only'),
  monteCarlo: z
    .object({
      total_cost: z
        .object({ mean_error_percent: z.number().nullable(), q90_error_percent: z.number().nullable() })
        .optional(),
    })
    .optional(),
  files: z.array(z.unknown()),
  packages: z.array(z.object({ package: z.string(), interventions: z.array(z.string()) })).optional(),
  isAttributed: z.boolean().optional(),
})

/** Reads the text of a manifest, of this version or another; returns undefined where it is not a manifest of carecast. */
export function parseManifest(text: string): EarlierManifest | undefined {
  const read = parseJson(text)
  if (read === undefined) return undefined
  const { carecast, scenario, solve, seed, stream, runs, intervals, monteCarlo, files } = read
  const { packages, isAttributed } = read
  const identity: ResultIdentity = {
    version: carecast.version,
    scenario: scenario.name,
    scenarioSha256: scenario.sha256,
    sets: scenario.set,
    ...(solve && { solve }),
    ...(scenario.budgetFile && { budgetSha256: scenario.budgetFile.sha256 }),
    intervals: intervals as Intervals,
    seed,
    ...(stream !== undefined && { stream }),
    runs,
    ...(packages && { packages, isAttributed }),
  }
  return { identity, errors: errorsOf(monteCarlo?.total_cost), files: files.filter(isFile) }
}

function parseJson(text: string): z.infer<typeof earlierSchema> | undefined {
  try {
    return earlierSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What is null in the file was NaN: too few runs to tell. */
function errorsOf(
  errors: Record<keyof MonteCarloErrors, number | null> | undefined,
): MonteCarloErrors | undefined {
  if (errors === undefined) return undefined
  const { mean_error_percent: mean, q90_error_percent: q90 } = errors
  return { mean_error_percent: mean ?? Number.NaN, q90_error_percent: q90 ?? Number.NaN }
}

function isFile(file: unknown): file is EarlierManifest['files'][number] {
  const { name, sha256 } = (file ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof sha256 === 'string'
}

/** Says in what an earlier result differs from the one to be written; undefined where they are, or may be, the same. */
export function differenceFrom(
  { identity: earlier, errors }: EarlierManifest,
  identity: ExpectedIdentity,
): string | undefined {
  const differences = [
    differ('scenario', earlier.scenario, identity.scenario),
    earlier.scenario === identity.scenario && earlier.scenarioSha256 !== identity.scenarioSha256
      ? 'an edited scenario'
      : '',
    differ('--set', setsAsked(earlier), setsAsked(identity)),
    JSON.stringify(earlier.solve) === JSON.stringify(identity.solve) ? '' : 'another --solve',
    earlier.budgetSha256 === identity.budgetSha256 ? '' : 'other budgets',
    differ('intervals of', earlier.intervals, identity.intervals),
    differ('seed', earlier.seed, identity.seed),
    differ('stream', earlier.stream ?? NO_STREAM, identity.stream ?? NO_STREAM),
    JSON.stringify(earlier.packages) === JSON.stringify(identity.packages) ? '' : 'other packages',
    earlier.isAttributed === identity.isAttributed ? '' : 'another --attribution',
    typeof identity.runs === 'number'
      ? differ('runs', earlier.runs, identity.runs)
      : differInError(earlier.runs, errors, identity.runs.untilError),
    differ('version', earlier.version, identity.version),
  ].filter((difference) => difference !== '')
  return differences.length === 0 ? undefined : differences.join(', ')
}

/** What was set but for what a search found, which is not known before it. */
function setsAsked({ sets, solve }: Pick<ResultIdentity, 'sets' | 'solve'>): string {
  const asked = sets.filter((set) => solve === undefined || !set.startsWith(`${solve.path}=`))
  return asked.join(' ') || 'nothing'
}

/** Runs until that error would not end at this number of them, unless its errors are below it or no more can follow. */
function differInError(runs: number, errors: MonteCarloErrors | undefined, untilError: number): string {
  const canEndHere = runs === MOST_RUNS || (errors !== undefined && isBelow(untilError, errors))
  return canEndHere ? '' : `${formatCount(runs, 'run')} with a larger error`
}

function differ(what: string, earlier: string | number, now: string | number): string {
  return earlier === now ? '' : `${what} ${earlier} instead of ${now}`
}
