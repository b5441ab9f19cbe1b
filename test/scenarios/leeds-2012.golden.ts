// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Leeds of 2012 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('leeds-2012')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 1565423,
        "children": 1453,
        "digest": "c2c0fbf7de00ad50",
        "entries": 1259,
        "exits": 1206,
        "moves": 2134,
      },
      {
        "careDays": 1473077,
        "children": 1353,
        "digest": "712ed43398ebba12",
        "entries": 1104,
        "exits": 1151,
        "moves": 1889,
      },
      {
        "careDays": 1599841,
        "children": 1568,
        "digest": "f7ff622bc79cd386",
        "entries": 1413,
        "exits": 1245,
        "moves": 2261,
      },
    ]
  `)
})
