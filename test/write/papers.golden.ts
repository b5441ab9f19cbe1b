import { expect, it } from 'vitest'
import { encodePapers } from '../../src/write/papers.ts'
import { sha256Of } from '../../src/write/result-identity.ts'
import { BUDGET, smallSource } from './small-papers.ts'

it('encodePapers gives the same bytes as ever; a change here changes files of every result and is made on purpose', async () => {
  const papers = await encodePapers(smallSource({}, { budgets: [BUDGET] }))
  expect(Object.fromEntries(papers.map(({ name, bytes }) => [name, sha256Of(bytes)]))).toEqual({})
})
