// The documents of the project and what tests read out of them.
import { readdirSync, readFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)

/** The pages of docs, by their paths from the root of the project. */
export const PAGES = readdirSync(new URL('docs', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  .sort()

export const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...PAGES]

/** Returns where a file of the project is. */
export function locationOf(path: string): URL {
  return new URL(path, ROOT)
}

/** Reads a file of the project. */
export function read(path: string): string {
  return readFileSync(locationOf(path), 'utf8')
}

/** Returns the first group of every match. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1])
}

/** Leaves the fenced blocks out. */
export function withoutBlocks(text: string): string {
  return text.replace(/^```.*?^```/gms, '')
}

/** The anchors that GitHub gives the headings of a document. */
export function anchorsOf(text: string): string[] {
  return matches(withoutBlocks(text), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** The shell commands of a document: fenced blocks and code in running text, without their comments. */
export function commandsOf(text: string): string {
  const blocks = matches(text, /^```sh\n(.*?)^```/gms)
  return [...blocks, ...matches(withoutBlocks(text), /`([^`\n]+)`/g)].join('\n').replace(/\s#.*$/gm, '')
}
