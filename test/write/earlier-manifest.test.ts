import { describe, expect, test } from 'vitest'
import { differenceFrom, parseManifest } from '../../src/write/earlier-manifest.ts'
import { packageIdentity } from '../../src/write/result-identity.ts'

describe('an earlier manifest', () => {
  const written = {
    carecast: { version: '1.0.0' },
    scenario: { name: 'Simple', sha256: 'none', set: [] },
    seed: 'carecast',
    runs: 20,
    intervals: 'chance only',
    files: [],
  }
  const earlierWith = (more: object) =>
    parseManifest(
      JSON.stringify({ ...written, packages: [{ package: 'all', interventions: ['offer'], ...more }] }),
    )!

  test('tells a package whose displacement was measured from one whose was not', () => {
    const identityOf = (isAttributed: boolean) => ({
      ...earlierWith({}).identity,
      packages: [packageIdentity('all', ['offer'], isAttributed)],
    })
    const measured = earlierWith({ displacement: { share: null, mc_error: null, runs: 20 } })
    expect(differenceFrom(measured, identityOf(true))).toBeUndefined()
    expect(differenceFrom(measured, identityOf(false))).toBe('other packages')
    expect(differenceFrom(earlierWith({}), identityOf(false))).toBeUndefined()
  })
})
