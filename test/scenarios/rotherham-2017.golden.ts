// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument, goldenRuns } from './fitted-document.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 844433,
        "children": 579,
        "digest": "cb9185de6764e04d",
        "entries": 1124,
        "exits": 1033,
        "moves": 1418,
      },
      {
        "careDays": 815751,
        "children": 577,
        "digest": "4caa3714e6c84e81",
        "entries": 1150,
        "exits": 1061,
        "moves": 1392,
      },
      {
        "careDays": 786824,
        "children": 547,
        "digest": "0d1b6cea5ff76c46",
        "entries": 1067,
        "exits": 1008,
        "moves": 1276,
      },
    ]
  `)
})
