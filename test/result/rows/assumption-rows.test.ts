import { expect, test } from 'vitest'
import { assumptionRows } from '../../../src/result/rows/assumption-rows.ts'

test('assumptionRows names the intervention that a figure is of, though it speaks of a placement', () => {
  const figure = (path: string) => ({ path, value: 1, kind: 'assumed' as const, text: 'invented' })
  const scenario = {
    priceBase: '2023/24',
    placements: { ifa: { label: 'Agency foster carers', weeklyPrice: 900 } },
    interventions: { ifa: { label: 'Fewer agencies', start: { date: '2024-04-01' }, effects: [] } },
  }
  const paths = [
    'interventions.ifa.rampMonths',
    'placements.ifa.weeklyPrice',
    'interventions.other.rampMonths',
  ]
  const rows = assumptionRows(paths.map(figure), [], scenario)
  expect(rows.map(({ label }) => label)).toEqual(['Fewer agencies', 'Agency foster carers', ''])
})

test('assumptionRows says in which prices the money of an intervention is', () => {
  const effects = [{ shiftDemand: { on: 'entries' as const, factor: 0.9 } }]
  const programme = { label: 'It', start: { date: '2024-04-01' }, effects }
  const scenario = {
    priceBase: '2023/24',
    placements: {},
    interventions: {
      team: { ...programme, investment: { perPostYear: 1 } },
      grant: { ...programme, investment: { cash: true, perFinancialYear: { '2024/25': 1 } } },
    },
  }
  const paths = [
    'interventions.team.investment.perPostYear',
    'interventions.team.investment.serves',
    'interventions.grant.investment.perFinancialYear.2024/25',
  ]
  const figures = paths.map((path) => ({ path, value: 1, kind: 'assumed' as const, text: 'invented' }))
  expect(assumptionRows(figures, [], scenario).map(({ label }) => label)).toEqual([
    'It, in prices of 2023/24',
    'It',
    'It, in cash',
  ])
})
