// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Leeds of 2012 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('leeds-2012')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 1552719,
        "children": 1422,
        "digest": "8e55a6c48a7a7865",
        "entries": 1263,
        "exits": 1241,
        "moves": 2105,
      },
      {
        "careDays": 1443758,
        "children": 1302,
        "digest": "46b5ba7910a3d0b4",
        "entries": 1024,
        "exits": 1122,
        "moves": 1943,
      },
      {
        "careDays": 1619677,
        "children": 1580,
        "digest": "e7361c441a438715",
        "entries": 1388,
        "exits": 1208,
        "moves": 2279,
      },
    ]
  `)
})
