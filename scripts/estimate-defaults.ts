// Estimates what carecast new takes for all councils alike, from starts, ceases and numbers of children up to 31 March 2016:
// how much years differ beyond chance, how much councils differ, and how much a council's own growth says of its next year.
// Run by hand, some three minutes:
//
//   npx tsx scripts/estimate-defaults.ts
//
// It looks at the editions of 2015 and 2016 alone and writes published/defaults.csv. What was decided before any forecast
// was scored against 2017 or 2018:
//
// - Councils with more than 20 children in both years count; standard errors are jackknife ones over councils.
// - betweenYears: half the variance of the change of log starts (ceases) from one year to the next, less 1/n of both years.
// - betweenCouncils: the covariance of log starts (ceases) for each child looked after between the two years, which chance
//   and shocks of single years do not touch.
// - growth.ownWeight: the slope of the change in 2015/16 on starts less ceases of 2014/15, over the number of children,
//   weighted by precision. Starts less ceases stand for the change of 2014/15, for which no edition at hand has the beginning.
// - shocks.exits.local: what is left of the shocks of ceases when those that starts bring along, by children who leave in the
//   year in which they came (the slope of ceases on starts), are taken away, over the share of ceases before 18.
// - shocks.entries.local: that of starts.
// - entries.level: the spread of what starts for good, which brings the variance of the simulated change of 2015/16 to that of
//   the published ones, with all other noise on: chance, the uncertainty of fitted rates, shocks of entries and exits. These
//   alone leave the simulated spread too narrow: the gap between flows and stocks, and all that moves both flows, differ too.
// - That it is the level and not the year which is uncertain is told by successive changes. In a model of single years a
//   number that has risen falls back, as more children leave; published changes of 2014/15 and 2015/16 do not fall back
//   (growth.ownWeight). The script prints the simulated slope of one change on the other for both.
// - shocks.*.national: the one change of England's log starts (ceases) that is known, taken for one standard deviation.
import { writeFileSync } from 'node:fs'
import { relativeGamma } from '../src/domain/distribution/distribution.ts'
import { QUICK } from '../src/estimate/fit-facts.ts'
import { uncertaintyOf } from '../src/estimate/fit-uncertainty.ts'
import { fitModel } from '../src/estimate/fitted-model.ts'
import { readPublishedTable } from '../src/input/files/published-files.ts'
import { publishedFolder } from '../src/input/files/published-folder.ts'
import { ENGLAND } from '../src/input/published/council-figures.ts'
import {
  DEFAULTS_FILE,
  type DefaultName,
  ESTIMATED_UP_TO,
} from '../src/input/published/estimated-defaults.ts'
import { readPublishedScenario } from '../src/input/published/published-scenario.ts'
import {
  authoritiesOf,
  editionsUpTo,
  type PublishedTable,
  rowOf,
} from '../src/input/published/published-table.ts'
import type { Assumption } from '../src/input/reading/ranges.ts'
import type { Scenario } from '../src/input/schema/scenario-schema.ts'
import { compileShocks } from '../src/model/shocks.ts'
import { simulateStocks, stocksAt } from '../src/study/backtest/council-forecast.ts'
import { fitDrift, varianceOfChange } from '../src/study/yearly-changes.ts'

const BEFORE = ESTIMATED_UP_TO - 1
const LEAST_CHILDREN = 21
const RUNS = 500
const TRIAL_SPREAD = 0.2

/** Two years of a council, as its editions have them. */
interface TwoYears {
  code: string
  stock: [number, number]
  starts: [number, number]
  ceases: [number, number]
}

/** Variances of the relative change in the first year, as simulated. */
interface SimulatedChange {
  stock: number
  /** Chance and the uncertainty of fitted rates. */
  withoutShocks: number
  /** What a squared shock of entries or of exits adds, or a squared spread of the level of entries, each for one of 1. */
  entries: number
  exits: number
  level: number
}

interface Estimate {
  value: number
  standardError?: number
  n: number
  derivation: string
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const covariance = (ones: readonly number[], others: readonly number[]) => {
  const [centre, other] = [mean(ones), mean(others)]
  return ones.reduce((sum, one, at) => sum + (one - centre) * (others[at] - other), 0) / (ones.length - 1)
}
const root = (variance: number) => Math.sqrt(Math.max(0, variance))

function twoYearsOf(table: PublishedTable): TwoYears[] {
  return authoritiesOf(table).flatMap(({ code }) => {
    const rows = [BEFORE, ESTIMATED_UP_TO].map((edition) => rowOf(table, edition, code)?.figures)
    const both = (name: 'stock' | 'starts' | 'ceases') => rows.map((figures) => Number(figures?.[name]))
    const figures = { stock: both('stock'), starts: both('starts'), ceases: both('ceases') }
    const isCounted = Object.values(figures)
      .flat()
      .every((count) => count > 0)
    if (!isCounted || figures.stock.some((stock) => stock < LEAST_CHILDREN)) return []
    return [{ code, ...(figures as Omit<TwoYears, 'code'>) }]
  })
}

/** Estimates from all councils, with the jackknife standard error over them. */
function jackknife(councils: TwoYears[], estimate: (councils: TwoYears[]) => number) {
  const n = councils.length
  const left = councils.map((_, out) => estimate(councils.toSpliced(out, 1)))
  const centre = mean(left)
  const variance = ((n - 1) / n) * left.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return { value: estimate(councils), standardError: Math.sqrt(variance), n }
}

const logChange = ([before, after]: [number, number]) => Math.log(after / before)
const change = ({ stock }: TwoYears) => stock[1] / stock[0] - 1

const yearlyVariance = (of: 'starts' | 'ceases') => (councils: TwoYears[]) => {
  const changes = councils.map((council) => logChange(council[of]))
  const chance = mean(councils.map((council) => 1 / council[of][0] + 1 / council[of][1]))
  return (covariance(changes, changes) - chance) / 2
}

const betweenCouncils = (of: 'starts' | 'ceases') => (councils: TwoYears[]) => {
  const [before, after] = [0, 1].map((year) =>
    councils.map((council) => Math.log(council[of][year] / council.stock[year])),
  )
  return root(covariance(before, after))
}

/** Least squares of one on the other, with weights. */
function slope(ones: number[], others: number[], weights: number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const centre = (values: number[]) => values.reduce((sum, value, at) => sum + weights[at] * value, 0) / total
  const [one, other] = [centre(ones), centre(others)]
  let [products, squares] = [0, 0]
  ones.forEach((value, at) => {
    products += weights[at] * (value - one) * (others[at] - other)
    squares += weights[at] * (value - one) ** 2
  })
  return products / squares
}

const driftOf = (councils: TwoYears[]) =>
  fitDrift(councils.map(({ stock }) => ({ before: stock[0], after: stock[1] })))

const ownWeight = (councils: TwoYears[]) => {
  const drift = driftOf(councils)
  return slope(
    councils.map(({ stock, starts, ceases }) => (starts[0] - ceases[0]) / stock[0]),
    councils.map(change),
    councils.map(({ stock }) => 1 / varianceOfChange(drift, stock[0])),
  )
}

const ceasesOnStarts = (councils: TwoYears[]) =>
  slope(
    councils.map(({ starts }) => logChange(starts)),
    councils.map(({ ceases }) => logChange(ceases)),
    councils.map(() => 1),
  )

const exitsShock = (shareBefore18: number) => (councils: TwoYears[]) => {
  const broughtAlong = ceasesOnStarts(councils) ** 2 * yearlyVariance('starts')(councils)
  return root(yearlyVariance('ceases')(councils) - broughtAlong) / shareBefore18
}

type Noise = Partial<Record<'entries' | 'exits' | 'level', number>>

/** Simulates from the edition of 2015 with some of the noise; returns [run] the relative change of each of so many years. */
function simulator(
  table: PublishedTable,
  { code, stock }: TwoYears,
  years: number,
): (noise: Noise) => number[][] {
  const { scenario, assumptions } = readPublishedScenario(table, code, BEFORE, years)
  const uncertain = uncertaintyOf(scenario, assumptions).assumptions
  const fitted = fitModel(scenario, uncertain, QUICK)
  const task = { code, origin: BEFORE, years, runs: RUNS, seed: 'estimates' }
  return ({ entries = 0, exits = 0, level = 0 }) => {
    const shocks = { entries: { local: entries, national: 0 }, exits: { local: exits, national: 0 } }
    const model = { ...fitted.model, shocks: compileShocks({ ...scenario, shocks }) }
    const others = uncertain.filter(({ path }) => path !== LEVEL_PATH)
    const all = level > 0 ? [...others, levelOf(scenario, level)] : others
    const forecast = simulateStocks({ model, assumed: { ...fitted.assumed!, assumptions: all } }, task)
    const stocks = Array.from({ length: years }, (_, year) => stocksAt(forecast, `${BEFORE + 1 + year}-03`))
    return stocks.map((own, year) =>
      [...own].map((children, run) => children / (year === 0 ? stock[0] : stocks[year - 1][run]) - 1),
    )
  }
}

const LEVEL_PATH = 'entries.perYear'

function levelOf(scenario: Scenario, spread: number): Assumption {
  const relative = relativeGamma(1 / spread ** 2)
  const central = scenario.entries.perYear!
  const range = { ...relative, central, low: relative.low * central, high: relative.high * central }
  return { path: LEVEL_PATH, range, least: 0, most: Number.MAX_VALUE }
}

function simulateChange(table: PublishedTable, council: TwoYears): SimulatedChange {
  const simulate = simulator(table, council, 1)
  const varianceWith = (noise: Noise) => {
    const [changes] = simulate(noise)
    return covariance(changes, changes)
  }
  const withoutShocks = varianceWith({})
  const added = (on: keyof Noise) =>
    (varianceWith({ [on]: TRIAL_SPREAD }) - withoutShocks) / TRIAL_SPREAD ** 2
  return {
    stock: council.stock[0],
    withoutShocks,
    entries: added('entries'),
    exits: added('exits'),
    level: added('level'),
  }
}

/** The mean slope of the second year's change on the first's, over councils. */
function slopeOfChanges(table: PublishedTable, councils: TwoYears[], noise: Noise): number {
  return mean(
    councils.map((council) => {
      const [first, second] = simulator(table, council, 2)(noise)
      return covariance(first, second) / covariance(first, first)
    }),
  )
}

/** The squared spread of the level of entries that brings the simulated variance to that of the changes, by maximum likelihood. */
function missingVariance(
  councils: TwoYears[],
  simulated: Map<string, SimulatedChange>,
  shocks: { entries: number; exits: number },
): number {
  const own = councils.map(({ code }) => simulated.get(code)!)
  const growth = driftOf(councils).growth
  const squared = councils.map((council) => (change(council) - growth) ** 2)
  const per = (on: keyof Noise) => mean(own.map((one) => one[on]))
  const [perEntries, perExits, perLevel] = [per('entries'), per('exits'), per('level')]
  const known = perEntries * shocks.entries ** 2 + perExits * shocks.exits ** 2
  const base = own.map(({ withoutShocks }) => withoutShocks + known)
  let squaredSpread = 0
  for (let step = 0; step < 100; step++) {
    const weights = base.map((variance) => 1 / (variance + perLevel * squaredSpread) ** 2)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const excess = weights.reduce((sum, weight, at) => sum + weight * (squared[at] - base[at]), 0)
    squaredSpread = Math.max(0, excess / total / perLevel)
  }
  return squaredSpread
}

function nationalStep(table: PublishedTable, of: 'starts' | 'ceases'): number {
  const [before, after] = [BEFORE, ESTIMATED_UP_TO].map((edition) =>
    Number(rowOf(table, edition, ENGLAND)!.figures[of]),
  )
  return Math.abs(Math.log(after / before))
}

function estimateAll(table: PublishedTable): Record<DefaultName, Estimate> {
  const councils = twoYearsOf(table)
  const england = rowOf(table, ESTIMATED_UP_TO, ENGLAND)!.figures
  const shareBefore18 = 1 - Number(england.ceases18over) / Number(england.ceases)
  const ofVariance = (of: 'starts' | 'ceases') =>
    jackknife(councils, (some) => root(yearlyVariance(of)(some)))
  const [starts, ends] = [ofVariance('starts'), ofVariance('ceases')]
  const exits = jackknife(councils, exitsShock(shareBefore18))
  const simulated = new Map(councils.map((council) => [council.code, simulateChange(table, council)]))
  const shocks = { entries: starts.value, exits: exits.value }
  const level = jackknife(councils, (some) => root(missingVariance(some, simulated, shocks)))
  report(councils, simulated, { ...shocks, level: level.value })
  const weight = jackknife(councils, ownWeight)
  const some = councils.filter((_, at) => at % 5 === 0)
  const slopes = [
    { ...shocks, level: level.value },
    { ...shocks, entries: Math.hypot(starts.value, level.value) },
  ].map((noise) => slopeOfChanges(table, some, noise).toFixed(2))
  process.stdout.write(
    `Slope of the second change on the first: simulated ${slopes[0]}, with shocks of single years alone ${slopes[1]}; published ${weight.value.toFixed(2)} (standard error ${weight.standardError.toFixed(2)})\n`,
  )
  const onStarts = jackknife(councils, ceasesOnStarts)
  const two = `${BEFORE} and ${ESTIMATED_UP_TO}`
  const oneChange = (of: string) =>
    `the one change of ${of} in England from ${BEFORE} to ${ESTIMATED_UP_TO} as one standard deviation; n is 1`
  const between = (of: string) =>
    `root of the covariance of log ${of} for each child looked after between ${two}`
  const within = (of: string) =>
    `half the variance of the change of log ${of} from ${BEFORE} to ${ESTIMATED_UP_TO} less chance (1/n of both years); its root`
  return {
    'shocks.entries.local': { ...starts, derivation: within('starts') },
    'shocks.entries.national': {
      value: nationalStep(table, 'starts'),
      n: 1,
      derivation: oneChange('log starts'),
    },
    'shocks.exits.local': {
      ...exits,
      derivation:
        `shocks of ceases less those that starts bring along (slope ${onStarts.value.toFixed(2)}; standard error ${onStarts.standardError.toFixed(2)}) ` +
        `over the share of ceases before 18 (${shareBefore18.toFixed(2)})`,
    },
    'shocks.exits.national': {
      value: nationalStep(table, 'ceases'),
      n: 1,
      derivation: oneChange('log ceases'),
    },
    'betweenCouncils.starts': {
      ...jackknife(councils, betweenCouncils('starts')),
      derivation: between('starts'),
    },
    'betweenCouncils.ends': {
      ...jackknife(councils, betweenCouncils('ceases')),
      derivation: between('ceases'),
    },
    'betweenYears.starts': { ...starts, derivation: within('starts') },
    'betweenYears.ends': { ...ends, derivation: within('ceases') },
    'entries.level': {
      ...level,
      derivation:
        `relative spread of what starts for good; brings the variance of the simulated change of ${BEFORE}/${ESTIMATED_UP_TO - 2000} ` +
        'to that of the published ones with all other noise on',
    },
    'growth.ownWeight': {
      ...weight,
      value: Math.min(1, Math.max(0, weight.value)),
      derivation: `slope of the relative change of ${BEFORE}/${ESTIMATED_UP_TO - 2000} on starts less ceases of the year before; weighted by precision`,
    },
  }
}

/** Prints published against simulated spreads of the change by size, which no estimate is made from one by one. */
function report(councils: TwoYears[], simulated: Map<string, SimulatedChange>, noise: Required<Noise>): void {
  const { growth, ...drift } = driftOf(councils)
  process.stdout.write(
    `Published changes: growth ${growth.toFixed(4)}, variance ${drift.baseVariance.toFixed(5)} + ${drift.variancePerChild.toFixed(3)} / number\n`,
  )
  const all = [...simulated.values()]
  const per = (on: keyof Noise) => mean(all.map((one) => one[on]))
  const added = ({ entries = 0, exits = 0, level = 0 }: Noise) =>
    per('entries') * entries ** 2 + per('exits') * exits ** 2 + per('level') * level ** 2
  process.stdout.write(
    'children      councils  published  chance and rates  with shocks  with the level (standard deviations)\n',
  )
  for (const [from, to] of [
    [21, 200],
    [200, 350],
    [350, 600],
    [600, 5000],
    [21, 5000],
  ]) {
    const own = councils.filter(({ stock }) => stock[0] >= from && stock[0] < to)
    const published = root(mean(own.map((council) => (change(council) - growth) ** 2)))
    const withNoise = (some: Noise) =>
      root(mean(own.map(({ code }) => simulated.get(code)!.withoutShocks)) + added(some))
    const cells = [published, withNoise({}), withNoise({ ...noise, level: 0 }), withNoise(noise)]
    process.stdout.write(
      `${from} to ${to - 1}  ${own.length}  ${cells.map((cell) => cell.toFixed(4)).join('  ')}\n`,
    )
  }
}

function write(estimates: Record<DefaultName, Estimate>): void {
  const rows = Object.entries(estimates).map(([name, { value, standardError, n, derivation }]) =>
    [name, value.toFixed(3), standardError?.toFixed(3) ?? '', n, derivation].join(','),
  )
  const text = ['name,value,standard_error,n,derivation', ...rows].map((row) => `${row}\n`).join('')
  process.stdout.write(`\n${text}`)
  writeFileSync(new URL(DEFAULTS_FILE, publishedFolder()), text)
}

write(estimateAll(editionsUpTo(readPublishedTable(), ESTIMATED_UP_TO)))
