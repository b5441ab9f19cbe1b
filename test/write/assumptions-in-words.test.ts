import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/input/input-error.ts'
import type { Assumption } from '../../src/input/ranges.ts'
import { heldWarnings, refuseSameStreams } from '../../src/write/assumptions-in-words.ts'
import { intervalsOf } from '../../src/write/result-identity.ts'

const at = (path: string): Assumption => ({
  path,
  range: { central: 0.2, low: 0.1, high: 0.4, level: 0.8, shape: 'gamma' },
  least: 0,
  most: 366,
})

describe('heldWarnings', () => {
  test('says of each range that the fit holds which number it stays at, and why', () => {
    expect(heldWarnings([])).toEqual([])
    expect(heldWarnings([at('exits.adoption.perYear')])).toEqual([
      {
        code: 'range-held',
        text: 'exits.adoption.perYear stays at 0.2, since the fit to the facts sets its level: how well that is known follows from the counts, and its range would count twice',
      },
    ])
  })
})

describe('refuseSameStreams', () => {
  test('refuses two paths with one hash, and says how to mend it', () => {
    refuseSameStreams([at('placements.a.weeklyPrice'), at('placements.b.weeklyPrice')], 's.yaml')
    const refused = () => refuseSameStreams([at('costarring'), at('liquid')], 's.yaml')
    expect(refused).toThrow(InputError)
    expect(refused).toThrow(
      's.yaml costarring and liquid would draw the same random numbers, since their names have one hash; give a placement or a kind of move in one of them another name',
    )
  })
})

describe('intervalsOf', () => {
  test('names all that the runs differ by', () => {
    const words = [false, true].flatMap((assumptions) =>
      [false, true].map((shocks) => intervalsOf({ shocks, assumptions })),
    )
    expect(words).toEqual([
      'chance only',
      'chance and shocks',
      'chance and assumptions',
      'chance, shocks and assumptions',
    ])
  })
})
