import { describe, expect, it } from 'vitest'
import { checkRules } from '../../../src/input/rules/scenario-rules.ts'
import type { Budget, Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { problemsOf, SMALLSHIRE } from '../smallshire.ts'

/** 2020/21 from January on, then 2021/22; an allowance after adoption. */
const scenario = simpleScenario({
  start: '2020-12-31',
  end: '2022-03-31',
  placements: {
    foster: { label: 'Foster care', weeklyPrice: 700 },
    residential: { label: 'Homes', weeklyPrice: 1500 },
  },
  openingStock: {
    children: 1,
    placements: { foster: 1 },
    ages: onlyAge('under 1'),
    monthsInCare: { 0: 1 },
  },
  afterCare: { allowances: { adoption: { weekly: 100, months: 12 } } },
})

const written = (of: Scenario) => checkRules(of).map(({ path, message }) => `${path.join('.')}: ${message}`)
const problemsWith = (budget: Omit<Budget, 'label'>, of = scenario) =>
  written({ ...of, budgets: { b: { label: 'B', ...budget } } })

const LINES = '(foster, residential, allowance:adoption, total)'

const budgetCases: [title: string, budget: Omit<Budget, 'label'>, problems: string[]][] = [
  ['£ for every year', { perFinancialYear: { '2020/21': 1, '2021/22': 2 }, lines: ['total'] }, []],
  ['a number of placements', { placements: 400 }, []],
  ['a line after care', { perFinancialYear: { '2021/22': 2 }, lines: ['allowance:adoption'] }, []],
  [
    'lines that are misspelt, named twice, or part of the total',
    { perFinancialYear: { '2021/22': 2 }, lines: ['fostr', 'foster', 'foster', 'total'] },
    [
      `budgets.b.lines.0: 'fostr' is not a line of the cost ${LINES}; did you mean foster?`,
      'budgets.b.lines.2: names foster a second time',
      'budgets.b.lines.3: total has all other lines in it; name it alone',
    ],
  ],
  [
    'years none of which is simulated',
    { perFinancialYear: { '2019/20': 2, '2022/23': 3 } },
    ['budgets.b.perFinancialYear: no year of it is simulated; the financial years are 2020/21 to 2021/22'],
  ],
  [
    'years of placements none of which is simulated',
    { placements: 4, financialYears: ['2022/23'] },
    ['budgets.b.financialYears: no year of it is simulated; the financial years are 2020/21 to 2021/22'],
  ],
  ['years some of which are not simulated', { perFinancialYear: { '2019/20': 2, '2020/21': 3 } }, []],
  [
    'years of placements some of which are not simulated',
    { placements: 4, financialYears: ['2021/22', '2022/23'] },
    [],
  ],
  [
    'neither £ nor placements',
    {},
    ['budgets.b: must say either perFinancialYear, £ for each year, or placements, a number of them'],
  ],
  [
    'both £ and placements',
    { perFinancialYear: { '2021/22': 2 }, placements: 3 },
    ['budgets.b: must say either perFinancialYear, £ for each year, or placements, a number of them'],
  ],
  ['no year', { perFinancialYear: {} }, ['budgets.b.perFinancialYear: is empty; state £ for a year']],
  [
    'a price beside £',
    { perFinancialYear: { '2021/22': 2 }, weeklyPrice: 3 },
    ['budgets.b.weeklyPrice: goes with placements, a number of them'],
  ],
  [
    'prices beside placements without a price',
    { placements: 3, prices: '2019/20' },
    ["budgets.b.prices: goes with £; without weeklyPrice the scenario's own prices are taken"],
  ],
  [
    'prices of another generation',
    { perFinancialYear: { '2021/22': 2 }, prices: '1980/81' },
    ['budgets.b.prices: 1980/81 is 40 years from the start; the limit is 30 years'],
  ],
  [
    'placements that nobody lives in and that have no price',
    { placements: 3, lines: ['residential'] },
    [
      'budgets.b: has no price: nobody lives in its placements on the start date, so that there is no mean; add weeklyPrice',
    ],
  ],
  [
    'placements for lines that are none',
    { placements: 3, lines: ['total'] },
    ['budgets.b.lines: has total, but a number of placements pays for placements alone'],
  ],
]

it('a budget can name what others pay and other lines', () => {
  const contributions = { health: { label: 'Health', payer: 'NHS', share: 0.1 } }
  const otherLines = { rent: { label: 'Rent', perFinancialYear: { '2021/22': 5 } } }
  const budget = {
    perFinancialYear: { '2021/22': 2 },
    lines: ['other:rent', 'contribution:health', 'foster'],
  }
  expect(problemsWith(budget, { ...scenario, contributions, otherLines })).toEqual([])
})

describe('budgetProblems', () => {
  it.each(budgetCases)('has the right words for %s', (_, budget, problems) => {
    expect(problemsWith(budget)).toEqual(problems)
  })

  it('says nothing of years where the dates are wrong anyway', () => {
    expect(problemsWith({ perFinancialYear: { '2021/22': 2 } }, { ...scenario, end: '2020-01-01' })).toEqual([
      'end: 2020-01-01 is not after the start, 2020-12-31',
    ])
  })
})

describe('outturnProblems', () => {
  const outturnOf = (financialYear: string, more: Partial<Scenario> = {}) =>
    written({ ...scenario, outturn: { financialYear, amount: 5 }, ...more })

  it('accepts a year before the first whole one, also one that is partly simulated', () => {
    expect([...outturnOf('2019/20'), ...outturnOf('2020/21')]).toEqual([])
  })

  it('refuses the year of the forecast itself, and one of another generation', () => {
    for (const year of ['2021/22', '1980/81'])
      expect(outturnOf(year)).toEqual([
        `outturn.financialYear: ${year} is not one of the 30 years before 2021/22, the first whole year simulated`,
      ])
  })

  it('refuses an outturn where no whole year is simulated', () => {
    expect(outturnOf('2019/20', { end: '2022-03-30' })).toEqual([
      'outturn: leads nowhere: no financial year is simulated from its first to its last day',
    ])
  })

  it('checks its lines', () => {
    expect(
      written({ ...scenario, outturn: { financialYear: '2019/20', amount: 5, lines: ['ifa'] } }),
    ).toEqual([`outturn.lines.0: 'ifa' is not a line of the cost ${LINES}`])
  })
})

describe('a budget in a scenario file', () => {
  const withBudget = (lines: string) => problemsOf(`${SMALLSHIRE}\n${lines}`)

  it('is read where every figure says where it comes from', () => {
    expect(
      withBudget('budgets:\n  money: { label: Money, perFinancialYear: { 2024/25: 5, source: ¶1 } }\n'),
    ).toEqual([])
    expect(withBudget('budgets: { money: { label: Money, perFinancialYear: { 2024/25: 5 } } }\n')).toEqual([
      [expect.any(String), expect.stringContaining('does not say where it comes from')],
    ])
  })

  it('is one amount and no range', () => {
    const [[, message]] = withBudget(
      'budgets: { m: { label: M, placements: { central: 5, low: 4, high: 6, source: ¶1 } } }\n',
    )
    expect(message).toBe(
      'budgets.m.placements: cannot be a range: a budget is one amount; what the cost may turn out as is the forecast; write one number',
    )
  })

  it('names its years like 2024/25', () => {
    const [[, message]] = withBudget(
      'budgets: { m: { label: M, perFinancialYear: { 2024-25: 5, source: ¶1 } } }\n',
    )
    expect(message).toBe(
      'budgets.m.perFinancialYear.2024-25: must be a financial year like 2017/18; write 2024/25',
    )
  })

  it('is told how to write a year wherever it names one', () => {
    const found = withBudget(
      'budgets:\n  a: { label: A, perFinancialYear: { FY24/25: 5, 01/04/2025: 6, source: ¶1 }, prices: 2024/2025 }\n' +
        '  b: { label: B, placements: 5, financialYears: [24/25, FY25], source: ¶1 }\n',
    )
    expect(
      found.map(([, message]) => message.replace('must be a financial year like 2017/18; ', '')),
    ).toEqual([
      'budgets.a.perFinancialYear.FY24/25: write 2024/25',
      'budgets.a.perFinancialYear.01/04/2025: write 2025/26',
      "budgets.a.prices: found '2024/2025'; write 2024/25",
      "budgets.b.financialYears.0: found '24/25'; write 2024/25",
      "budgets.b.financialYears.1: found 'FY25'; write 2024/25 or 2025/26, whichever is meant",
    ])
  })

  it('has a misspelt key named with the one that was meant', () => {
    const messages = withBudget('budgets: { m: { label: M, placement: 5, source: ¶1 } }\n').map(
      ([, one]) => one,
    )
    expect(messages).toContain('budgets.m.placement: is not a known key; did you mean placements?')
  })
})
