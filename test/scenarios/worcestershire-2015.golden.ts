// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 801623,
        "children": 809,
        "digest": "5cf063da7fd3b22f",
        "entries": 962,
        "exits": 833,
        "moves": 1233,
      },
      {
        "careDays": 751812,
        "children": 740,
        "digest": "a9ba6210a0ac794a",
        "entries": 808,
        "exits": 748,
        "moves": 1173,
      },
      {
        "careDays": 852759,
        "children": 938,
        "digest": "17e55984352076de",
        "entries": 1112,
        "exits": 854,
        "moves": 1308,
      },
    ]
  `)
})
