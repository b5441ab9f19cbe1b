// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Smallshire gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('smallshire')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 131042,
        "children": 125,
        "digest": "3f148690ca404e43",
        "entries": 164,
        "exits": 139,
        "moves": 282,
      },
      {
        "careDays": 110792,
        "children": 102,
        "digest": "878e2d1c036c340a",
        "entries": 119,
        "exits": 117,
        "moves": 232,
      },
      {
        "careDays": 118416,
        "children": 138,
        "digest": "2c3746bafca6c5ea",
        "entries": 165,
        "exits": 127,
        "moves": 251,
      },
    ]
  `)
})
