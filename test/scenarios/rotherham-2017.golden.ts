// Bits that must not drift: a change here is a change of the forecast or of the fit, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Rotherham 2017, fitted, gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('rotherham-2017')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 844526,
        "children": 558,
        "digest": "ed55fbcbf787fe85",
        "entries": 1190,
        "exits": 1120,
        "moves": 1423,
      },
      {
        "careDays": 767121,
        "children": 547,
        "digest": "7e504281221811aa",
        "entries": 975,
        "exits": 916,
        "moves": 1286,
      },
      {
        "careDays": 906089,
        "children": 671,
        "digest": "074ee5a54ee76f79",
        "entries": 1290,
        "exits": 1107,
        "moves": 1551,
      },
    ]
  `)
})
