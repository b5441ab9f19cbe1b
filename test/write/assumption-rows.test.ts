import { expect, test } from 'vitest'
import { assumptionRows } from '../../src/write/assumption-rows.ts'

test('assumptionRows names the intervention that a figure is of, though it speaks of a placement', () => {
  const figure = (path: string) => ({ path, value: 1, kind: 'assumed' as const, text: 'invented' })
  const scenario = {
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
