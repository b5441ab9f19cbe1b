// Reads a table that arrow-tables.ts wrote, and refuses everything else: apache-arrow takes garbage for an empty table.

import { basename } from 'node:path'
import { runInNewContext } from 'node:vm'
import { type Table, tableFromIPC } from 'apache-arrow'
import { readRegularFile } from '../../input/files/regular-file.ts'
import { refusalOf } from '../../input/input-error.ts'
import type { ListedFile } from '../../result/result-files.ts'
import { MOST_FILE_BYTES } from '../../result/result-files.ts'
import { ARROW_TABLES, type TableName } from '../arrow/arrow-tables.ts'
import { asMachineError, systemCode } from '../machine-error.ts'
import { sha256Of } from '../sha256.ts'
import { checkColumns } from './arrow-columns.ts'

const MAGIC = 'ARROW1'
const MEND = 'write the result anew with carecast run'

/**
 * Reads a table of a result; throws an InputError where the file is missing, cut short, damaged, of another kind, or not the
 * one that the manifest lists, where that is given.
 */
export async function readArrowTable(path: string, name: TableName, listed?: ListedFile): Promise<Table> {
  const bytes = await readBytes(path, listed?.bytes)
  checkEnds(bytes, path)
  if (listed !== undefined) checkHash(bytes, listed, path)
  const table = decode(bytes, path)
  checkKind(table, name, path)
  try {
    checkColumns(table)
  } catch (error) {
    throw refusalOf(path, `is damaged (${(error as Error).message}); ${MEND}`)
  }
  return table
}

/** Reads no more than the manifest lists: of another length, the file is another. */
async function readBytes(path: string, listed = MOST_FILE_BYTES): Promise<Uint8Array> {
  try {
    const bytes = await readRegularFile(path, Math.min(listed, MOST_FILE_BYTES))
    if (typeof bytes !== 'string') return bytes
    const why = bytes.startsWith('has') && listed < MOST_FILE_BYTES ? notListed(path) : bytes
    throw refusalOf(path, `${why}; ${MEND}`)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusalOf(path, `is missing; ${MEND}`)
    throw asMachineError(error, `cannot read ${path}`)
  }
}

function checkHash(bytes: Uint8Array, { sha256 }: ListedFile, path: string): void {
  if (sha256Of(bytes) !== sha256) throw refusalOf(path, `${notListed(path)}; ${MEND}`)
}

function notListed(path: string): string {
  return `is not the ${basename(path)} that the manifest lists: it was changed since, or is of another result`
}

function checkEnds(bytes: Uint8Array, path: string): void {
  if (bytes.length === 0) throw refusalOf(path, `is empty; ${MEND}`)
  if (!isMagic(bytes.subarray(0, MAGIC.length)))
    throw refusalOf(path, 'is not an Arrow file; give the path of a file that carecast run wrote')
  if (!isMagic(bytes.subarray(-MAGIC.length))) throw refusalOf(path, `is cut short; ${MEND}`)
}

function isMagic(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes) === MAGIC
}

/** Decoding takes no values, so that it is done in a moment; a length of the structure that is damaged can make it endless. */
const MOST_DECODING_MS = 5_000

function decode(bytes: Uint8Array, path: string): Table {
  try {
    return runInNewContext('decode()', { decode: () => tableFromIPC(bytes) }, { timeout: MOST_DECODING_MS })
  } catch (error) {
    throw refusalOf(path, `is damaged (${(error as Error).message}); ${MEND}`)
  }
}

function checkKind(table: Table, name: TableName, path: string): void {
  const { metadata, names } = table.schema
  const version = metadata.get('carecast_version')
  if (version === undefined)
    throw refusalOf(path, 'is not from carecast; give the path of a file that carecast run wrote')
  if (metadata.get('table') !== name)
    throw refusalOf(path, `has the table ${metadata.get('table')}; give the path of ${name}.arrow`)
  if (names.join() !== ARROW_TABLES[name].columns.join())
    throw refusalOf(
      path,
      `has the columns of carecast ${version}, which differ from this version's; read it with that version, or ${MEND}`,
    )
  if (metadata.get('rows') !== String(table.numRows))
    throw refusalOf(path, `has ${table.numRows} of its ${metadata.get('rows')} rows; ${MEND}`)
}
