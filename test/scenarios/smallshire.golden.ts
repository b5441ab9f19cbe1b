// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Smallshire gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('smallshire')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 130304,
        "children": 123,
        "digest": "79a61d94cd63fc05",
        "entries": 164,
        "exits": 141,
        "moves": 275,
      },
      {
        "careDays": 110792,
        "children": 102,
        "digest": "93263da6eface9d6",
        "entries": 119,
        "exits": 117,
        "moves": 232,
      },
      {
        "careDays": 118416,
        "children": 138,
        "digest": "a877b4a4a484e2ec",
        "entries": 165,
        "exits": 127,
        "moves": 247,
      },
    ]
  `)
})
