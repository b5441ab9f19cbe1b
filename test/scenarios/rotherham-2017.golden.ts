// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 870641,
        "children": 608,
        "digest": "5eb6c5d262e30f13",
        "entries": 1187,
        "exits": 1067,
        "moves": 1434,
      },
      {
        "careDays": 747704,
        "children": 555,
        "digest": "1606c290075c00ed",
        "entries": 987,
        "exits": 920,
        "moves": 1218,
      },
      {
        "careDays": 883956,
        "children": 661,
        "digest": "f6d24c2b90c097f6",
        "entries": 1270,
        "exits": 1097,
        "moves": 1498,
      },
    ]
  `)
})
