import { expect, it } from 'vitest'
import { sha256Of } from '../../src/write/result-identity.ts'
import { smallResult } from './small-result.ts'

it('encodeResult gives the same bytes as ever; a change here changes every result and is made on purpose', () => {
  const digests = Object.fromEntries(smallResult().map(({ name, bytes }) => [name, sha256Of(bytes)]))
  expect(digests).toEqual({
    'monthly.arrow': '420230b7cc9a2e914154ee519a5318ce43a941ee172ed6d57efac11b7590d2f4',
    'years.arrow': 'bc114009c71fa582fdc7fd9278c73d880d6392859d6828101b437330a96a07db',
    'runs.arrow': '12ef389f0df5becf0a408de5c90753eb7bd225d853da6b6f40a9c202baa0cf9a',
    'years.csv': '6ba29d5afe7658ad61c054f05e94b60d50be560b26936f49f9f4f8bf65808a29',
    'manifest.json': '0c278475654462ef60b6f87dcc2be742a69505bc11758575dd1208a000b1cbc7',
  })
})
