// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2021 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2021')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 685155,
        "children": 442,
        "digest": "c821cc6f8132a2ef",
        "entries": 628,
        "exits": 506,
        "moves": 706,
      },
      {
        "careDays": 575135,
        "children": 340,
        "digest": "e1ebe2fe50409a09",
        "entries": 483,
        "exits": 463,
        "moves": 614,
      },
      {
        "careDays": 707337,
        "children": 430,
        "digest": "96b86cba7f9552c9",
        "entries": 662,
        "exits": 552,
        "moves": 789,
      },
    ]
  `)
})
