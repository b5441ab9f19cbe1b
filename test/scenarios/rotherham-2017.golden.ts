// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument, goldenRuns } from './fitted-document.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 839462,
        "children": 589,
        "digest": "e2650723ce81e068",
        "entries": 1115,
        "exits": 1014,
        "moves": 1396,
      },
      {
        "careDays": 815811,
        "children": 566,
        "digest": "1cff357e36c3db24",
        "entries": 1137,
        "exits": 1059,
        "moves": 1405,
      },
      {
        "careDays": 805579,
        "children": 576,
        "digest": "1bbc88ce11fa39c0",
        "entries": 1075,
        "exits": 987,
        "moves": 1346,
      },
    ]
  `)
})
