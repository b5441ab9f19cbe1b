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
        "careDays": 1313274,
        "children": 752,
        "digest": "9f3cfa2e589d2d53",
        "entries": 1563,
        "exits": 1491,
        "moves": 561,
        "overPlaces": 66,
      },
      {
        "careDays": 1321280,
        "children": 809,
        "digest": "d1e224b8db12110c",
        "entries": 1613,
        "exits": 1484,
        "moves": 629,
        "overPlaces": 38,
      },
      {
        "careDays": 1359022,
        "children": 811,
        "digest": "72b70f64d4ab7653",
        "entries": 1562,
        "exits": 1431,
        "moves": 593,
        "overPlaces": 70,
      },
    ]
  `)
})
