// LibreOffice as a reader of workbooks, where it is installed: apt-get install libreoffice-calc, 300 MB, which CI goes without.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether it is there. */
export const HAS_LIBREOFFICE = spawnSync('soffice', ['--version']).status === 0

/** Commas, UTF-8, texts in quotes, numbers bare and as they are, not as they are shown; every sheet in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1'

/** Opens a workbook and returns the text of each sheet as CSV by its name. */
export async function openWorkbook(path: string): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-office-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    const { status, stderr } = spawnSync('soffice', [
      ...['--headless', profile, '--convert-to', CSV, '--outdir', out, path],
    ])
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
    const files = await readdir(out)
    const sheets = files.map(async (file): Promise<[string, string]> => {
      return [file.replace(/^.*-|\.csv$/g, ''), await readFile(join(out, file), 'utf8')]
    })
    return Object.fromEntries(await Promise.all(sheets))
  } finally {
    await rm(folder, { recursive: true })
  }
}
