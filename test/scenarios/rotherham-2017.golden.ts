// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 835743,
        "children": 571,
        "digest": "5eea891c0d51dfdd",
        "entries": 1143,
        "exits": 1060,
        "moves": 1412,
      },
      {
        "careDays": 769890,
        "children": 563,
        "digest": "5cd67f20c5f87ceb",
        "entries": 972,
        "exits": 897,
        "moves": 1244,
      },
      {
        "careDays": 888309,
        "children": 661,
        "digest": "bc62ffc667ddc03e",
        "entries": 1272,
        "exits": 1099,
        "moves": 1449,
      },
    ]
  `)
})
