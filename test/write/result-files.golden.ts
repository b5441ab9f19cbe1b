import { expect, it } from 'vitest'
import { sha256Of } from '../../src/write/result-identity.ts'
import { smallResult } from './small-result.ts'

it('encodeResult gives the same bytes as ever; a change here changes every result and is made on purpose', () => {
  const digests = Object.fromEntries(smallResult().map(({ name, bytes }) => [name, sha256Of(bytes)]))
  expect(digests).toEqual({
    'monthly.arrow': '420230b7cc9a2e914154ee519a5318ce43a941ee172ed6d57efac11b7590d2f4',
    'years.arrow': '0472ce960640bfcce8e4a8bdc9272d43de64bd0cdb90cd24df29624c9848c782',
    'runs.arrow': '963de9675f83c46c345c6c389ad2b5012f49f5c27d66c1a4b339617a54b83bc7',
    'years.csv': 'ebd60cc7e1c7967f7964041cfef3fce7991f31d8a084b706e211fd3d90b6b502',
    'manifest.json': '5469323e20a185d4534f43b97463f0477068b53915798debd64a3043bb16115e',
  })
})
