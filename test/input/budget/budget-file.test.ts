import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseBudgetFile } from '../../../src/input/budget/budget-file.ts'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import { InputError } from '../../../src/input/input-error.ts'
import { SMALLSHIRE } from '../smallshire.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-budget-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function readWith(budget: string | Uint8Array, scenario = SMALLSHIRE) {
  const [path, csv] = ['small.yaml', 'b.csv'].map((name) => join(folder, name))
  await writeFile(path, scenario)
  await writeFile(csv, budget)
  return readScenario(path, [], csv)
}

/** The problems without the folder in front. */
async function problemsOf(budget: string | Uint8Array, scenario?: string): Promise<string[]> {
  try {
    await readWith(budget, scenario)
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.message.split('\n').map((line) => line.replace(`${folder}/`, ''))
  }
}

const HEADER = 'financial_year,line,amount\n'
const WANTED = 'financial_year, line and amount, or line and a column for each financial year'
const LINES =
  'kinship, inHouseFoster, ifa, externalResidential, supported, allowance:specialGuardianship, after_care:stayingPut, total, placements'

describe('a budget file', () => {
  it('becomes a budget for each line of the cost, whose figures name the file and the line', async () => {
    const file = await readWith(
      '\uFEFFLine,Financial_Year,Amount,note\r\nifa,2024/25,"£1,300,000.50",ours\r\nifa,2025/26,1350000,\r\ntotal,2024/25,8000000\r\n',
    )
    expect(file.scenario.budgets).toEqual({
      ifa: {
        label: 'Agency foster carers',
        lines: ['ifa'],
        perFinancialYear: { '2024/25': 1_300_000.5, '2025/26': 1_350_000 },
      },
      total: { label: 'Everything', lines: ['total'], perFinancialYear: { '2024/25': 8_000_000 } },
    })
    expect(file.figures.at(-1)).toEqual({
      path: 'budgets.total.perFinancialYear.2024/25',
      value: 8_000_000,
      kind: 'source',
      text: 'b.csv, line 4',
    })
    expect(file.budgetFile?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes placements for all of them', async () => {
    const { scenario } = await readWith(`${HEADER}2024/25,placements,5\n`)
    expect(scenario.budgets?.placements).toEqual({
      label: 'All placements',
      perFinancialYear: { '2024/25': 5 },
    })
  })

  it('stands beside the budgets of the scenario', async () => {
    const { scenario } = await readWith(
      `${HEADER}2024/25,ifa,5\n`,
      `${SMALLSHIRE}\nbudgets: { other: { label: Other, placements: 9, assumed: a test } }\n`,
    )
    expect(Object.keys(scenario.budgets!)).toEqual(['other', 'ifa'])
  })

  it.each([
    ['financial years in other forms', `${HEADER}2024-25,ifa,5\n2025/2026,ifa,6\nFY26/27,ifa,7\n`],
    ['financial years by their first day', `${HEADER}01/04/2024,ifa,5\n1/4/2025,ifa,6\n2026-04-01,ifa,7\n`],
    ['semicolons', 'financial_year;line;amount\n2024/25;ifa;5\n2025/26;ifa;6\n2026/27;ifa;7\n'],
    ['tabs', 'financial_year\tline\tamount\n2024/25\tifa\t5\n2025/26\tifa\t6\n2026/27\tifa\t7\n'],
    ['sep=', 'sep=;\r\nYear;Line;Amount\r\n2024/25;ifa;5\r\n2025/26;ifa;6\r\n2026/27;ifa;7\r\n'],
    [
      'titles above the heading and blank rows',
      'Budget 2024/25 to 2026/27,,\n,,\nPrepared on 01/02/2024,"Children, families",\nFinancial Year,Line,£\n2024/25,ifa,5\n,,\n2025/26,ifa,6\n\n2026/27,ifa,7\n,,\n',
    ],
    [
      'the unit in the heading',
      'YEAR,Placement,Amount (£)\n2024/25,ifa,5\n2025/26,ifa,£6\n2026/27,ifa,"7.00"\n',
    ],
    [
      'budget for the amount',
      '"Financial Year","Line","Budget £"\n2024/25,ifa,5\n2025/26,ifa,6\n2026/27,ifa,7\n',
    ],
    [
      'capitals and labels',
      `${HEADER}2024/25,IFA,5\n2025/26,Agency foster carers,6\n2026/27,agency  foster CARERS,7\n`,
    ],
    ['years across', 'line,2024/25,2025/26,2026/27\nifa,5,6,7\n'],
    ['years across in other forms', 'Placement;2024-25 (£);FY25/26;Budget 2026/27\nifa;5;6;7\n'],
    ['years across without a name for the lines', ',2024/25,2025/26,2026/27,,\nifa,5,6,7,,\n'],
    [
      'a statistic of lines-by-year.csv',
      'statistic,line,label,unit,2024/25,2025/26,2026/27\nP50,ifa,Agency foster carers,£,5,6,7\nP50,care_days,Days of care,days,118,124,134\n',
    ],
    [
      'budgets.csv',
      'budget,label,financial_year,amount,mean,p_over,mc_error\nifa,IFA,2024/25,5,9,1,0\nifa,IFA,2025/26,6,9,1,0\nifa,IFA,2026/27,7,9,1,0\nifa,IFA,all,18,27,1,0\n',
    ],
  ])('is read with %s', async (_, text) => {
    const { scenario } = await readWith(text)
    expect(scenario.budgets).toEqual({
      ifa: {
        label: 'Agency foster carers',
        lines: ['ifa'],
        perFinancialYear: { '2024/25': 5, '2025/26': 6, '2026/27': 7 },
      },
    })
  })

  it('finds all placements and everything by what results call them', async () => {
    const { scenario } = await readWith(
      `${HEADER}2024/25,Placements,5\n2025/26,All placements,6\n2024/25,TOTAL,7\n2025/26,Total cost,8\n2026/27,Everything,9\n`,
    )
    expect(scenario.budgets).toEqual({
      placements: { label: 'All placements', perFinancialYear: { '2024/25': 5, '2025/26': 6 } },
      total: {
        label: 'Everything',
        lines: ['total'],
        perFinancialYear: { '2024/25': 7, '2025/26': 8, '2026/27': 9 },
      },
    })
  })

  it('keeps a year that is not simulated out of the way of the others', async () => {
    const { scenario } = await readWith(`${HEADER}2018/19,ifa,5\n2024/25,ifa,6\n2034/35,total,7\n`)
    expect(scenario.budgets).toMatchObject({
      ifa: { perFinancialYear: { '2018/19': 5, '2024/25': 6 } },
      total: { perFinancialYear: { '2034/35': 7 } },
    })
  })

  it.each([
    ['', ['b.csv is empty; its first row must be financial_year,line,amount']],
    ['sep=|\na|b\n', ['b.csv:1:1 sep= must be a comma, a semicolon or a tab']],
    [
      '2024/25,ifa,1300000\n',
      ['b.csv:1:1 is no heading, and none stands above the rows; it must name ' + WANTED],
    ],
    [
      'year,line,amuont\n2024/25,ifa,5\n',
      [`b.csv:1:1 has no column amount; a heading must name ${WANTED}; rename amuont`],
    ],
    [
      'line,2024,2025\nifa,5,6\n',
      [
        "b.csv:1:6 found '2024'; write 2023/24 or 2024/25, whichever is meant",
        "b.csv:1:11 found '2025'; write 2024/25 or 2025/26, whichever is meant",
      ],
    ],
    [HEADER, ['b.csv:1:1 has no rows under its heading']],
    [
      'Financial year,Line,Amount,Approved,amuont,Year\n2024/25,ifa,5\n',
      [
        `b.csv:1:28 'Approved' is no column of a budget, which has ${WANTED}; take it out, or call it note`,
        `b.csv:1:37 'amuont' is no column of a budget, which has ${WANTED}; did you mean amount?`,
        "b.csv:1:44 'Year' is a second column for financial_year; keep one of them",
      ],
    ],
    [
      'line,2024/25,2024-25\nifa,5,6\n',
      ["b.csv:1:14 '2024-25' is a second column for 2024/25; keep one of them"],
    ],
    [
      "Year,Line,Amount £'000\n2024/25,ifa,5\n",
      ["b.csv:1:11 'Amount £'000' says that amounts are not in £; write them in £, with all their digits"],
    ],
    [
      '£m,2024/25,2025/26\nifa,5,6\n',
      ["b.csv:1:1 '£m' says that amounts are not in £; write them in £, with all their digits"],
    ],
    [
      'financial_year,line,amount (pence)\n2024/25,ifa,5\n',
      ["b.csv:1:21 'amount (pence)' says that amounts are not in £; write them in £, with all their digits"],
    ],
    [
      `Placements (£m),,\n2023/24,ifa,900\n${HEADER}2024/25,ifa,5\n`,
      [
        "b.csv:1:1 'Placements (£m)' says that amounts are not in £; write them in £, with all their digits",
        "b.csv:2:13 has the number '900' above the heading; take the row out, or put it below",
      ],
    ],
    [
      `${HEADER}2024/25,total,5,600,000\n2025/26,total,6000000,ours\n`,
      [
        'b.csv:2:17 found \'600\' where there is no heading (5 cells, 3 headings); put amounts with commas in quotes, like "5,600,000"',
        'b.csv:3:23 found \'ours\' where there is no heading (4 cells, 3 headings); put amounts with commas in quotes, like "22,000,000"',
      ],
    ],
    [
      'financial_year,line,amount,note\n2024/25,ifa,5,600\n',
      [
        'b.csv:2:13 amount: could be one amount or several; put amounts with commas in quotes, like "5,600", and write small ones with pence, like 5.00',
      ],
    ],
    [
      'line,2024/25,2025/26,2026/27\nifa,1,300,000\n',
      [
        'b.csv:2:5 2024/25: could be one amount or several; put amounts with commas in quotes, like "1,300,000", and write small ones with pence, like 5.00',
      ],
    ],
    [
      'line,2024/25,2025/26\nifa,5,\nFostering,,\n',
      [
        'b.csv:2:7 2025/26: is empty; leave the row out, or write 0',
        'b.csv:3:1 has no amounts; leave the row out, or write 0',
      ],
    ],
    [
      `${HEADER}FY25,,(5)\n2024/25,ifa,-1\n2024/25,ifa,"1,00"\n2025/26,ifa, - \n2026/27,ifa\nTotal,,9\n`,
      [
        "b.csv:2:1 financial_year: found 'FY25'; must be a financial year like 2017/18; write 2024/25 or 2025/26, whichever is meant",
        'b.csv:2:6 line: is empty; must be a line of the cost, like a placement or total',
        `b.csv:2:7 amount: found '(5)'; must be £ from 0 up, like 22000000 or "22,000,000"; an amount below 0 is no budget`,
        `b.csv:3:13 amount: found '-1'; must be £ from 0 up, like 22000000 or "22,000,000"; an amount below 0 is no budget`,
        `b.csv:4:13 amount: found '1,00'; must be £ from 0 up, like 22000000 or "22,000,000"`,
        "b.csv:5:13 amount: found '-'; leave the row out, or write 0",
        'b.csv:6:9 amount: is empty; leave the row out, or write 0',
        "b.csv:7:1 financial_year: found 'Total'; must be a financial year like 2017/18",
        'b.csv:7:7 line: is empty; must be a line of the cost, like a placement or total; leave a row of totals out',
      ],
    ],
    [
      `${HEADER}2024/25,ifa,5\n2025/26,ifa,5\n2024-25,Agency foster carers,6\n2024/25,grand total,1\n2024/25,IFA (agency),2\n`,
      [
        'b.csv:4:30 has ifa in 2024/25 again; line 2 has it',
        `b.csv:5:9 line: 'grand total' is not a line of the cost (${LINES}); did you mean total?`,
        `b.csv:6:9 line: 'IFA (agency)' is not a line of the cost (${LINES}); did you mean ifa?`,
      ],
    ],
    [
      `${HEADER}2024/25,ifa,5\n2024/25,kinship,6.5\n2024/25,Total,11.5\n`,
      [
        'b.csv:4:15 total: is the sum of the other lines of 2024/25 in the file, and the total of the results has inHouseFoster, externalResidential, supported, allowance:specialGuardianship, after_care:stayingPut besides; leave the row out, or add rows for these, with 0 where there is nothing',
      ],
    ],
    [
      'statistic,line,unit,2024/25\nMean,ifa,£,5\nP90,ifa,£,6\n',
      ["b.csv:1:1 statistic: has 'Mean', 'P90'; keep the rows of one of them"],
    ],
    [
      'statistic,line,unit,2024/25\nMean,ifa,£,5\nMean,gross,£,7\n',
      [`b.csv:3:6 line: 'gross' is not a line of the cost (${LINES})`],
    ],
    [
      'line,unit,2024/25\nifa,£,5\nkinship,children,6\nsupported,£000,7\n',
      [
        "b.csv:3:9 unit: found 'children'; a budget is in £: leave the row out",
        "b.csv:4:11 unit: found '£000'; a budget is in £: leave the row out",
      ],
    ],
    [
      `${HEADER}2018/19,ifa,5\n2034/35,total,5\n`,
      [
        'b.csv:2:9 budgets.ifa.perFinancialYear: no year of it is simulated; the financial years are 2024/25 to 2026/27',
        'b.csv:3:9 budgets.total.perFinancialYear: no year of it is simulated; the financial years are 2024/25 to 2026/27',
      ],
    ],
    [
      `${HEADER}2024/25,ifa,900000000000\n`,
      ["b.csv:2:13 amount: found '900000000000'; must be £ from 0 to 100000000000"],
    ],
  ])('is refused with its lines: %j', async (text, problems) => {
    expect((await problemsOf(text)).sort()).toEqual([...problems].sort())
  })

  it('is refused as a result of part of a year, where a budget is that of the whole year', async () => {
    const [end] = SMALLSHIRE.match(/^end: .*$/m)!
    const text = 'statistic,line,unit,2024/25,2025/26\nMean,ifa,£,5,6\n'
    expect(await problemsOf(text, SMALLSHIRE.replace(end, 'end: 2025-09-30'))).toEqual([
      'b.csv:2:14 is a result for part of 2025/26, and a budget is that of the whole year; state that',
    ])
  })

  it('has its problems told with those of the scenario, and knows lines where that can be put right', async () => {
    const text = `${HEADER}2024/25,Agency foster carers,5\n2024/25,x,\n`
    expect(await problemsOf(text, SMALLSHIRE.replace('\nend:', '\nende:'))).toEqual([
      expect.stringMatching(/^small\.yaml:\d+:1 ende: is not a known key; did you mean end\?/),
      `b.csv:3:9 line: 'x' is not a line of the cost (${LINES})`,
      'b.csv:3:11 amount: is empty; leave the row out, or write 0',
    ])
  })

  it('names both lines that one label is of', async () => {
    const scenario = SMALLSHIRE.replace('label: Agency foster carers', 'label: Kinship')
    const [problem] = await problemsOf(`${HEADER}2024/25,KINSHIP,5\n`, scenario)
    expect(problem).toBe("b.csv:2:9 line: 'KINSHIP' could be kinship or ifa; write which")
  })

  it('is refused where the scenario has a budget of that name', async () => {
    const scenario = `${SMALLSHIRE}\nbudgets: { ifa: { label: Ours, placements: 9, assumed: a test } }\n`
    expect(await problemsOf(`${HEADER}2024/25,ifa,5\n`, scenario)).toEqual([
      "b.csv:2:9 the scenario has a budget 'ifa' of its own; take it out of one of the two",
    ])
  })

  it('is refused in another encoding than UTF-8', async () => {
    const latin = Buffer.from(`${HEADER}2024/25,ifa,£5\n`, 'latin1')
    expect(await problemsOf(latin)).toEqual(['b.csv is not in UTF-8; save it again with that encoding'])
    const wide = Buffer.from(`${HEADER}2024/25,ifa,£5\n`, 'utf16le')
    expect(await problemsOf(wide)).toEqual(['b.csv is not a text file; a budget is CSV, saved as UTF-8'])
  })
})

it('parseBudgetFile gives the same hash for the same text', () => {
  const [one, other, changed] = ['5', '5', '6'].map((amount) =>
    parseBudgetFile(`${HEADER}2024/25,ifa,${amount}\n`, 'b.csv'),
  )
  expect(one.sha256).toBe(other.sha256)
  expect(one.sha256).not.toBe(changed.sha256)
})
