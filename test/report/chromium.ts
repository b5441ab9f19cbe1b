// Finds a Chromium to look at pages with; tests without one are skipped, and say so.
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** Where it is; undefined where there is none. CHROMIUM names another one. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
)

if (CHROMIUM === undefined)
  console.warn(
    'SKIPPED: no Chromium found, so no test looks at the report in a browser (set CHROMIUM to its path)',
  )
