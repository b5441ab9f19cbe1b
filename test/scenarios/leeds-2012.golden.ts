// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Leeds of 2012 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('leeds-2012')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 1550694,
        "children": 1420,
        "digest": "ad898ee89ccbeec0",
        "entries": 1263,
        "exits": 1243,
        "moves": 2115,
      },
      {
        "careDays": 1450211,
        "children": 1307,
        "digest": "7c6b15c341b19eb0",
        "entries": 1042,
        "exits": 1135,
        "moves": 1907,
      },
      {
        "careDays": 1604256,
        "children": 1587,
        "digest": "78d5e08679bc3e86",
        "entries": 1447,
        "exits": 1260,
        "moves": 2329,
      },
    ]
  `)
})
