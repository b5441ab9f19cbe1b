// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument, goldenRuns } from './fitted-document.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 807345,
        "children": 800,
        "digest": "018de6484744a7a7",
        "entries": 970,
        "exits": 850,
        "moves": 1256,
      },
      {
        "careDays": 794009,
        "children": 810,
        "digest": "bfaa0adbb09476d6",
        "entries": 973,
        "exits": 843,
        "moves": 1217,
      },
      {
        "careDays": 791574,
        "children": 782,
        "digest": "da775b4c30990886",
        "entries": 932,
        "exits": 830,
        "moves": 1241,
      },
    ]
  `)
})
