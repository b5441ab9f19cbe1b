// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2018 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2018')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 379011,
        "children": 366,
        "digest": "3ddfa51527e5afa6",
        "entries": 366,
        "exits": 313,
        "moves": 374,
      },
      {
        "careDays": 335596,
        "children": 323,
        "digest": "643d84fb1c295a4d",
        "entries": 275,
        "exits": 265,
        "moves": 316,
      },
      {
        "careDays": 389016,
        "children": 418,
        "digest": "c4e7f76504fda84a",
        "entries": 405,
        "exits": 300,
        "moves": 395,
      },
    ]
  `)
})
