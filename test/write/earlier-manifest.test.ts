import { describe, expect, test } from 'vitest'
import { differenceFrom, parseManifest } from '../../src/write/earlier-manifest.ts'

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
})
