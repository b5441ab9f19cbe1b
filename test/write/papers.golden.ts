import { expect, it } from 'vitest'
import { encodePapers } from '../../src/write/papers.ts'
import { sha256Of } from '../../src/write/result-identity.ts'
import { BUDGET, smallSource } from './small-papers.ts'

it('encodePapers gives the same bytes as ever; a change here changes files of every result and is made on purpose', async () => {
  const papers = await encodePapers(smallSource({}, { budgets: [BUDGET] }))
  expect(Object.fromEntries(papers.map(({ name, bytes }) => [name, sha256Of(bytes)]))).toEqual({
    'summary.xlsx': '1cde4a30878b140fe52fb4d322e18bb33c6df03acd3fba6d9d8e352b2aac1fe1',
    'lines-by-year.csv': '97ecae2301baf59272751970c7bd405118c90161cb096aea028a8364c8a02bd1',
    'budgets.csv': 'd6f83deee5bde0831e36382aaf3e6b6fb819c07e87c095e9b0ee0f9f193c8bf0',
    'assumptions.csv': '4069272f57807403dff5770d22a30bd63e612d6cb9c7e86911b1efe622377e89',
  })
})
