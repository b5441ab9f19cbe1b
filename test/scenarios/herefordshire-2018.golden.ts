// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2018 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2018')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 379746,
        "children": 363,
        "digest": "1d95357474d1978d",
        "entries": 364,
        "exits": 314,
        "moves": 382,
      },
      {
        "careDays": 335839,
        "children": 320,
        "digest": "f6866027c653ffb2",
        "entries": 277,
        "exits": 270,
        "moves": 322,
      },
      {
        "careDays": 385060,
        "children": 400,
        "digest": "ae0148e8f13795bb",
        "entries": 407,
        "exits": 320,
        "moves": 390,
      },
    ]
  `)
})
