// A second reader of workbooks: the archive unpacked and its XML read by patterns, enough for tables of texts and numbers.
import { strFromU8, unzipSync } from 'fflate'

type ReadCell = string | number | undefined

/** The cells of each sheet by its name, [row][column], and the XML they stand in. */
export interface ReadWorkbook {
  names: string[]
  sheets: Record<string, ReadCell[][]>
  xml: Record<string, string>
}

/** Reads the texts and numbers of a workbook. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const files = unzipSync(bytes)
  const read = (path: string) => strFromU8(files[path])
  const texts = matches(read('xl/sharedStrings.xml'), /<si><t[^>]*>([^<]*)<\/t><\/si>/g).map(([text]) =>
    unescaped(text),
  )
  const names = matches(read('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(([name]) =>
    unescaped(name),
  )
  const xml = Object.fromEntries(names.map((name, at) => [name, read(`xl/worksheets/sheet${at + 1}.xml`)]))
  const sheets = Object.fromEntries(names.map((name) => [name, cellsOf(xml[name], texts)]))
  return { names, sheets, xml: { ...xml, styles: read('xl/styles.xml') } }
}

function cellsOf(xml: string, texts: string[]): ReadCell[][] {
  const rows: ReadCell[][] = []
  for (const [address, attributes, value] of matches(
    xml,
    /<c r="([A-Z]+\d+)"([^>/]*)(?:\/>|><v>([^<]*)<\/v><\/c>)/g,
  )) {
    if (value === undefined) continue
    const row = Number(address.replace(/\D/g, '')) - 1
    rows[row] ??= []
    rows[row][columnOf(address)] = attributes.includes('t="s"') ? texts[Number(value)] : Number(value)
  }
  return Array.from(rows, (row) => row ?? [])
}

/** The number of a column from its letters: A is 0, AA is 26. */
function columnOf(address: string): number {
  const letters = [...address.replace(/\d/g, '')]
  return letters.reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0) - 1
}

function matches(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1))
}

function unescaped(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => names[name])
}
