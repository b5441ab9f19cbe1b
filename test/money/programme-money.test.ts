// What programmes cost in a run, against arithmetic by hand: whole financial years, part years, price bases, who is paid for.
import { describe, expect, test } from 'vitest'
import { PENCE_SEVENTHS_PER_POUND } from '../../src/domain/pence-sevenths.ts'
import type { Intervention } from '../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { moneyLines } from '../../src/money/ledger.ts'
import { sumInRow } from '../../src/money/row-sum.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { simulatePlainly } from '../../src/run/plain/simulate-plainly.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { compiledPackages } from '../run/arbitrary-programme.ts'
import { everyAge, onlyAge, simpleScenario } from '../simple-scenario.ts'

/** A home with 40 children who stay, all of its 40 places taken, and another without limit. */
const HOMES: Partial<Scenario> = {
  placements: {
    home: { label: 'Homes', weeklyPrice: 5_300, places: 40, overflow: ['outside'] },
    outside: { label: 'Homes of others', weeklyPrice: 6_000 },
  },
  openingStock: {
    children: 100,
    placements: { home: 40, outside: 60 },
    ages: onlyAge('1 to 4'),
    monthsInCare: { 0: 1 },
  },
  entries: { perYear: 0, ages: onlyAge('under 1'), placements: everyAge({ outside: 1 }) },
}

/** £ by year of a line of a run with this one intervention, which begins on the first day of 2021/22 where nothing else is said. */
function poundsByYear(
  stated: Partial<Intervention>,
  others: Partial<Scenario> = {},
  line = 'intervention:it',
  run = 0,
): number[] {
  const effects: Intervention['effects'] = [{ shiftDemand: { on: 'exits', factor: 1 } }]
  const it: Intervention = { label: 'It', start: { date: '2021-04-01' }, effects, ...stated }
  const { model, programme, axes } = compiledPackages(
    simpleScenario({ ...HOMES, end: '2024-03-31', interventions: { it }, ...others }),
  )
  const choice = { programme, variant: 0, axes: axes[0] }
  const { row } = simulatePlainly(model, runKeys(seedKey('money'), run), choice)
  const table = { axes: axes[0], layout: rowLayout(axes[0]), runs: 1, rows: row }
  return axes[0].years.map((_, year) => {
    const found = moneyLines(table, year).find((one) => one.line === line)!
    return sumInRow(found.sum, row, 0) / PENCE_SEVENTHS_PER_POUND
  })
}

const posts = { number: 1 }
const places = (number: number): Intervention['effects'] => [
  { addPlaces: { placement: 'home', places: number } },
]
const serves = (number: number): Intervention['effects'] => [
  { preventEntries: { serves: number, targeting: 0.5, success: 0.2 } },
]

describe('a year of a post or a place', () => {
  test('is a whole financial year to the printed pound, of 365 days and of 366', () => {
    expect(poundsByYear({ posts, investment: { perPostYear: 58_000 } })).toEqual([58_000, 58_000, 58_000])
    expect(poundsByYear({ effects: places(3), investment: { perPlaceYear: 100_000 } })).toEqual([
      300_000, 300_000, 300_000,
    ])
  })

  test('is by days of its own financial year where it is filled for a part of it', () => {
    const investment = { perPostYear: 58_000 }
    // From 1 January: 90 days of 365 in 2021/22, and 91 of 366 in 2023/24.
    const first = poundsByYear({ posts, investment, start: { date: '2022-01-01' } })
    expect(first[0]).toBeCloseTo((58_000 * 90) / 365, 2)
    const last = poundsByYear({ posts, investment, start: { date: '2024-01-01' } })
    expect(last.slice(0, 2)).toEqual([0, 0])
    expect(last[2]).toBeCloseTo((58_000 * 91) / 366, 2)
  })

  test('is paid until the end alone, while what the intervention did fades, or in all that time where the file says so', () => {
    const ended = { posts, effects: places(10), end: '2022-03-31', persistMonths: 12 }
    const investment = { perPostYear: 58_000, perPlaceYear: 1_000 }
    expect(poundsByYear({ ...ended, investment })).toEqual([68_000, 0, 0])
    const paid = poundsByYear({ ...ended, investment: { ...investment, paidWhilePersisting: true } })
    // The ten places close one after the other in the 365 days of 2022/23.
    expect(paid[1]).toBeGreaterThan(58_000 + 4_000)
    expect(paid[1]).toBeLessThan(58_000 + 6_000)
    expect(paid[2]).toBe(0)
  })

  test('ends with the last day of the intervention', () => {
    const investment = { perPostYear: 36_500 }
    expect(poundsByYear({ posts, investment, end: '2021-04-10' })).toEqual([1_000, 0, 0])
  })
})

describe('the sum of a financial year that the start cuts', () => {
  // Rotherham's: from 31 December 2016, of whose financial year 90 days of 365 are left.
  const cut = { start: '2016-12-31', end: '2018-03-31', priceBase: '2016/17' }
  const investment = { cash: true, perFinancialYear: { '2016/17': 100_000, '2017/18': 164_000 } }

  test('is whole for what begins after the start, in that year or later', () => {
    expect(poundsByYear({ investment, start: { date: '2017-01-15' } }, cut)).toEqual([100_000, 164_000])
    expect(poundsByYear({ investment, start: { date: '2017-04-01' } }, cut)).toEqual([100_000, 164_000])
  })

  test('is by days of the financial year for what is running by then', () => {
    const [first, second] = poundsByYear({ investment, start: { date: '2016-12-31' } }, cut)
    expect(first).toBeCloseTo((100_000 * 90) / 365, 2)
    expect(second).toBe(164_000)
  })

  test('is by the days that are simulated of those that were left where the horizon ends in it too', () => {
    const short = { ...cut, end: '2017-01-30' }
    const [only] = poundsByYear({ investment, start: { date: '2017-01-15' } }, short)
    expect(only).toBeCloseTo((100_000 * 30) / 90, 2)
  })
})

describe('what was paid before the start', () => {
  const cut = { start: '2016-12-31', end: '2018-03-31', priceBase: '2016/17' }
  const paidBefore = (
    investment: Intervention['investment'],
    date: string,
    others: Partial<Scenario> = {},
  ) => {
    const effects: Intervention['effects'] = [{ shiftDemand: { on: 'exits', factor: 1 } }]
    const it: Intervention = { label: 'It', start: { date }, effects, investment }
    return compiledPackages(simpleScenario({ ...HOMES, ...cut, interventions: { it }, ...others })).axes[0]
      .interventions[0].paidBeforeStart
  }

  test('is the rest of the sum of its financial year, and what is paid once, of what is running by then', () => {
    const investment = { cash: true, perFinancialYear: { '2016/17': 36_500 }, oneOff: 1_000 }
    // 1 April to 31 December are 275 days of 365.
    expect(paidBefore(investment, '2016-06-01')).toBeCloseTo(27_500 + 1_000, 9)
    expect(paidBefore(investment, '2017-01-01')).toBeUndefined()
  })

  test('is nothing where others pay, nor where the start cuts no financial year', () => {
    const investment = { cash: true, perFinancialYear: { '2016/17': 36_500 } }
    expect(paidBefore({ ...investment, payer: 'A fund' }, '2016-06-01')).toBeUndefined()
    expect(paidBefore(investment, '2016-01-01', { start: '2016-03-31' })).toBeUndefined()
  })

  test('rises with prices unless it is cash', () => {
    const others = { priceBase: '2015/16', upliftPerYear: 0.1 }
    expect(paidBefore({ perFinancialYear: { '2016/17': 36_500 } }, '2016-06-01', others)).toBeCloseTo(
      30_250,
      6,
    )
  })
})

describe('a sum that is paid once', () => {
  const investment = { cash: true, oneOff: 100_000 }
  const cut = { start: '2016-12-31', end: '2018-03-31', priceBase: '2016/17' }

  test('is paid whole in the financial year in which the intervention begins', () => {
    expect(poundsByYear({ investment, start: { date: '2017-02-01' } }, cut)).toEqual([100_000, 0])
    expect(poundsByYear({ investment, start: { date: '2017-12-01' } }, cut)).toEqual([0, 100_000])
  })

  test('is not paid where it has begun by the start, nor where it begins after the end', () => {
    expect(poundsByYear({ investment, start: { date: '2016-11-01' } }, cut)).toEqual([0, 0])
    expect(poundsByYear({ investment, start: { date: '2018-04-01' } }, cut)).toEqual([0, 0])
  })

  test('rises with prices unless it is cash', () => {
    const priced = poundsByYear(
      { investment: { oneOff: 1_000 }, start: { date: '2017-12-01' } },
      { ...cut, upliftPerYear: 0.05 },
    )
    expect(priced[1]).toBeCloseTo(1_050, 2)
  })
})

describe('the prices of an investment', () => {
  const upliftPerYear = 0.05

  test('are those of the price base and rise on each 1 April like all prices, posts, places, the served and amounts alike', () => {
    const investment = { perFinancialYear: { '2021/22': 1_000, '2023/24': 1_000 }, perPostYear: 58_000 }
    const others = { upliftPerYear, priceBase: '2020/21' }
    const expected = [59_000 * 1.05, 58_000 * 1.05 ** 2, 59_000 * 1.05 ** 3]
    poundsByYear({ posts, investment }, others).forEach((pounds, year) => {
      expect(pounds).toBeCloseTo(expected[year], 2)
    })
    const perServed = { perServed: 2_000, serves: 10, perPlaceYear: 500 }
    poundsByYear({ effects: places(4), investment: perServed }, others).forEach((pounds, year) => {
      expect(pounds).toBeCloseTo(22_000 * 1.05 ** (year + 1), 2)
    })
  })

  test('stay as stated where they are cash', () => {
    const investment = { cash: true, perFinancialYear: { '2022/23': 70_000.5 }, perPostYear: 58_000 }
    expect(poundsByYear({ posts, investment }, { upliftPerYear, priceBase: '2015/16' })).toEqual([
      58_000, 128_000.5, 58_000,
    ])
  })
})

describe('what is paid for each who is served', () => {
  const investment = { perServed: 2_000 }

  test('comes to the number served times the price in a whole financial year, whatever comes of it', () => {
    expect(poundsByYear({ effects: serves(28), investment })).toEqual([56_000, 56_000, 56_000])
    const without = { effects: serves(28), investment, noEffectShare: 1 }
    expect(poundsByYear(without)).toEqual([56_000, 56_000, 56_000])
  })

  test('follows the ramp, the slippage, the end and the posts', () => {
    // The first 365 days have half of it on average.
    expect(poundsByYear({ effects: serves(28), investment, rampMonths: 12 })[0]).toBeCloseTo(28_000, 2)
    // Six months are 182 days.
    const slipped = { effects: serves(28), investment, start: { date: '2021-04-01', slipMonths: 6 } }
    expect(poundsByYear(slipped)[0]).toBeCloseTo((56_000 * (365 - 182)) / 365, 2)
    const ended = { effects: serves(28), investment, end: '2022-03-31', persistMonths: 12 }
    expect(poundsByYear(ended)).toEqual([56_000, 0, 0])
    const half = { effects: serves(28), investment, posts: { number: 2, vacant: 1 } }
    expect(poundsByYear(half)).toEqual([28_000, 28_000, 28_000])
  })

  test('takes the number that the investment says where it says one, and adds up those of several effects', () => {
    expect(poundsByYear({ effects: serves(28), investment: { ...investment, serves: 10 } })[0]).toBe(20_000)
    expect(poundsByYear({ effects: [...serves(28), ...serves(2)], investment })[0]).toBe(60_000)
    expect(poundsByYear({ investment: { ...investment, serves: 10 } })[0]).toBe(20_000)
  })

  test('is for those whom the first gate of a review has decided about, also where nobody leaves for it', () => {
    const gate = { name: 'assessment', probability: 0.5, months: 1, perMonth: 2 }
    const gates = [gate, { name: 'court', probability: 0.1, months: 3 }]
    const review = (children: number): Intervention['effects'] => [
      { reviewCohort: { children, gates, leaveFor: 'specialGuardianship' } },
    ]
    // Two a month until the list of 30 is through, in 15 months; then nobody.
    for (const noEffectShare of [0, 1]) {
      const [first, second, third] = poundsByYear({ effects: review(30), investment, noEffectShare })
      expect(first / 2_000).toBeGreaterThanOrEqual(22)
      expect(first / 2_000).toBeLessThanOrEqual(24)
      expect((first + second) / 2_000).toBeGreaterThanOrEqual(29)
      expect((first + second) / 2_000).toBeLessThanOrEqual(30)
      expect(third).toBe(0)
    }
  })
})

describe('the fixed share of a place', () => {
  const fixed = (fixedShare: number): Partial<Scenario> => ({
    placements: { ...HOMES.placements, home: { ...HOMES.placements!.home, fixedShare } },
  })
  const week = 365 / 7
  const homes = (effects: Intervention['effects'], stated: Partial<Intervention> = {}) =>
    poundsByYear({ effects, ...stated }, { ...fixed(0.8), end: '2023-03-31' }, 'home')

  test('is paid from the day on which a place opens, taken or not', () => {
    const usual = homes(places(0))
    expect(usual[0]).toBeCloseTo(40 * 5_300 * week, 2)
    expect(homes(places(11))[0] - usual[0]).toBeCloseTo(11 * 0.8 * 5_300 * week, 2)
    // From 1 October: 182 days of 2021/22.
    const later = homes(places(11), { start: { date: '2021-10-01' } })
    expect(later[0] - usual[0]).toBeCloseTo((11 * 0.8 * 5_300 * 182) / 7, 2)
  })

  test('ends with the day on which an empty place closes', () => {
    const usual = homes(places(0))
    const closed = homes(places(11), { end: '2022-03-31' })
    expect(closed[1]).toBeCloseTo(usual[1], 2)
  })

  test('goes on being paid for a place that has closed while somebody lives in it', () => {
    const moved: Intervention['effects'] = [
      ...places(11),
      { stepDown: { from: ['outside'], to: 'home', perYear: 3_000 } },
    ]
    const still = { end: '2022-03-31' }
    const cost = homes(moved, still)[1]
    // All 51 places were taken within days, and nobody leaves: each child costs what the price says.
    expect(cost).toBeCloseTo(51 * 5_300 * week, 2)
  })

  test('makes places that children come to from dearer homes save the difference of the prices at most', () => {
    const effects: Intervention['effects'] = [
      ...places(11),
      { stepDown: { from: ['outside'], to: 'home', perYear: 3_000 } },
    ]
    const total = (some: Intervention['effects'], share: number) =>
      ['home', 'outside'].reduce(
        (sum, line) => sum + poundsByYear({ effects: some }, fixed(share), line)[1],
        0,
      )
    for (const share of [0, 0.5, 0.8, 1]) {
      const saved = total(places(0), share) - total(effects, share)
      expect(saved).toBeCloseTo(11 * 700 * week, 2)
    }
  })

  test('follows the places that carers give', () => {
    const carers = {
      households: 20,
      placesPerHousehold: 2,
      usableShare: 1,
      approvalsPerYear: 0,
      approvalMonths: 0,
      deregistrationsPerHouseholdYear: 0,
    }
    const { places: _, ...home } = HOMES.placements!.home
    const placements = { ...HOMES.placements!, home: { ...home, fixedShare: 0.5, carers } }
    const effects: Intervention['effects'] = [
      { addPlaces: { placement: 'home', householdsPerFinancialYear: { '2021/22': 10 } } },
    ]
    const cost = (some: Partial<Intervention>, line: string) => poundsByYear(some, { placements }, line)
    const placeYears = cost({ effects, investment: { perPlaceYear: 365 } }, 'intervention:it')[1] / 365
    expect(placeYears).toBeGreaterThan(0)
    const added = cost({ effects }, 'home')[1] - cost({}, 'home')[1]
    expect(added).toBeCloseTo(placeYears * 0.5 * 5_300 * week, 2)
  })
})
