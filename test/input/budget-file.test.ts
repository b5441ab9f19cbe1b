import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseBudgetFile } from '../../src/input/budget-file.ts'
import { InputError } from '../../src/input/input-error.ts'
import { readScenario } from '../../src/input/scenario-reader.ts'
import { SMALLSHIRE } from './smallshire.ts'

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
    ['', ['b.csv is empty; its first row must be financial_year,line,amount']],
    [
      'year,line,amuont\n',
      [
        'b.csv:1 has no column financial_year; the first row must name financial_year, line, amount; rename year',
        'b.csv:1 has no column amount; the first row must name financial_year, line, amount; rename amuont',
      ],
    ],
    [HEADER, ['b.csv:1 has no rows under its heading']],
    [
      `${HEADER}2024-25,,(5)\n2024/25,ifa,-1\n2024/25,ifa,"1,00"\n`,
      [
        "b.csv:2 financial_year: found '2024-25'; must be a financial year like 2017/18",
        'b.csv:2 line: is empty; must be a line of the cost, like a placement or total',
        `b.csv:2 amount: found '(5)'; must be £ from 0 up, like 22000000 or "22,000,000"`,
        `b.csv:3 amount: found '-1'; must be £ from 0 up, like 22000000 or "22,000,000"`,
        `b.csv:4 amount: found '1,00'; must be £ from 0 up, like 22000000 or "22,000,000"`,
      ],
    ],
    [
      `${HEADER}2024/25,ifa,5\n2025/26,ifa,5\n2024/25,ifa,6\n`,
      ['b.csv:4 has ifa in 2024/25 again; line 2 has it'],
    ],
    [
      `${HEADER}2024/25,"IFA (agency)",5\n2034/35,ifa,5\n`,
      [
        "b.csv:2 budgets.IFA-agency-.lines.0: 'IFA (agency)' is not a line of the cost (kinship, inHouseFoster, ifa, externalResidential, supported, allowance:specialGuardianship, after_care:stayingPut, total)",
        'b.csv:3 budgets.ifa.perFinancialYear.2034/35: 2034/35 is not simulated; the financial years are 2024/25 to 2026/27',
      ],
    ],
  ])('is refused with its lines: %j', async (text, problems) => {
    expect(await problemsOf(text)).toEqual(problems)
  })

  it('is refused where the scenario has a budget of that name', async () => {
    const scenario = `${SMALLSHIRE}\nbudgets: { ifa: { label: Ours, placements: 9, assumed: a test } }\n`
    expect(await problemsOf(`${HEADER}2024/25,ifa,5\n`, scenario)).toEqual([
      "b.csv:2 the scenario has a budget 'ifa' of its own; take it out of one of the two",
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
