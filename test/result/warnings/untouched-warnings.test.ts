import { expect, test } from 'vitest'
import { untouchedWarnings } from '../../../src/result/warnings/untouched-warnings.ts'

test('a warning names the intervention that changed nothing, its packages and the reason', () => {
  const untouched = { intervention: 'sgo-review', label: 'SGO review', packages: ['a', 'b', 'c'] }
  expect(untouchedWarnings([{ ...untouched, reason: 'no posts' }])).toEqual([
    {
      code: 'intervention-untouched',
      text: "'SGO review' (sgo-review) changes nothing in any run of the packages 'a', 'b' and 'c': none of its posts is filled on any day",
    },
  ])
  const [{ text }] = untouchedWarnings([{ ...untouched, packages: ['a'], reason: 'never starts' }])
  expect(text).toContain("of the package 'a': it starts after the end of the scenario")
})
