// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument, goldenRuns } from './fitted-document.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 805893,
        "children": 813,
        "digest": "d4dcc9bcd5ae5333",
        "entries": 966,
        "exits": 833,
        "moves": 1205,
      },
      {
        "careDays": 794333,
        "children": 789,
        "digest": "6e6a712addee7d83",
        "entries": 968,
        "exits": 859,
        "moves": 1332,
      },
      {
        "careDays": 786252,
        "children": 779,
        "digest": "d747edf2244c5356",
        "entries": 939,
        "exits": 840,
        "moves": 1204,
      },
    ]
  `)
})
