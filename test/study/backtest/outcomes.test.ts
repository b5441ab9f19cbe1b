import { describe, expect, test } from 'vitest'
import type { SettledCouncil } from '../../../src/study/backtest/backtest.ts'
import { encodeOutcomes, outcomesInWords } from '../../../src/study/backtest/outcomes.ts'

/** A council of 100 children whose 80 % interval is 90 to 110, and what happened to it. */
function council(outcome: number, more: Partial<SettledCouncil> = {}): SettledCouncil {
  const covered80 = outcome >= 90 && outcome <= 110 ? 1 : 0
  const carecast = { mean: 100.26, quantiles: [85, 90, 95, 100, 105, 107, 110, 115], scores: { covered80 } }
  return {
    ...{ origin: 2016, target: 2017, code: 'E1', authority: 'Smallshire', lastValue: 98, outcome },
    forecasts: { carecast },
    ...more,
  } as unknown as SettledCouncil
}

describe('the outcomes of a backtest', () => {
  test('are sentences in children where one council was asked for', () => {
    expect(outcomesInWords([council(104), council(111, { target: 2018 })])).toEqual([
      'Smallshire, from March 2016 to March 2017: 98 children at the start, 100 forecast (80 % prediction interval 90 to 110), 104 in fact: within the interval.',
      'Smallshire, from March 2016 to March 2018: 98 children at the start, 100 forecast (80 % prediction interval 90 to 110), 111 in fact: above the interval.',
    ])
    expect(outcomesInWords([council(89)])[0]).toContain('89 in fact: below the interval.')
    expect(outcomesInWords([council(104), council(104, { code: 'E2' })])).toEqual([])
  })

  test('are a row each of backtest.csv', () => {
    const lines = new TextDecoder()
      .decode(encodeOutcomes([council(104), council(111)]))
      .trim()
      .split('\r\n')
    expect(lines).toEqual([
      'authority,code,origin,target,last_value,outcome,mean,q10,q50,q80,q90,outcome_in_80_percent_interval',
      'Smallshire,E1,2016,2017,98,104,100.3,90,100,107,110,yes',
      'Smallshire,E1,2016,2017,98,111,100.3,90,100,107,110,no',
    ])
  })
})
