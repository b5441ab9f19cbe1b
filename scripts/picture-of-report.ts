// Makes docs/report.png, the picture of a report in README.md and docs/guide/report.md: the first screen of a result's report.html in Chromium.
// Run by hand when the report looks different:
//
//   npm run picture           after npm start, whose result it shows
import { mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { CHROMIUM } from '../test/report/chromium.ts'

const [report = 'results/rotherham-2017/report.html'] = process.argv.slice(2)
const PICTURE = fileURLToPath(new URL('../docs/report.png', import.meta.url))
/** Pixels: the first screen, and twice as many in the picture, so that it is sharp. */
const SIZE = { width: 860, height: 1235 }

if (CHROMIUM === undefined) throw new Error('no Chromium found; set CHROMIUM to its path')
mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true })
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: 'light' })
await page.goto(pathToFileURL(report).href)
await page.screenshot({ path: PICTURE })
await browser.close()
console.log(`Written: ${PICTURE}`)
