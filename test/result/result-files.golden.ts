import { expect, it } from 'vitest'
import { sha256Of } from '../../src/write/sha256.ts'
import { smallFiles } from './small-result.ts'

it('encodeResult gives the same bytes as ever; a change here changes every result and is made on purpose', async () => {
  const digests = Object.fromEntries((await smallFiles()).map(({ name, bytes }) => [name, sha256Of(bytes)]))
  expect(digests).toEqual({
    'monthly.arrow': 'b3f9dbf36d2a889bdf46336ffd626024f88b0b45368cab5001b754f03f7925df',
    'years.arrow': 'c1e80a968156456bb09dd66897ccb4ab85fa2b6d3bbc32582c161a8c1354f3f7',
    'runs.arrow': '2775c721760c045a0c31d16ae3ece20897912c4e48176acc44cb0dc71d5c500b',
    'years.csv': 'bdda6dbfdb2ac67bf767b6a377f54620d9e737b5ec13ccc44890d82e416c3d7e',
    'manifest.json': '6285d7e4add78f65218e5ce4e19139ec025cba5f98a4416a8bd3b8ccc83c481c',
  })
})
