import { describe, expect, test } from 'vitest'
import type { SolveQuestion } from '../../../src/result/result-identity.ts'
import { differenceFrom, parseManifest } from '../../../src/write/folder/earlier-manifest.ts'

describe('an earlier manifest', () => {
  const written = {
    carecast: { version: '1.0.0' },
    scenario: { name: 'Simple', sha256: 'none', set: [] },
    seed: 'carecast',
    runs: 20,
    intervals: 'chance only',
    files: [],
    packages: [{ package: 'all', interventions: ['offer'], saving: {} }],
    isAttributed: true,
  }
  const earlier = parseManifest(JSON.stringify(written))!
  const { identity } = earlier

  test('is the same as a result of the same packages, attributed alike', () => {
    expect(identity.packages).toEqual([{ package: 'all', interventions: ['offer'] }])
    expect(differenceFrom(earlier, identity)).toBeUndefined()
  })

  test('differs from a result of other packages, of other interventions and of none', () => {
    const others = [
      [{ package: 'some', interventions: ['offer'] }],
      [{ package: 'all', interventions: ['offer', 'more'] }],
      undefined,
    ]
    for (const packages of others)
      expect(differenceFrom(earlier, { ...identity, packages })).toBe('other packages')
  })

  test('differs from a result that does not say what each intervention brings', () => {
    expect(differenceFrom(earlier, { ...identity, isAttributed: false })).toBe('another --attribution')
  })

  test('of a search is the same as another for the same question, whatever it will find, and no other', () => {
    const solve: SolveQuestion = { path: 'a.b', target: 'total<=5', between: [1, 2] }
    const set = ['c=1', 'a.b=1.5']
    const solved = parseManifest(
      JSON.stringify({
        ...written,
        scenario: { ...written.scenario, set },
        solve: { ...solve, solution: 1.5 },
      }),
    )!
    const asked = { ...identity, sets: ['c=1'], solve }
    expect(differenceFrom(solved, asked)).toBeUndefined()
    expect(differenceFrom(solved, { ...asked, sets: ['c=1', 'a.b=7'] })).toBeUndefined()
    expect(differenceFrom(solved, { ...asked, sets: ['c=2'] })).toBe('--set c=1 instead of c=2')
    expect(differenceFrom(solved, { ...asked, solve: { ...solve, between: [1, 3] } })).toBe('another --solve')
    expect(differenceFrom(solved, { ...identity, sets: set })).toContain('another --solve')
  })
})
