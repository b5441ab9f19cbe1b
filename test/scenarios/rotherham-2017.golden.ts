// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument, goldenRuns } from './fitted-document.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 840613,
        "children": 594,
        "digest": "f001172acf57d7a3",
        "entries": 1115,
        "exits": 1009,
        "moves": 1391,
      },
      {
        "careDays": 815943,
        "children": 565,
        "digest": "8ab60e175d770409",
        "entries": 1137,
        "exits": 1060,
        "moves": 1429,
      },
      {
        "careDays": 813959,
        "children": 582,
        "digest": "c4a70cfebdd7dbc1",
        "entries": 1075,
        "exits": 981,
        "moves": 1345,
      },
    ]
  `)
})
