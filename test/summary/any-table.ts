// Arbitrary tables of runs, for laws that hold for all of them.
import fc from 'fast-check'
import type { Axes } from '../../src/model/axes.ts'
import type { RunTable } from '../../src/run/run-row.ts'
import { emptyTable } from './small-table.ts'

function axesOfSize(placements: number, months: number): Axes {
  const yearOfMonth = Array.from({ length: months }, (_, month) => Math.floor((month + 7) / 12))
  const years = Array.from({ length: yearOfMonth.at(-1)! + 1 }, (_, year) => `${2017 + year}/${18 + year}`)
  return {
    startDay: 0,
    days: months * 30,
    placements: Array.from({ length: placements }, (_, index) => `placement${index}`),
    placementLabels: Array.from({ length: placements }, (_, index) => `Placement ${index}`),
    carerPlacements: [],
    reasons: ['adoption', 'turned18'],
    months: Array.from({ length: months }, (_, month) => `month ${month}`),
    monthEnd: Array.from({ length: months }, (_, month) => (month + 1) * 30),
    years,
    yearOfMonth,
    yearEnd: years.map((_, year) => (yearOfMonth.lastIndexOf(year) + 1) * 30),
    payments: [],
    spreadPlacements: [],
    fixedPlacements: [],
    ledgerLines: [],
    deflators: years.map(() => 1),
    priceBase: '2017/18',
    hasReentry: false,
    interventions: [],
    gates: [],
  }
}

/** Tables of 1 to 40 runs, 1 to 14 months and 1 to 3 placements, whose yearly costs stay below 2^53. */
export const anyTable: fc.Arbitrary<RunTable> = fc
  .record({ placements: fc.integer({ min: 1, max: 3 }), months: fc.integer({ min: 1, max: 14 }) })
  .chain(({ placements, months }) => {
    const axes = axesOfSize(placements, months)
    const prices = axes.years.length * placements
    return fc
      .record({
        runs: fc.integer({ min: 1, max: 40 }),
        largest: fc.constantFrom(1, 30, 6_000_000),
        weeklyPence: fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
          minLength: prices,
          maxLength: prices,
        }),
        seed: fc.integer(),
      })
      .map(({ runs, largest, weeklyPence, seed }) => {
        const table = emptyTable(runs, axes, Float64Array.from(weeklyPence))
        const { layout, rows } = table
        for (let run = 0; run < runs; run++)
          rows.set(countsUpTo(largest, seed + run, layout.weeklyPence), run * layout.length)
        return table
      })
  })

/** A linear congruential generator (Numerical Recipes): fast-check would need seconds to draw this many counts. */
function countsUpTo(largest: number, seed: number, length: number): Int32Array {
  let state = seed | 0
  return Int32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * (largest + 1))
  })
}
