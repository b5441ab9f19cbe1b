// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2021 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2021')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 653819,
        "children": 417,
        "digest": "8be66086effa3d47",
        "entries": 634,
        "exits": 537,
        "moves": 771,
      },
      {
        "careDays": 554836,
        "children": 307,
        "digest": "f7c75979dd0e2516",
        "entries": 466,
        "exits": 479,
        "moves": 585,
      },
      {
        "careDays": 716307,
        "children": 451,
        "digest": "990391a029690f07",
        "entries": 655,
        "exits": 524,
        "moves": 755,
      },
    ]
  `)
})
