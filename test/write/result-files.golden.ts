import { expect, it } from 'vitest'
import { sha256Of } from '../../src/write/result-identity.ts'
import { smallResult } from './small-result.ts'

it('encodeResult gives the same bytes as ever; a change here changes every result and is made on purpose', () => {
  const digests = Object.fromEntries(smallResult().map(({ name, bytes }) => [name, sha256Of(bytes)]))
  expect(digests).toEqual({
    'monthly.arrow': '420230b7cc9a2e914154ee519a5318ce43a941ee172ed6d57efac11b7590d2f4',
    'years.arrow': 'b1737f502f8bad5cb58b573dcf0d9ffbab1f00cb070f6dc684caafef71a59b89',
    'runs.arrow': 'c5f901dec1a36baa863f540b68af5707516a9d6f05f6c821707aaab51ed86b0a',
    'years.csv': '6ba29d5afe7658ad61c054f05e94b60d50be560b26936f49f9f4f8bf65808a29',
    'manifest.json': '96ff3a3684078252623926ef9c8cf3dd1d0273b78c516c8bf91be3e17faae6ef',
  })
})
