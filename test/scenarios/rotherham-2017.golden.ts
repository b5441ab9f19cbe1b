// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 844421,
        "children": 562,
        "digest": "fbfef9d2b23c6f1b",
        "entries": 1192,
        "exits": 1118,
        "moves": 1424,
      },
      {
        "careDays": 766242,
        "children": 547,
        "digest": "bcf9c4b5a5c9e833",
        "entries": 972,
        "exits": 913,
        "moves": 1286,
      },
      {
        "careDays": 905662,
        "children": 670,
        "digest": "8fd0c45491616647",
        "entries": 1295,
        "exits": 1113,
        "moves": 1546,
      },
    ]
  `)
})
