// What the columns of a table that was read must be, so that every value of it can be taken without another look.
import { type Data, DataType, type Field, type Table, type Vector } from 'apache-arrow'
import { MOST_TEXTS } from '../../summary/numbers/coded-texts.ts'

/** Columns of whole numbers and of texts; all others are numbers. */
const WHOLE = ['run']
const TEXTS = [
  ...['variant', 'package', 'month', 'measure', 'placement', 'unit', 'financial_year', 'line'],
  ...['assumption', 'budget', 'claim', 'source', 'kind', 'relation'],
]

/** Throws an error that says which column is not of its type, shorter than the table, or refers to texts that are not there. */
export function checkColumns(table: Table): void {
  for (const field of table.schema.fields) {
    const fail = (what: string) => new Error(`column ${field.name} ${what}`)
    if (!isOfKind(field)) throw fail(`is of the type ${field.type}`)
    const column = table.getChild(field.name)
    if (column === null) throw fail('is missing')
    for (const chunk of column.data) {
      const problem = problemOf(chunk, field)
      if (problem !== undefined) throw fail(problem)
    }
    if (column.length !== table.numRows) throw fail(`has ${column.length} rows of ${table.numRows}`)
  }
}

function isOfKind({ name, type }: Field): boolean {
  if (WHOLE.includes(name)) return DataType.isInt(type) && type.bitWidth === 32
  if (!TEXTS.includes(name)) return DataType.isFloat(type) && type.ArrayType === Float64Array
  return DataType.isDictionary(type) && DataType.isUtf8(type.dictionary) && DataType.isInt(type.indices)
}

function problemOf(chunk: Data, { nullable }: Field): string | undefined {
  const { length, nullCount, nullBitmap, values, dictionary } = chunk
  if (!(length >= 0) || !(values?.length >= length)) return 'is shorter than it says'
  if (nullCount > 0 && !nullable) return 'lacks values'
  if (nullCount > 0 && nullBitmap.length < Math.ceil(length / 8)) return 'does not say which values it lacks'
  return dictionary === undefined ? undefined : problemOfCodes(values.subarray(0, length), dictionary)
}

function problemOfCodes(codes: Int16Array, dictionary: Vector): string | undefined {
  // Before they are taken: a length that is not to be trusted may be any.
  if (!(dictionary.length <= MOST_TEXTS)) return 'has more texts than a column can have'
  const texts: unknown[] = [...dictionary]
  if (texts.some((text) => typeof text !== 'string')) return 'has texts that are none'
  return codes.some((code) => code < 0 || code >= texts.length) ? 'has values without a text' : undefined
}
