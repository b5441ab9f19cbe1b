// The packages of a scenario, each with all of its interventions, and those that the command line asks for.
import { keyInWords } from '../domain/key-in-words.ts'
import { InputError, type Problem, quoteSafe } from './input-error.ts'
import { type Paying, sharesAbove1 } from './paid-shares.ts'
import { noSuchName } from './rules/table-rules.ts'
import type { Scenario } from './schema/scenario-schema.ts'

/** A set of interventions that is compared with the scenario without any. */
export interface PackagePlan {
  key: string
  label: string
  /** Keys in the order of the waterfall; those of the package that it extends come first. */
  interventions: string[]
  /** Most of the would-be entrants that its services together prevent, as a probability for each child. */
  cap: number
}

/** What the command line asks for; each is a list of keys. */
export interface PackageChoice {
  /** Packages to keep; all where missing. */
  packages?: readonly string[]
  /** Interventions to add to each package kept, or, where none is named, to make one package of. */
  with?: readonly string[]
  /** Interventions to leave out of each package. */
  without?: readonly string[]
}

type Planned = Pick<Scenario, 'interventions' | 'packages'>

const ALL = 'all-interventions'
const CHOSEN = 'chosen'
const USUAL_CAP = 0.4

/** Lists the packages of a checked scenario; interventions without packages are one package of all of them. */
export function packagePlans({ interventions = {}, packages }: Planned): PackagePlan[] {
  const keys = Object.keys(interventions)
  if (packages !== undefined && Object.keys(packages).length > 0)
    return Object.entries(packages).map(([key, { label, cap }]) =>
      planOf(key, interventionsOf(key, packages), { label, cap }),
    )
  return keys.length > 0 ? [planOf(ALL, keys)] : []
}

function planOf(
  key: string,
  interventions: string[],
  { label = labelOf(key), cap = USUAL_CAP }: { label?: string; cap?: number } = {},
): PackagePlan {
  return { key, label, interventions, cap }
}

function labelOf(key: string): string {
  return keyInWords(key).replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

/** Lists the interventions of a package and, before them, of those that it extends; one that there is not has none. */
export function interventionsOf(
  key: string,
  packages: NonNullable<Scenario['packages']>,
  after: readonly string[] = [],
): string[] {
  if (!Object.hasOwn(packages, key) || after.includes(key)) return []
  const { extends: parent, interventions } = packages[key]
  const before = parent === undefined ? [] : interventionsOf(parent, packages, [...after, key])
  return [...new Set([...before, ...interventions])]
}

/** Says which disjoint services of a package count children and which families: they share one draw, of the one or the other. */
export function mixedUnits(
  keys: readonly string[],
  interventions: NonNullable<Scenario['interventions']>,
): string | undefined {
  const disjoint = keys.flatMap((key) =>
    (interventions[key]?.effects ?? []).flatMap(({ preventEntries }) =>
      preventEntries?.overlap === 'disjoint' ? [{ key, unit: preventEntries.unit ?? 'child' }] : [],
    ),
  )
  const [first] = disjoint
  const other = disjoint.find(({ unit }) => unit !== first.unit)
  if (other === undefined) return undefined
  return `has disjoint services of which ${first.key} counts by ${first.unit} and ${other.key} by ${other.unit}; all must have one unit`
}

/**
 * Returns the packages that the command line asks for. Throws InputError for packages and interventions that there are
 * not, for one left out that no package has, and for a package of which nothing is left.
 */
export function withChoice(
  plans: readonly PackagePlan[],
  scenario: Planned & Paying,
  choice: PackageChoice,
): PackagePlan[] {
  const { interventions = {} } = scenario
  const known = Object.keys(interventions)
  const { packages, with: added = [], without = [] } = choice
  refuse([
    ...unknownNames(
      '--package',
      packages ?? [],
      plans.map(({ key }) => key),
      'packages',
    ),
    ...unknownNames('--with', added, known, 'interventions'),
    ...unknownNames('--without', without, known, 'interventions'),
  ])
  const kept = keptPlans(plans, choice)
  refuse(withoutProblems(kept, without))
  const chosen = kept.map((plan) => ({
    ...plan,
    interventions: plan.interventions.filter((key) => !without.includes(key)),
  }))
  refuse(
    chosen.flatMap((plan) => togetherProblems(plan, mixedUnits(plan.interventions, interventions), added)),
  )
  refuse(chosen.flatMap((plan) => togetherProblems(plan, sharesAbove1(plan.interventions, scenario), added)))
  return chosen
}

/** What is wrong with the interventions of a package together, which no package of the file can have. */
function togetherProblems(
  { key }: PackagePlan,
  message: string | undefined,
  added: readonly string[],
): Problem[] {
  return message === undefined
    ? []
    : [{ file: `--with ${added.join(',')}`, message: `the package ${key} ${message}` }]
}

function keptPlans(
  plans: readonly PackagePlan[],
  { packages, with: added = [] }: PackageChoice,
): PackagePlan[] {
  if (packages === undefined && added.length > 0) return [planOf(CHOSEN, [...new Set(added)])]
  return plans
    .filter(({ key }) => packages?.includes(key) ?? true)
    .map((plan) => ({ ...plan, interventions: [...new Set([...plan.interventions, ...added])] }))
}

function unknownNames(
  option: string,
  names: readonly string[],
  known: readonly string[],
  kind: string,
): Problem[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      file: `${option} ${quoteSafe(name)}`,
      message: noSuchName(name, known, kind),
    }))
}

function withoutProblems(kept: readonly PackagePlan[], without: readonly string[]): Problem[] {
  const inNone = without
    .filter((name) => !kept.some(({ interventions }) => interventions.includes(name)))
    .map((name) => ({ file: `--without ${name}`, message: 'is in none of the packages' }))
  const emptied = kept
    .filter(({ interventions }) => interventions.every((key) => without.includes(key)))
    .map(({ key }) => ({
      file: `--without ${without.join(',')}`,
      message: `leaves the package ${key} without interventions`,
    }))
  return [...inNone, ...emptied]
}

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw new InputError(problems)
}
