import { expect, test } from 'vitest'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf } from '../smallshire.ts'

const AGES = '    5 to 9: 0.18\n'

test('shares that add up to 1 but for rounding are scaled, and it is said', () => {
  const { scenario, warnings } = parseScenario(changedSmallshire([AGES, '    5 to 9: 0.19\n']), 's.yaml')
  expect(scenario.openingStock.ages['5 to 9']).toBeCloseTo(0.19 / 1.01, 12)
  expect(Object.values(scenario.openingStock.ages).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(warnings).toEqual([
    {
      code: 'scaled-shares',
      text: 'the shares of openingStock.ages sum to 1.01, within rounding, and are scaled to sum to 1',
    },
  ])
})

test('shares that are further off are refused with what to divide them by', () => {
  expect(problemsOf(changedSmallshire([AGES, '    5 to 9: 0.21\n'])).map(([, message]) => message)).toEqual([
    'openingStock.ages: the shares sum to 1.03; they must sum to 1: divide each by 1.03',
  ])
})
