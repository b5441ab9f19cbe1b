import { expect, it } from 'vitest'
import { FILE_KINDS } from '../../../src/write/file-kinds.ts'
import { sha256Of } from '../../../src/write/sha256.ts'
import { BUDGET, smallTables } from '../../result/small-papers.ts'
import { arrowSource, smallResult } from '../../result/small-result.ts'

const DIGESTS = {
  'summary.xlsx': 'd5dfe97c5a1f58ea01afcc26a9cb93fec038f0582021aaf875346b68fe0baf32',
  'lines-by-year.csv': 'd30757547485d544a3f036ca227204cf5a25bd09c028e52ebb92ea61e325fc6d',
  'budgets.csv': 'd6f83deee5bde0831e36382aaf3e6b6fb819c07e87c095e9b0ee0f9f193c8bf0',
  'assumptions.csv': '4069272f57807403dff5770d22a30bd63e612d6cb9c7e86911b1efe622377e89',
}

it('the files for papers have the same bytes as ever; a change here changes files of every result and is made on purpose', async () => {
  const source = { ...arrowSource(smallResult()), papers: smallTables({}, { budgets: [BUDGET] }) }
  const kinds = FILE_KINDS.filter(({ name }) => name in DIGESTS)
  const digests = await Promise.all(
    kinds.map(async ({ name, encode }) => [name, sha256Of((await encode(source))!)]),
  )
  expect(Object.fromEntries(digests)).toEqual(DIGESTS)
})
