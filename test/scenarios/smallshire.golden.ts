// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Smallshire gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('smallshire')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 118465,
        "children": 112,
        "digest": "05643706c65960e5",
        "entries": 139,
        "exits": 127,
        "moves": 275,
      },
      {
        "careDays": 107311,
        "children": 99,
        "digest": "230b7ec0b0102dfb",
        "entries": 113,
        "exits": 114,
        "moves": 219,
      },
      {
        "careDays": 116770,
        "children": 131,
        "digest": "d9581c7f017df408",
        "entries": 147,
        "exits": 116,
        "moves": 248,
      },
    ]
  `)
})
