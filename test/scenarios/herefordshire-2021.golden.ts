// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2021 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2021')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 654398,
        "children": 415,
        "digest": "3f97d9f55711855c",
        "entries": 634,
        "exits": 539,
        "moves": 758,
      },
      {
        "careDays": 562301,
        "children": 316,
        "digest": "c8d4718e7c896965",
        "entries": 464,
        "exits": 468,
        "moves": 585,
      },
      {
        "careDays": 722423,
        "children": 458,
        "digest": "bf60be4988c89e4b",
        "entries": 662,
        "exits": 524,
        "moves": 764,
      },
    ]
  `)
})
