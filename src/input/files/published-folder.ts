// Where the published figures lie that come with carecast.
import { existsSync } from 'node:fs'
import { TABLE_FILES } from '../published/published-table.ts'

/** Returns the folder of the table; the source is three folders below the top of the package, the build four. */
export function publishedFolder(): URL {
  const folders = ['../../../published/', '../../../../published/'].map(
    (path) => new URL(path, import.meta.url),
  )
  const found = folders.find((folder) => existsSync(new URL(TABLE_FILES.children, folder)))
  if (found === undefined) throw new Error('the table of published figures is missing from the package')
  return found
}
