import { expect, it } from 'vitest'
import { sha256Of } from '../../src/write/result-identity.ts'
import { smallResult } from './small-result.ts'

it('encodeResult gives the same bytes as ever; a change here changes every result and is made on purpose', () => {
  const digests = Object.fromEntries(smallResult().map(({ name, bytes }) => [name, sha256Of(bytes)]))
  expect(digests).toEqual({
    'monthly.arrow': 'aaaccae429a7a10f2492d8e427b577e8172d9fc270fd57dbaeab29d6329a1e4c',
    'years.arrow': '57b2e84300302b2ca091b98fe75e642996f830b6a5c4dfcbd4f2b756f44259f1',
    'runs.arrow': '4499d28a2fce10e52cb3400bbb2c5d26345ad5a27470dda50b3696be12553711',
    'years.csv': '6ba29d5afe7658ad61c054f05e94b60d50be560b26936f49f9f4f8bf65808a29',
    'manifest.json': '075306891df93ad6aa824150c0ce8c8c07ac18fb81e415fd0d8508d5631a0bf2',
  })
})
