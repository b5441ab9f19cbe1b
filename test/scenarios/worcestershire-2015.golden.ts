// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 796798,
        "children": 791,
        "digest": "f3d0655efdd7b70f",
        "entries": 993,
        "exits": 882,
        "moves": 1173,
      },
      {
        "careDays": 731251,
        "children": 726,
        "digest": "9f7e924bfc3bc0c7",
        "entries": 789,
        "exits": 743,
        "moves": 1121,
      },
      {
        "careDays": 873240,
        "children": 916,
        "digest": "b834a31f70649e62",
        "entries": 1134,
        "exits": 898,
        "moves": 1277,
      },
    ]
  `)
})
