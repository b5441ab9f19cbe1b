// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2018 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2018')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 367041,
        "children": 339,
        "digest": "f033045b54c29570",
        "entries": 353,
        "exits": 327,
        "moves": 335,
      },
      {
        "careDays": 345144,
        "children": 329,
        "digest": "4b2a336dafad4131",
        "entries": 286,
        "exits": 270,
        "moves": 348,
      },
      {
        "careDays": 380920,
        "children": 400,
        "digest": "48fc5f49e8a8d12f",
        "entries": 381,
        "exits": 294,
        "moves": 370,
      },
    ]
  `)
})
