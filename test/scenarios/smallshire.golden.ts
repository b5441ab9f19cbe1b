// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Smallshire gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('smallshire')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 131845,
        "children": 123,
        "digest": "c1d8efc9a32da0a0",
        "entries": 164,
        "exits": 141,
        "moves": 271,
      },
      {
        "careDays": 108418,
        "children": 106,
        "digest": "9be48b7eb727af7d",
        "entries": 119,
        "exits": 113,
        "moves": 261,
      },
      {
        "careDays": 115274,
        "children": 123,
        "digest": "38a9aa5d27637bb2",
        "entries": 138,
        "exits": 115,
        "moves": 273,
      },
    ]
  `)
})
