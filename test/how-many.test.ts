import { afterEach, describe, expect, test, vi } from 'vitest'
import { howMany, someOf } from './how-many.ts'

const LETTERS = [...'abcdefghij']
const asked = (long: string, seed: number) => {
  vi.stubEnv('LONG', long)
  vi.stubEnv('FC_SEED', String(seed))
}
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('someOf', () => {
  test('takes about as many as asked, in their order, and each day others until all had their turn', () => {
    const days = [0, 1, 2, 3].map((day) => {
      asked('', 20_261_230 + day)
      return someOf(LETTERS, 3)
    })
    expect(days.map(({ length }) => length).sort()).toEqual([2, 2, 3, 3])
    expect(days.flat().sort()).toEqual(LETTERS)
    for (const day of days) expect(day).toEqual(day.toSorted())
  })

  test('takes all in the long form', () => {
    asked('1', 20_261_230)
    expect([someOf(LETTERS, 3), howMany(3, 10)]).toEqual([LETTERS, 10])
  })
})
