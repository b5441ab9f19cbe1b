// Bits that must not drift: a change here is a change of this result, made only on purpose and told in the CHANGELOG.
import { expect, test } from 'vitest'
import { fittedDocument } from './fitted-document.ts'
import { goldenRuns } from './scenario-file.ts'

test('Herefordshire of 2018 gives the same whole numbers as ever', async () => {
  const { fit } = await fittedDocument('herefordshire-2018')
  expect(goldenRuns(fit.scenario)).toMatchInlineSnapshot(`
    [
      {
        "careDays": 376219,
        "children": 360,
        "digest": "458a6482ac099707",
        "entries": 360,
        "exits": 313,
        "moves": 337,
      },
      {
        "careDays": 341129,
        "children": 321,
        "digest": "e87bfbf4b019e800",
        "entries": 283,
        "exits": 275,
        "moves": 343,
      },
      {
        "careDays": 389594,
        "children": 391,
        "digest": "e53cfc84bdad2599",
        "entries": 384,
        "exits": 306,
        "moves": 364,
      },
    ]
  `)
})
