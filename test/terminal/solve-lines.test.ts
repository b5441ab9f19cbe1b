import { expect, test } from 'vitest'
import type { SolveAnswer } from '../../src/result/solved.ts'
import { solveWarnings } from '../../src/result/warnings/solve-warnings.ts'
import { solveInWords } from '../../src/terminal/solve-lines.ts'

const QUESTION = { path: 'team.prevents', target: 'plan:p_saves>=0.8', between: [0, 8] as [number, number] }
const ANSWER: SolveAnswer = {
  solution: 6,
  meetsFrom: 'up',
  interval: { low: 5.52, high: 6.48, level: 0.8, includes: 'Monte Carlo error only' },
  isMonotone: true,
  steps: [
    { value: 0, measure: 0, mc_error: 0, holds: false },
    { value: 8, measure: 0.9134, mc_error: 0.0123, holds: true },
    { value: 4, measure: 0.61, mc_error: 0.0234, holds: false },
    { value: 6, measure: 0.8012, mc_error: 0.0181, holds: true },
    { value: 5.5, measure: 0.7512, mc_error: 0.0192, holds: false },
  ],
}
const STYLE = { columns: 80, unicode: true, colour: false }

test('a search is told as a table of its steps and a sentence with how sure it is', () => {
  expect(solveInWords({ ...QUESTION, ...ANSWER }, STYLE)).toEqual([
    'Solved: team.prevents for plan:p_saves>=0.8, between 0 and 8',
    'Value   Measure   Error    Target',
    '  0.0     0.000   0.000   not met',
    '  8.0     0.913   0.012       met',
    '  4.0     0.610   0.023   not met',
    '  6.0     0.801   0.018       met',
    '  5.5     0.751   0.019   not met',
    'plan:p_saves>=0.8 holds where team.prevents is 6 or more: there it is 0.801',
    '(error 0.018), at 5.5 it is 0.751. 80 % interval of the value, for the Monte',
    'Carlo error only: 5.52 to 6.48.',
  ])
})

test('a measure in £ is told to the pound', () => {
  const steps = [
    { value: 1, measure: 4_900_123.45, mc_error: 51_234.5, holds: true },
    { value: 2, measure: 5_100_123.45, mc_error: 61_234.5, holds: false },
  ]
  const text = solveInWords({ ...QUESTION, ...ANSWER, solution: 1, steps }, STYLE).join('\n')
  expect(text).toContain('\n    1   4,900,123   51,235       met\n')
})

test('a search says where more runs would find more, and where they are too few for an interval', () => {
  const text = solveInWords(
    {
      ...QUESTION,
      ...ANSWER,
      interval: undefined,
      meetsFrom: 'down',
      steps: ANSWER.steps.toSpliced(4, 1, { value: 6.5, measure: 0.799, mc_error: 0.018, holds: false }),
    },
    STYLE,
  ).join(' ')
  expect(text).toContain('is 6 or less')
  expect(text).toContain('There are too few runs to say how sure the value is.')
  expect(text).toContain('The last two differ by less than their error: more runs would tell them apart.')
})

test('a warning says that there may be more than one solution', () => {
  expect(solveWarnings()).toEqual([])
  expect(solveWarnings({ ...QUESTION, ...ANSWER })).toEqual([])
  expect(solveWarnings({ ...QUESTION, ...ANSWER, isMonotone: false })).toEqual([
    {
      code: 'solve-not-monotone',
      text: 'plan:p_saves>=0.8 neither rises nor falls all the way while team.prevents goes from 0 to 8, so that there may be more than one solution',
    },
  ])
})
