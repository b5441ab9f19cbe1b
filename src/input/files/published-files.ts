// The table of published figures that comes with carecast, read from its files: published/*.csv -> published-table.ts.
import { readFileSync } from 'node:fs'
import { type PublishedRates, publishedRates } from '../published/published-rates.ts'
import { type PublishedTable, parsePublishedTable, TABLE_FILES } from '../published/published-table.ts'
import { csvRecords } from '../reading/csv-records.ts'
import { publishedFolder } from './published-folder.ts'

/** Reads the table that comes with carecast; it takes some milliseconds, once for many scenarios. */
export function readPublishedTable(): PublishedTable {
  const folder = publishedFolder()
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  return parsePublishedTable(read(TABLE_FILES.children), read(TABLE_FILES.earlier))
}

/** Reads the names and codes of all authorities in the table, those of the latest edition first. */
export function readAuthorityNames(): { name: string; code: string }[] {
  const { children: file } = TABLE_FILES
  const rows = csvRecords(readFileSync(new URL(file, publishedFolder()), 'utf8'), file)
  const latestFirst = rows
    .filter(({ level }) => level === 'authority')
    .sort((one, other) => Number(other.edition) - Number(one.edition))
  const byCode = new Map<string, { name: string; code: string }>()
  for (const { name, code } of latestFirst) if (!byCode.has(code)) byCode.set(code, { name, code })
  return [...byCode.values()]
}

/** Reads what was published of a council and others like it, as it was known on a day; undefined where nothing was. */
export function readPublishedRates(council: string, start: string): PublishedRates | undefined {
  return publishedRates(readPublishedTable(), council, start)
}
