// The command that repeats a result, as a shell takes it. Manifest -> section on the method.
import { type PackagePlan, packagePlans } from '../input/packages.ts'
import type { ReportSource } from './report-source.ts'

type Repeated = Pick<ReportSource, 'manifest' | 'scenario'>

/** Writes the command; where the number of runs followed from an error asked for, with that number. */
export function commandInWords(source: Repeated): string {
  const { manifest } = source
  const { path, budgetFile } = manifest.scenario
  return [
    `carecast run ${quoted(path)} --runs ${manifest.runs} --seed ${quoted(manifest.seed)}`,
    ...setsOf(source).map((set) => `--set ${quoted(set)}`),
    ...solveOf(source),
    ...(budgetFile ? [`--budget ${quoted(budgetFile.path)}`] : []),
    ...packagesOf(source),
    ...(manifest.packages && !manifest.isAttributed ? ['--no-attribution'] : []),
    ...(isChanceOnly(source) ? ['--chance-only'] : []),
  ].join(' ')
}

/** What was solved for is set last, and found again. */
function setsOf({ manifest }: Repeated): string[] {
  return manifest.solve ? manifest.scenario.set.slice(0, -1) : manifest.scenario.set
}

function solveOf({ manifest: { solve } }: Repeated): string[] {
  if (!solve) return []
  const { path, target, between } = solve
  return [`--solve ${quoted(path)}`, `--target ${quoted(target)}`, `--between ${between.join(',')}`]
}

function packagesOf({ manifest, scenario }: Repeated): string[] {
  const [plans, run] = [packagePlans(scenario), manifest.packages ?? []]
  const planOf = (key: string) => plans.find((plan) => plan.key === key)
  const own = run.filter(({ package: key }) => planOf(key) !== undefined)
  if (own.length === 0) return run.flatMap(({ interventions }) => [`--with ${interventions.join(',')}`])
  const pairs = own.map(({ package: key, interventions }) => ({ interventions, plan: planOf(key)! }))
  const added = distinct(pairs.flatMap(({ interventions, plan }) => lessThan(interventions, plan)))
  const without = distinct(
    pairs.flatMap(({ interventions, plan }) =>
      plan.interventions.filter((key) => !interventions.includes(key)),
    ),
  )
  return [
    ...(own.length < plans.length ? own.map(({ package: key }) => `--package ${key}`) : []),
    ...(added.length > 0 ? [`--with ${added.join(',')}`] : []),
    ...(without.length > 0 ? [`--without ${without.join(',')}`] : []),
  ]
}

function lessThan(interventions: string[], plan: PackagePlan): string[] {
  return interventions.filter((key) => !plan.interventions.includes(key))
}

function distinct(keys: string[]): string[] {
  return [...new Set(keys)]
}

/** The spread has chance alone in it, though the scenario has more. */
function isChanceOnly({ manifest, scenario }: Repeated): boolean {
  const { text, parents } = manifest.scenario
  const hasRanges = [text, ...parents.map((parent) => parent.text)].some((one) => /\blow:/.test(one))
  return manifest.intervals === 'chance only' && (scenario.shocks !== undefined || hasRanges)
}

function quoted(word: string): string {
  return /^[\w./:=,+@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
