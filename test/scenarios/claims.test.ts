// No claim of a scenario file is true whatever happens: each is false in most runs of some changed scenario.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entriesPerYear } from '../../src/input/entries-per-year.ts'
import { packagePlans } from '../../src/input/packages.ts'
import type { Claim } from '../../src/input/schema/claim-schema.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import type { AllRuns } from '../../src/run/run-row.ts'
import { claimsOfVariants } from '../../src/summary/targets/targets.ts'
import { simulateHere } from '../run/variants/simulate-here.ts'
import { readNamed } from './scenario-file.ts'

const RUNS = 20
const names = readdirSync(new URL('../../scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))
const files = await Promise.all(names.map((name) => readNamed(name)))
const claimed = files
  .flatMap(({ scenario }, index) =>
    Object.entries(scenario.claims ?? {}).map(([key, claim]) => ({
      file: names[index],
      scenario,
      key,
      claim,
    })),
  )
  // Files that extend another have its claims too.
  .filter(({ key, claim }, index, all) => {
    const text = JSON.stringify([key, claim])
    return all.findIndex((other) => JSON.stringify([other.key, other.claim]) === text) === index
  })

type World = (scenario: Scenario) => Scenario
type NamedWorld = [name: string, world: World]

/** Multiplies the children who enter, the hazards of leaving, and all prices. */
function changed({ entries = 1, exits = 1, prices = 1 }): World {
  return (scenario) => ({
    ...scenario,
    entries: { ...scenario.entries, perYear: entries * entriesPerYear(scenario)! },
    exits: mapped(scenario.exits, (exit) => ({
      ...exit,
      perYear:
        typeof exit.perYear === 'number'
          ? exits * exit.perYear
          : mapped(exit.perYear, (rate) => exits * rate),
    })),
    placements: mapped(scenario.placements, (placement) => ({
      ...placement,
      weeklyPrice: prices * placement.weeklyPrice,
    })),
  })
}

/** Interventions change nothing, and cost all the same. */
const withoutEffect: World = (scenario) => ({
  ...scenario,
  ...(scenario.interventions && {
    interventions: mapped(scenario.interventions, (one) => ({ ...one, noEffectShare: 1 })),
  }),
})

/** Everybody lives in one placement, which takes them all. */
function allIn(home: string): World {
  return ({ openingStock, entries, placements, ...scenario }) => ({
    ...scenario,
    openingStock: { ...openingStock, placements: { [home]: openingStock.children } },
    entries: { ...entries, placements: mapped(entries.placements, () => ({ [home]: 1 })) },
    moves: {},
    placements: mapped(placements, (placement) => ({ ...placement, places: undefined, carers: undefined })),
  })
}

const WORLDS: NamedWorld[] = [
  ['many children', changed({ entries: 6, exits: 0.01 })],
  ['few children', changed({ entries: 0, exits: 30 })],
  ['high prices', changed({ prices: 10 })],
  ['low prices', changed({ prices: 0.01 })],
  ['no effect', withoutEffect],
]

function mapped<Key extends string, Value, Other>(
  table: Partial<Record<Key, Value>>,
  change: (value: Value) => Other,
): Record<Key, Other> {
  const entries = Object.entries(table).map(([key, value]) => [key, change(value as Value)])
  return Object.fromEntries(entries) as Record<Key, Other>
}

/** The worlds that could make a claim false. */
function worldsFor(claim: Claim, scenario: Scenario): NamedWorld[] {
  const { placementShare, children, childrenChange, saving, payback } = claim
  if (placementShare) {
    const { of } = placementShare
    const other = Object.keys(scenario.placements).find((key) => !of.includes(key))
    const homes = [of[0], ...(other === undefined ? [] : [other])]
    return homes.map((home) => [`all in ${home}`, allIn(home)])
  }
  if (saving ?? payback) return WORLDS.slice(-1)
  return (children ?? childrenChange) ? WORLDS.slice(0, 2) : WORLDS
}

/** Runs of a world with one package or none, which many claims are tested on; nothing is fitted. */
const known = new Map<string, { scenario: Scenario; runs: AllRuns }>()

function runsOf(
  file: string,
  scenario: Scenario,
  named: string | undefined,
  world: World,
  worldName: string,
) {
  const key = [file, named, worldName].join(' ')
  const plan = packagePlans(scenario).find((one) => one.key === named)
  const { afterCare } = scenario
  const found = known.get(key)
  if (found) return found
  const unfitted = world({
    ...scenario,
    facts: undefined,
    shocks: undefined,
    illustrative: undefined,
    entries: { ...scenario.entries, perYear: entriesPerYear(scenario), stockGrowth: undefined },
    ...(afterCare && { afterCare: { ...afterCare, earlierLeavers: afterCare.earlierLeavers ?? {} } }),
    packages: plan && { [plan.key]: { interventions: plan.interventions } },
    interventions: plan && scenario.interventions,
  })
  const made = { scenario: unfitted, runs: simulateHere(unfitted, RUNS) }
  known.set(key, made)
  return made
}

/** Share of the runs in which a claim is true in the world, in its package or in the baseline. */
function shareTrue(claim: Claim, file: string, given: Scenario, [name, world]: NamedWorld): number {
  const { scenario, runs } = runsOf(file, given, claim.package, world, name)
  const [{ probability }] = claimsOfVariants({ ...scenario, claims: { it: claim } }, runs)
  return probability!
}

describe('A claim of a scenario file', () => {
  it('is one of several', () => {
    expect(claimed.length).toBeGreaterThan(10)
  })

  it.each(claimed)('can be false: $file $key', ({ claim, file, scenario }) => {
    const shares = worldsFor(claim, scenario).map((world) => shareTrue(claim, file, scenario, world))
    expect(Math.min(...shares)).toBeLessThanOrEqual(0.2)
  })
})
