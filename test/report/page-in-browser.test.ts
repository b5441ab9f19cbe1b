import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { CHROMIUM } from './chromium.ts'

/** A4 less its margins of 14 mm, in pixels. */
const PAPER_WIDTH = Math.round(((210 - 28) * 96) / 25.4)
const PAPER_HEIGHT = Math.round(((297 - 32) * 96) / 25.4)
const INJECTION = '<img src=x onerror="document.title=1">'

/** How much wider the page is than its window, and the texts of charts that leave their chart. Run in the page. */
const BEYOND_THE_EDGES = `(() => {
  const page = document.documentElement
  const leaves = (text) => {
    const inner = text.getBoundingClientRect()
    const outer = text.closest('.picture > svg').getBoundingClientRect()
    const isOut = inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1
    return outer.width > 0 && inner.width > 0 && isOut
  }
  const leaving = [...document.querySelectorAll('svg text')].filter(leaves)
  return { wide: page.scrollWidth - page.clientWidth, leaving: leaving.map((text) => text.textContent) }
})()`
const PUT_IN_A_SCRIPT = `(() => {
  const script = document.createElement('script')
  script.textContent = 'document.title = "ran"'
  document.body.append(script)
})()`

let base: string
let browser: Browser
const complaints: string[] = []
const requests: string[] = []

/** Opens a report; what the page complains of and asks for is noted. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1200, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const url = pathToFileURL(path).href
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (request.url() !== url) requests.push(request.url())
  })
  await page.goto(url)
  return page
}

const report = (name: string) => join(base, name, 'report.html')

async function write(scenario: string, name: string): Promise<void> {
  await forecast({
    scenario,
    runs: 40,
    threads: 2,
    seed: 'carecast',
    version: '0.1.0',
    folder: join(base, name),
    overwrite: false,
  })
}

/** The council of packages, with markup in what is text. */
async function injected(): Promise<string> {
  const path = join(base, 'injected.yaml')
  const text = await readFile('scenarios/smallshire.yaml', 'utf8')
  await writeFile(
    path,
    text
      .replace(/^question: .*$/m, `question: 'Who ${INJECTION} asks?'`)
      .replace(/label: [^\n]*foster[^\n]*/i, `label: 'Foster ${INJECTION}'`),
  )
  return path
}

describe.skipIf(CHROMIUM === undefined)('the report in a browser', () => {
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'carecast-'))
    await write('scenarios/smallshire-packages.yaml', 'packages')
    await write(await injected(), 'injected')
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })

  afterAll(async () => {
    await browser?.close()
    await rm(base, { recursive: true, force: true })
  })

  test('the page asks for nothing and complains of nothing, while it is used', async () => {
    const page = await open(report('packages'))
    await page.selectOption('#switch select', 'everything')
    for (const ruler of await page.locator('.ruler:visible input').all()) {
      await ruler.focus()
      await page.keyboard.press('ArrowLeft')
    }
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('every chart has marks at both widths', async () => {
    const page = await open(report('packages'))
    const marks = await page
      .locator('figure .picture svg')
      .evaluateAll((drawings) =>
        drawings.map((svg) => svg.querySelectorAll('path[d], rect, circle, line').length),
      )
    expect(marks.length).toBeGreaterThan(20)
    expect(marks.filter((count) => count < 3)).toEqual([])
    await page.context().close()
  })

  test('the switch shows the baseline first, and one package at a time', async () => {
    const page = await open(report('packages'))
    const shown = () =>
      page
        .locator('[data-variant]:visible')
        .evaluateAll((parts) => [...new Set(parts.map((part) => part.getAttribute('data-variant')))])
    expect(await shown()).toEqual(['baseline'])
    await page.selectOption('#switch select', 'prevention')
    expect(await shown()).toEqual(['prevention'])
    await page.context().close()
  })

  test('the page shows baseline and packages one after another where no script runs', async () => {
    const page = await open(report('packages'), { javaScriptEnabled: false })
    expect(await page.locator('#switch').isVisible()).toBe(false)
    expect(await page.locator('.ruler').first().isVisible()).toBe(false)
    for (const variant of ['baseline', 'prevention', 'everything'])
      expect(await page.locator(`[data-variant=${variant}]`).first().isVisible()).toBe(true)
    await page.context().close()
  })

  test('a ruler reads the values of the table off by keyboard and by pointer', async () => {
    const page = await open(report('packages'))
    const figure = page.locator('figure:visible').first()
    const input = figure.locator('.ruler input')
    await input.focus()
    await page.keyboard.press('Home')
    const [first, last] = [figure.locator('tbody tr').first(), figure.locator('tbody tr').last()]
    const output = figure.locator('output')
    expect(await output.textContent()).toContain(await first.locator('th').textContent())
    expect(await input.getAttribute('aria-valuetext')).toBe(await output.textContent())
    const box = (await figure.locator('.picture.wide svg').boundingBox())!
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2)
    expect(await output.textContent()).toContain(await last.locator('td').last().textContent())
    await page.context().close()
  })

  test.each([
    ['on a desktop', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ] as [string, BrowserContextOptions][])('axe finds nothing serious %s', async (_, options) => {
    const page = await open(report('packages'), { ...options, bypassCSP: true })
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`)
    })
    expect(violations).toEqual([])
    await page.context().close()
  })

  test.each([
    ['a phone', { viewport: { width: 360, height: 740 } }, 'screen'],
    ['a desktop', {}, 'screen'],
    ['paper', { viewport: { width: PAPER_WIDTH, height: 1000 } }, 'print'],
  ] as const)('nothing is wider than %s, and no text of a chart leaves it', async (_, options, media) => {
    const page = await open(report('packages'), options)
    await page.emulateMedia({ media })
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    const beyond = await page.evaluate(BEYOND_THE_EDGES)
    expect(beyond).toEqual({ wide: 0, leaving: [] })
    await page.context().close()
  })

  test('no chart is higher than a page of paper', async () => {
    const page = await open(report('packages'), { viewport: { width: PAPER_WIDTH, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
    await page.selectOption('#switch select', 'everything', { force: true })
    const heights = await page
      .locator('figure:visible')
      .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(5)
    expect(heights.filter((height) => height > PAPER_HEIGHT)).toEqual([])
    await page.context().close()
  })

  test('the page prints to A4, with the inputs in it', async () => {
    const page = await open(report('packages'))
    await page.emulateMedia({ media: 'print' })
    const input = await page.locator('.inputs tbody tr').last().boundingBox()
    expect(input!.height).toBeGreaterThan(5)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(3)
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    await page.context().close()
  })

  test('markup in a scenario is shown as text', async () => {
    const page = await open(report('injected'))
    expect(await page.locator('.question').textContent()).toContain(INJECTION)
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).not.toBe('1')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a strict policy stands in the page: a script that is put in does not run', async () => {
    const page = await open(report('packages'))
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    await page.evaluate(PUT_IN_A_SCRIPT)
    expect(await page.title()).not.toBe('ran')
    complaints.length = 0
    await page.context().close()
  })
})
