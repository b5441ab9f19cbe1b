// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Worcestershire 2015, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('worcestershire-2015')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 799819,
        "children": 795,
        "digest": "deef8c853b9bef8a",
        "entries": 997,
        "exits": 882,
        "moves": 1158,
      },
      {
        "careDays": 739536,
        "children": 738,
        "digest": "88232e4fffd26acf",
        "entries": 786,
        "exits": 728,
        "moves": 1140,
      },
      {
        "careDays": 870570,
        "children": 914,
        "digest": "17c20974a493cfa6",
        "entries": 1126,
        "exits": 892,
        "moves": 1242,
      },
    ]
  `)
})
