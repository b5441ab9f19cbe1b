// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 814193,
        "children": 819,
        "digest": "b71edca208bbeae0",
        "entries": 1014,
        "exits": 875,
        "moves": 1196,
      },
      {
        "careDays": 724239,
        "children": 701,
        "digest": "d7e95658426edc8f",
        "entries": 777,
        "exits": 756,
        "moves": 1083,
      },
      {
        "careDays": 848872,
        "children": 906,
        "digest": "65e073e0f0923dd8",
        "entries": 1059,
        "exits": 833,
        "moves": 1293,
      },
    ]
  `)
})
