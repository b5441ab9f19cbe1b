import { expect, test } from 'vitest'
import { outcomesInWords } from '../../src/words/outcomes-in-words.ts'

test('outcomesInWords says where a count fell, and whether within the 80 % interval, with each package under it', () => {
  const of = { on: '2018-03-31', children: 619, q50: 520 }
  const outcomes = [
    { ...of, variant: 'baseline', rank: 0.98, q10: 450, q90: 590 },
    { ...of, variant: 'plan', rank: 0.5, q10: 440, q90: 650 },
  ]
  expect(outcomesInWords(outcomes, [{ key: 'plan', label: 'The plan' }])).toEqual([
    'What happened, among the runs (nothing is fitted to it):',
    '- 619 children on 31 Mar 2018: rank 98.0 of 100, above the 80 % interval (450 to 590)',
    "  with 'The plan': rank 50.0 of 100, within the 80 % interval (440 to 650)",
  ])
  expect(outcomesInWords([])).toEqual([])
})
