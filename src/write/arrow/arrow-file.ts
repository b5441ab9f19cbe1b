// Columns -> the bytes of an Arrow IPC file (Feather v2). The same columns give the same bytes in every process.
import {
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { type CodedTexts, MOST_TEXTS } from '../../summary/numbers/coded-texts.ts'

/** Values of a column: text (null where there is none), coded or not, whole numbers, or numbers (NaN where unknown). */
export type ColumnValues = (string | null)[] | CodedTexts | Int32Array | Float64Array

export interface ArrowColumn {
  name: string
  /** What a value means; written to the field's metadata. */
  description: string
  /** Unit of the values, for columns that have one; written to the field's metadata. */
  unit?: string
  /** Whether values may be missing: null in text, NaN in numbers; both are written as null. */
  nullable: boolean
  values: ColumnValues
}

/** Encodes columns of one length, with metadata of the whole table; text becomes a dictionary of its distinct values. */
export function encodeArrowFile(columns: ArrowColumn[], metadata: Map<string, string>): Uint8Array {
  const children = columns.map(({ values }, index) => dataOf(values, index))
  const fields = columns.map((column, index) => fieldOf(column, children[index].type))
  const length = rowsOf(columns[0].values)
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children })
  const schema = new Schema(fields, metadata)
  return tableToIPC(new Table(schema, new RecordBatch(schema, struct)), 'file')
}

function fieldOf({ name, description, unit, nullable }: ArrowColumn, type: DataType): Field {
  const metadata = new Map([['description', description]])
  if (unit !== undefined) metadata.set('unit', unit)
  return new Field(name, type, nullable, metadata)
}

function dataOf(values: ColumnValues, id: number): Data {
  if (values instanceof Int32Array)
    return makeData({ type: new Int32(), length: values.length, nullCount: 0, data: values })
  if (values instanceof Float64Array) return numberData(values)
  return 'codes' in values
    ? codedData(values, { length: values.codes.length, nullCount: 0 }, id)
    : textData(values, id)
}

/** Returns how many rows a column has. */
export function rowsOf(values: ColumnValues): number {
  return 'codes' in values ? values.codes.length : values.length
}

function numberData(values: Float64Array): Data {
  const nulls = nullsOf(values.length, (row) => Number.isNaN(values[row]))
  return makeData({ type: new Float64(), ...nulls, data: values })
}

function textData(values: (string | null)[], id: number): Data {
  const codes = new Map<string, number>()
  const indices = Int16Array.from(values, (value) => (value === null ? 0 : codeOf(value, codes)))
  if (codes.size > MOST_TEXTS)
    throw new RangeError(`a column has ${codes.size} different texts, more than ${MOST_TEXTS}`)
  const nulls = nullsOf(values.length, (row) => values[row] === null)
  return codedData({ texts: [...codes.keys()], codes: indices }, nulls, id)
}

/** The dictionary's id is the column's number: apache-arrow would count ids up from one table of a process to the next. */
function codedData({ texts, codes }: CodedTexts, nulls: Nulls, id: number): Data {
  return makeData({
    type: new Dictionary(new Utf8(), new Int16(), id, false),
    ...nulls,
    data: codes,
    dictionary: vectorFromArray(texts, new Utf8()),
  })
}

function codeOf(text: string, codes: Map<string, number>): number {
  const code = codes.get(text) ?? codes.size
  if (code === codes.size) codes.set(text, code)
  return code
}

interface Nulls {
  length: number
  nullCount: number
  nullBitmap?: Uint8Array
}

/** Arrow's bitmap of the rows that have a value, lowest bit first; left out where all have one. */
function nullsOf(length: number, isNull: (row: number) => boolean): Nulls {
  const nullBitmap = new Uint8Array(Math.ceil(length / 8))
  let nullCount = 0
  for (let row = 0; row < length; row++)
    if (isNull(row)) nullCount++
    else nullBitmap[row >> 3] |= 1 << (row & 7)
  return nullCount === 0 ? { length, nullCount } : { length, nullCount, nullBitmap }
}
