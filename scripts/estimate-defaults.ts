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
// - shocks.entries.local: what brings the variance of the simulated change of 2015/16 to that of the published changes, with
//   all other noise on: chance, the uncertainty of fitted rates, shocks of exits. Starts alone give less, since the gap between
//   flows and stocks and all that moves both flows also differ between years; the derivation has both numbers. All of it is
//   taken for a shock of single years: changes of 2014/15 and 2015/16 are next to uncorrelated (growth.ownWeight), as they
//   would not be if councils differed in growth for good.
// - shocks.*.national: the one change of England's log starts (ceases) that is known, taken for one standard deviation.
import { writeFileSync } from 'node:fs'
import { QUICK } from '../src/estimate/fit-facts.ts'
import { uncertaintyOf } from '../src/estimate/fit-uncertainty.ts'
import { fitModel } from '../src/estimate/fitted-model.ts'
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
  publishedFolder,
  readPublishedTable,
  rowOf,
} from '../src/input/published/published-table.ts'
import { compileShocks } from '../src/model/shocks.ts'
import { simulateStocks, stocksAt } from '../src/study/backtest/council-forecast.ts'
import { fitDrift, varianceOfChange } from '../src/study/yearly-changes.ts'

const BEFORE = ESTIMATED_UP_TO - 1
const LEAST_CHILDREN = 21
const RUNS = 500
const TRIAL_SHOCK = 0.2

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
  /** What a squared shock of entries or of exits adds, each for a shock of 1. */
  entries: number
  exits: number
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

/** Simulates 2015/16 from the edition of 2015 without shocks, and with one shock at a time. */
function simulateChange(table: PublishedTable, { code, stock }: TwoYears): SimulatedChange {
  const { scenario, assumptions } = readPublishedScenario(table, code, BEFORE, 1)
  const fitted = fitModel(scenario, uncertaintyOf(scenario, assumptions).assumptions, QUICK)
  const task = { code, origin: BEFORE, years: 1, runs: RUNS, seed: 'estimates' }
  const varianceWith = (on?: 'entries' | 'exits') => {
    const shocks = on && { [on]: { local: TRIAL_SHOCK, national: 0 } }
    const model = { ...fitted.model, shocks: compileShocks({ ...scenario, shocks }) }
    const stocks = [...stocksAt(simulateStocks({ ...fitted, model }, task), `${ESTIMATED_UP_TO}-03`)]
    const changes = stocks.map((children) => children / stock[0] - 1)
    return covariance(changes, changes)
  }
  const withoutShocks = varianceWith()
  return {
    stock: stock[0],
    withoutShocks,
    entries: (varianceWith('entries') - withoutShocks) / TRIAL_SHOCK ** 2,
    exits: (varianceWith('exits') - withoutShocks) / TRIAL_SHOCK ** 2,
  }
}

/** The squared shock of entries that brings the simulated variance to that of the changes, by maximum likelihood. */
function missingVariance(
  councils: TwoYears[],
  simulated: Map<string, SimulatedChange>,
  exits: number,
): number {
  const own = councils.map(({ code }) => simulated.get(code)!)
  const growth = driftOf(councils).growth
  const squared = councils.map((council) => (change(council) - growth) ** 2)
  const [perEntries, perExits] = [mean(own.map((one) => one.entries)), mean(own.map((one) => one.exits))]
  const base = own.map(({ withoutShocks }) => withoutShocks + perExits * exits ** 2)
  let shock = 0
  for (let step = 0; step < 100; step++) {
    const weights = base.map((variance) => 1 / (variance + perEntries * shock) ** 2)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const excess = weights.reduce((sum, weight, at) => sum + weight * (squared[at] - base[at]), 0)
    shock = Math.max(0, excess / total / perEntries)
  }
  return shock
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
  const entries = jackknife(councils, (some) => root(missingVariance(some, simulated, exits.value)))
  report(councils, simulated, { starts: starts.value, entries: entries.value, exits: exits.value })
  const weight = jackknife(councils, ownWeight)
  const onStarts = jackknife(councils, ceasesOnStarts)
  const two = `${BEFORE} and ${ESTIMATED_UP_TO}`
  const oneChange = (of: string) =>
    `the one change of ${of} in England from ${BEFORE} to ${ESTIMATED_UP_TO} as one standard deviation; n is 1`
  const between = (of: string) =>
    `root of the covariance of log ${of} for each child looked after between ${two}`
  const within = (of: string) =>
    `half the variance of the change of log ${of} from ${BEFORE} to ${ESTIMATED_UP_TO} less chance (1/n of both years); its root`
  return {
    'shocks.entries.local': {
      ...entries,
      derivation:
        `brings the variance of the simulated change of ${BEFORE}/${ESTIMATED_UP_TO - 2000} to that of the published ones with all other noise on; ` +
        `starts alone give ${starts.value.toFixed(3)}`,
    },
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
    'growth.ownWeight': {
      ...weight,
      value: Math.min(1, Math.max(0, weight.value)),
      derivation: `slope of the relative change of ${BEFORE}/${ESTIMATED_UP_TO - 2000} on starts less ceases of the year before; weighted by precision`,
    },
  }
}

/** Prints published against simulated spreads of the change by size, which no estimate is made from one by one. */
function report(
  councils: TwoYears[],
  simulated: Map<string, SimulatedChange>,
  shocks: Record<'starts' | 'entries' | 'exits', number>,
): void {
  const { growth, ...drift } = driftOf(councils)
  process.stdout.write(
    `Published changes: growth ${growth.toFixed(4)}, variance ${drift.baseVariance.toFixed(5)} + ${drift.variancePerChild.toFixed(3)} / number\n`,
  )
  const all = [...simulated.values()]
  const [perEntries, perExits] = [mean(all.map((one) => one.entries)), mean(all.map((one) => one.exits))]
  process.stdout.write(
    `A shock of 1 adds ${perEntries.toFixed(4)} (entries) and ${perExits.toFixed(4)} (exits) to the variance\n`,
  )
  process.stdout.write(
    'children      councils  published  without shocks  shocks of starts alone  shocks as estimated (standard deviations)\n',
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
    const withShocks = (entries: number, exits: number) =>
      root(
        mean(
          own.map(
            ({ code }) =>
              simulated.get(code)!.withoutShocks + perEntries * entries ** 2 + perExits * exits ** 2,
          ),
        ),
      )
    const cells = [
      published,
      withShocks(0, 0),
      withShocks(shocks.starts, shocks.exits),
      withShocks(shocks.entries, shocks.exits),
    ]
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
