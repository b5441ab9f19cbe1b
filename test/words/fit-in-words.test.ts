import { describe, expect, test } from 'vitest'
import type { FittedFact } from '../../src/estimate/fit-facts.ts'
import { fitWarnings } from '../../src/result/warnings/fit-warnings.ts'
import { fitInWords } from '../../src/words/fit-in-words.ts'

const fact = (path: string, feasible: boolean | null): FittedFact => ({
  path,
  period: '2014-04-01..2015-03-31',
  observed: 82,
  fitted: 70.04,
  residual: -11.96,
  standard_error: 0.1,
  mode: feasible === null ? 'shrink' : 'reproduce',
  feasible,
})

describe('fitInWords', () => {
  test('says that all counts were reached, or names those that were not with what was reached', () => {
    expect(fitInWords({ facts: [fact('facts.0.exits', true)], reconciliation: [] })).toEqual([
      'Fitted to 1 count: a replay of their period gives each within 2 %.',
    ])
    expect(
      fitInWords({
        facts: [fact('facts.0.exits', true), fact('facts.0.exitsAt18', false)],
        reconciliation: [],
      }),
    ).toEqual([
      'Fitted to 2 counts, of which 1 could not be reached:',
      '- facts.0.exitsAt18 (2014-04-01..2015-03-31): a replay of the period gives 70.0 where 82 were counted; the counts may contradict each other',
    ])
  })

  test('claims nothing for counts that rates only lean towards', () => {
    expect(fitInWords({ facts: [fact('facts.0.exits', null)], reconciliation: [] })).toEqual([
      'Rates lean towards 1 count, weighted by what a count can tell.',
    ])
    expect(fitWarnings({ facts: [fact('facts.0.exits', null)] })).toEqual([])
  })

  test('names the gap between flows and stocks', () => {
    const reconciliation = [
      { period: '2014-04-01..2015-03-31', change: 45, starts: 312, ceases: 272, gap: 5 },
    ]
    expect(fitInWords({ facts: [fact('facts.0.exits', true)], reconciliation })[1]).toBe(
      'Published flows do not close (1 Apr 2014 to 31 Mar 2015): the number changed by +45, starts less ceases were +40; the forecast leaves out the gap of +5.',
    )
  })
})

describe('fitInWords with a growth', () => {
  const growth = {
    stated: 0.0152,
    factors: [0.95, 0.98],
    entries_per_year: 206.5,
    added_per_year: -11.26,
    children: [437, 444],
    standard_errors: [0.4, 0.5],
  }

  test('says what it does to entries, also where there are no facts', () => {
    const words =
      'Entries are turned until the number of children is expected to grow by 1.5 % a year: in the first year 11.3 fewer than 206.5.'
    expect(fitInWords({ facts: [], reconciliation: [], growth })).toEqual([words])
    expect(fitInWords({ facts: [fact('facts.0.exits', true)], reconciliation: [], growth }).at(-1)).toBe(
      words,
    )
  })

  test('no longer says that the gap between flows and stocks is left out', () => {
    const reconciliation = [{ period: 'a year', change: 22, starts: 212, ceases: 190, gap: 4 }]
    const [, gap] = fitInWords({ facts: [fact('facts.0.exits', null)], reconciliation, growth })
    expect(gap).toMatch(/the expected growth stands for the gap of \+4\.$/)
  })
})
