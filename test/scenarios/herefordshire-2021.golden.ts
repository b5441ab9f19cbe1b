// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2021 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2021')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 639576,
        "children": 381,
        "digest": "c17381e2056d998f",
        "entries": 603,
        "exits": 542,
        "moves": 659,
      },
      {
        "careDays": 570960,
        "children": 326,
        "digest": "f1a2225180725961",
        "entries": 473,
        "exits": 467,
        "moves": 654,
      },
      {
        "careDays": 667756,
        "children": 422,
        "digest": "ae322e8ae286c826",
        "entries": 635,
        "exits": 533,
        "moves": 684,
      },
    ]
  `)
})
