// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Smallshire gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('smallshire')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 128599,
        "children": 109,
        "digest": "0641e51525d1168a",
        "entries": 161,
        "exits": 152,
        "moves": 263,
      },
      {
        "careDays": 109058,
        "children": 99,
        "digest": "2a19b39b63054c5d",
        "entries": 114,
        "exits": 115,
        "moves": 241,
      },
      {
        "careDays": 118556,
        "children": 134,
        "digest": "e65498ad1bd2e64d",
        "entries": 161,
        "exits": 127,
        "moves": 248,
      },
    ]
  `)
})
