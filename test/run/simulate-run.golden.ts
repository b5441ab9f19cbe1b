// Bits that must not drift: a change here is a change of every result, made only on purpose and told in the CHANGELOG.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { yardstickScenario } from '../../bench/yardstick-scenario.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { measured, runMany } from './run-many.ts'

test('simulateRun gives the yardstick the same whole numbers as ever', () => {
  const runs = runMany(
    compileModel(yardstickScenario()),
    3,
    (row, layout) => ({
      children: measured(row, layout, 'children', layout.months - 1),
      careDays: measured(row, layout, 'care_days'),
      entries: measured(row, layout, 'entries'),
      exits: measured(row, layout, 'exits'),
      moves: measured(row, layout, 'moves'),
      overPlaces: measured(row, layout, 'over_places'),
      digest: createHash('sha256')
        .update(Int32Array.from(row).map((value) => value))
        .digest('hex')
        .slice(0, 16),
    }),
    'golden',
  )
  expect(runs).toMatchInlineSnapshot(`
    [
      {
        "careDays": 1322527,
        "children": 752,
        "digest": "cf598ada5d63240f",
        "entries": 1563,
        "exits": 1491,
        "moves": 587,
        "overPlaces": 12,
      },
      {
        "careDays": 1327493,
        "children": 832,
        "digest": "920ee4fe8f4a2660",
        "entries": 1613,
        "exits": 1461,
        "moves": 645,
        "overPlaces": 38,
      },
      {
        "careDays": 1378136,
        "children": 820,
        "digest": "27fc83830000b28b",
        "entries": 1562,
        "exits": 1422,
        "moves": 616,
        "overPlaces": 64,
      },
    ]
  `)
})
