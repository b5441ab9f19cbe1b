// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Leeds of 2012 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('leeds-2012')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 1551473,
        "children": 1420,
        "digest": "4383b846a10bbd74",
        "entries": 1261,
        "exits": 1241,
        "moves": 2108,
      },
      {
        "careDays": 1443758,
        "children": 1302,
        "digest": "0c787998735e9a99",
        "entries": 1024,
        "exits": 1122,
        "moves": 1943,
      },
      {
        "careDays": 1620287,
        "children": 1581,
        "digest": "7f011816f5ef07d3",
        "entries": 1387,
        "exits": 1206,
        "moves": 2277,
      },
    ]
  `)
})
