// The pages of docs/reference say what the code says; `npm run docs` writes them again.
import { expect, test } from 'vitest'
import { filesPage } from './files-page.ts'
import { commandsPage, exitCodesPage, warningsPage } from './reference-pages.ts'

const PAGES = {
  'commands.md': commandsPage,
  'files.md': filesPage,
  'warnings.md': warningsPage,
  'exit-codes.md': exitCodesPage,
}

test.each(Object.entries(PAGES))('docs/reference/%s says what the code says', async (name, makePage) => {
  await expect(await makePage()).toMatchFileSnapshot(`../../docs/reference/${name}`)
})
