// What the documents name must be there: links and their anchors, scripts, commands and files.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  anchorsOf,
  commandsOf,
  DOCUMENTS,
  locationOf,
  matches,
  PAGES,
  read,
  withoutBlocks,
} from './documents.ts'

/** Built into npm. */
const NPM_COMMANDS = ['ci', 'start', 'test']
const MOST_README_BYTES = 8_000

test('README.md is short enough to be read at once', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(MOST_README_BYTES)
})

test('npm packs the pages that README.md links to', () => {
  const { files } = JSON.parse(read('package.json')) as { files: string[] }
  const folders = linksOf(read('README.md')).map((link) => link.split(/[/#]/)[0])
  expect(folders.filter((name) => !files.includes(name))).toEqual([])
})

test.each(PAGES)('%s begins with its title and ends with where to read on', (page) => {
  const text = read(page)
  expect(text).toMatch(/^(<!--.*-->\n\n)?# \S/)
  expect(text.trim().split('\n\n').at(-1)).toMatch(/^Read on: .*\.$/s)
})

test('every page of docs is reached from README.md', () => {
  const reached = new Set<string>()
  const waiting = ['README.md']
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (reached.has(page)) continue
    reached.add(page)
    for (const link of linksOf(read(page))) {
      const target = pathFrom(page, link.split('#')[0])
      if (PAGES.includes(target)) waiting.push(target)
    }
  }
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([])
})

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document)
  const commands = commandsOf(text)

  test('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = matches(commands, /\bnpm run (?:-\S+ )*([a-z:]+)/g)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
    const direct = matches(commands, /\bnpm (?!run\b)([a-z]+)/g)
    expect(direct.filter((command) => !NPM_COMMANDS.includes(command))).toEqual([])
  })

  test('names only commands and files that carecast has', () => {
    const verbs = matches(commands, /\bcarecast ([a-z]+)/g)
    expect(verbs.filter((verb) => !existsSync(locationOf(`src/commands/${verb}.ts`)))).toEqual([])
    const paths = matches(commands, /(?<![\w/])((?:scenarios|src|bench|test|workers)\/[\w./-]*\w)/g)
    expect(
      paths.filter((path) => !path.startsWith('bench/results') && !existsSync(locationOf(path))),
    ).toEqual([])
  })

  test('links only to what is there', () => {
    const broken = linksOf(text).filter((link) => {
      const [path, anchor] = link.split('#')
      const target = path === '' ? document : pathFrom(document, path)
      if (!existsSync(locationOf(target))) return true
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

function linksOf(text: string): string[] {
  return matches(withoutBlocks(text), /\]\(([^)]+)\)/g).filter((link) => !/^https?:/.test(link))
}

function pathFrom(document: string, link: string): string {
  return new URL(link, `file:///${document}`).pathname.slice(1)
}
