// What charts of packages, budgets, claims and drivers are made from: Smallshire and what a test puts over it.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ForecastRequest } from '../../../src/forecast/request.ts'
import type { ReportSource } from '../../../src/report/report-source.ts'
import { simulatedSource } from '../simulated-source.ts'

const BUDGETS = `financial_year,line,amount
2024/25,total,4500000
2025/26,total,5000000
2026/27,total,6000000
2025/26,ifa,1700000
`

/** A year of Smallshire in which one intervention makes agencies cheaper in every run. */
export const ONE_YEAR = {
  scenario: 'smallshire',
  text: `end: 2025-03-31
interventions:
  cheaper-agencies:
    label: Cheaper agencies
    start: { date: 2024-06-01 }
    saving: cashable
    effects:
      - changePrice: { placements: [ifa], percent: -0.1, assumed: a test }
packages:
  cheaper: { label: Cheaper agencies, interventions: [cheaper-agencies] }
`,
  budgets: 'financial_year,line,amount\n2024/25,total,4500000\n',
}

/** Simulates a few runs of a scenario that extends another by some lines of YAML, with budgets, by chance only. */
export async function packageSource({
  scenario = 'smallshire-packages',
  text = '',
  budgets = BUDGETS,
  ...more
}: Partial<ForecastRequest> & { text?: string; budgets?: string } = {}): Promise<ReportSource> {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-packages-'))
  try {
    const path = join(folder, 'scenario.yaml')
    await writeFile(path, `extends: ${resolve(`scenarios/${scenario}.yaml`)}\nname: A test\n${text}`)
    await writeFile(join(folder, 'budgets.csv'), budgets)
    const budgetFile = join(folder, 'budgets.csv')
    return await simulatedSource({
      scenario: path,
      ...(budgets && { budgetFile }),
      chanceOnly: true,
      runs: 24,
      ...more,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
