// What the documents promise must be there: commands, links, and the assumptions that code cites by number.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const ROOT = new URL('..', import.meta.url)
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const CODE_FOLDERS = ['src', 'workers', 'bench', 'test']
/** Built into npm. */
const NPM_COMMANDS = ['ci', 'start', 'test']

const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1])
const withoutBlocks = (text: string) => text.replace(/^```.*?^```/gms, '')

/** The shell commands of a document: fenced blocks and code in running text, without their comments. */
function commandsOf(text: string): string {
  const blocks = matches(text, /^```sh\n(.*?)^```/gms)
  return [...blocks, ...matches(withoutBlocks(text), /`([^`\n]+)`/g)].join('\n').replace(/\s#.*$/gm, '')
}

function anchorsOf(text: string): string[] {
  return matches(withoutBlocks(text), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

function filesOfCode(): string[] {
  return CODE_FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document)

  test('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = matches(commandsOf(text), /\bnpm run (?:-\S+ )*([a-z:]+)/g)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
    const direct = matches(commandsOf(text), /\bnpm (?!run\b)([a-z]+)/g)
    expect(direct.filter((command) => !NPM_COMMANDS.includes(command))).toEqual([])
  })

  test('names only commands and scenarios that carecast has', () => {
    const verbs = matches(commandsOf(text), /\bcarecast ([a-z]+)/g)
    const exists = (verb: string) => existsSync(new URL(`src/commands/${verb}.ts`, ROOT))
    expect(verbs.filter((verb) => !exists(verb))).toEqual([])
    const paths = matches(commandsOf(text), /(?<![\w/])((?:scenarios|src|bench|test|workers)\/[\w./-]*\w)/g)
    expect(
      paths.filter((path) => !path.startsWith('bench/results') && !existsSync(new URL(path, ROOT))),
    ).toEqual([])
  })

  test('links only to what is there', () => {
    const links = matches(withoutBlocks(text), /\]\(([^)]+)\)/g).filter((link) => !/^https?:/.test(link))
    const broken = links.filter((link) => {
      const [path, anchor] = link.split('#')
      if (path !== '' && !existsSync(new URL(path, ROOT))) return true
      return anchor !== undefined && !anchorsOf(path === '' ? text : read(path)).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

describe('the modelling assumptions', () => {
  const numbers = matches(read('README.md'), /^\*\*(A\d+)\. /gm)

  test('are numbered from A1 on without gaps, each once', () => {
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.map((_, index) => `A${index + 1}`))
  })

  test('are all in the README that the code cites', () => {
    const cited = filesOfCode().flatMap((path) =>
      matches(read(path), /\((A\d+(?:, A\d+)*)\)/g).flatMap((list) =>
        list.split(', ').map((number) => ({ path, number })),
      ),
    )
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter(({ number }) => !numbers.includes(number))).toEqual([])
  })
})
