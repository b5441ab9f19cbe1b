import { expect, it } from 'vitest'
import { encodePapers } from '../../src/write/papers.ts'
import { sha256Of } from '../../src/write/result-identity.ts'
import { BUDGET, smallSource } from './small-papers.ts'

it('encodePapers gives the same bytes as ever; a change here changes files of every result and is made on purpose', async () => {
  const papers = await encodePapers(smallSource({}, { budgets: [BUDGET] }))
  expect(Object.fromEntries(papers.map(({ name, bytes }) => [name, sha256Of(bytes)]))).toEqual({
    'summary.xlsx': '8ad376e85d1922c3e55bf295326a754ac363d93e86b6a78a7452d13aa0ce2065',
    'lines-by-year.csv': '89aae795129d447424670678dcea586fe00c37209cade4a1c2a2b01b0dd42cf8',
    'budgets.csv': 'd6f83deee5bde0831e36382aaf3e6b6fb819c07e87c095e9b0ee0f9f193c8bf0',
    'assumptions.csv': '4069272f57807403dff5770d22a30bd63e612d6cb9c7e86911b1efe622377e89',
  })
})
