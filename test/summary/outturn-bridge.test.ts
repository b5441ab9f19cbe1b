import { expect, test } from 'vitest'
import type { Outturn } from '../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../src/model/axes.ts'
import { type RunTable, rowLayout } from '../../src/run/run-row.ts'
import { bridgeFromOutturn } from '../../src/summary/outturn-bridge.ts'
import { simpleScenario } from '../simple-scenario.ts'

/** Three months of 2020/21 and the whole of 2021/22; a day costs £1 in foster care and £10 in a home. */
const scenario = simpleScenario({
  start: '2020-12-31',
  end: '2022-03-31',
  upliftPerYear: 0.1,
  placements: {
    foster: { label: 'Foster care', weeklyPrice: 7 },
    residential: { label: 'Homes', weeklyPrice: 70 },
  },
})

/** Two runs, of 900 and 1,100 days in foster care and 50 and 70 in homes, in April 2021; nothing else counts. */
function table(): RunTable {
  const axes = axesOf(scenario)
  const layout = rowLayout(axes)
  const rows = new Int32Array(layout.length * 2)
  ;[
    [900, 50],
    [1100, 70],
  ].forEach((days, run) => {
    const at = run * layout.length
    const april = layout.offset.care_days + axes.months.indexOf('2021-04') * layout.placements
    rows[at + layout.offset.care_days] = 5_000
    days.forEach((count, placement) => {
      rows[at + april + placement] = count
    })
    for (let year = 0; year < 2; year++) rows.set([700, 7_000], at + layout.weeklyPence + year * 2)
  })
  return { axes, layout, runs: 2, rows }
}

const bridgeOf = (outturn: Outturn) => bridgeFromOutturn({ ...scenario, outturn }, table())!

test('bridgeFromOutturn leads to the mean of the first whole year, past a part year', () => {
  const bridge = bridgeOf({ financialYear: '2019/20', amount: 1000, careDays: 800 })
  expect(bridge.from).toEqual({ financial_year: '2019/20', amount: 1000 })
  expect(bridge.to).toEqual({ financial_year: '2021/22', amount: 1600, mc_error: expect.closeTo(200, 9) })
  // Two uplifts of 10 %, then 1,060 days for 800 at £1,210, and what is left.
  expect(bridge.parts).toEqual([
    { part: 'prices', amount: 210 },
    { part: 'number', amount: 393.25 },
    { part: 'mix', amount: -3.25 },
  ])
  expect(bridge.lines).toEqual(['foster', 'residential'])
})

test('bridgeFromOutturn takes cost and days of care of the lines that the outturn is for', () => {
  const bridge = bridgeOf({ financialYear: '2020/21', amount: 500, careDays: 50, lines: ['residential'] })
  expect(bridge.to.amount).toBe(600)
  expect(bridge.parts.map(({ amount }) => amount)).toEqual([50, 110, -60])
})

test('bridgeFromOutturn takes all days of care for the total', () => {
  const bridge = bridgeOf({ financialYear: '2020/21', amount: 1000, careDays: 1060, lines: ['total'] })
  expect(bridge.parts[1]).toEqual({ part: 'number', amount: 0 })
})

test('bridgeFromOutturn is undefined where the scenario has no outturn', () => {
  expect(bridgeFromOutturn(scenario, table())).toBeUndefined()
})
