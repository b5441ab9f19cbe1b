// Cells of the workbook: texts that stay texts, and numbers with the formats of finance. The sheets are made of them.
import type { CellObject } from 'write-excel-file/universal'
import { CONFIDENTIAL } from '../../../result/disclosure/confidential.ts'

/** Cells from the left; null is empty. */
export type SheetRow = (CellObject | null)[]

/** A sheet of the workbook. */
export interface SheetContent {
  name: string
  rows: SheetRow[]
  /** [column] in characters. */
  widths: number[]
  /** Rows at the top that stay in sight, as the first column does. */
  frozenRows: number
}

const MOST_CHARACTERS = 32_767
const SHADE = '#E7ECF3'
const LINE_HEIGHT = 15
const TITLE_HEIGHT = 22
const FORMULA_START = /^[=+\-@\t\r]/

/**
 * Makes a cell of text. Where it begins like a formula it also has the format of text, so that a spreadsheet does not take
 * it for one when somebody edits the cell.
 */
export function textCell(text: string, style: CellObject = {}): CellObject {
  // The writer keeps texts in a plain object, in which the names of its own methods stand for something else.
  const value = text in {} ? `${text} ` : text.slice(0, MOST_CHARACTERS)
  return {
    alignVertical: 'top',
    ...style,
    value,
    type: String,
    ...(FORMULA_START.test(value) && { format: '@' }),
  }
}

/** Makes the heading of a sheet. */
export function titleCell(text: string): CellObject {
  return textCell(text, { fontWeight: 'bold', fontSize: 14, height: TITLE_HEIGHT })
}

/** Makes a bold cell. */
export function boldCell(text: string): CellObject {
  return textCell(text, { fontWeight: 'bold' })
}

/** Makes the heading of a column of so many characters, of texts or, where `align` is right, of numbers. */
export function headingCell(text: string, width: number, align: 'left' | 'right' = 'left'): CellObject {
  return { ...wrappedCell(text, width), fontWeight: 'bold', backgroundColor: SHADE, align }
}

/** Makes the headings of a table whose columns are so many characters wide; `texts` of them, at the left, are texts. */
export function headingRow(names: string[], widths: number[], texts: number): SheetRow {
  return names.map((name, column) => headingCell(name, widths[column], column < texts ? 'left' : 'right'))
}

/** Makes a cell whose text goes on over several lines in its column of so many characters. */
export function wrappedCell(text: string, width: number): CellObject {
  return textCell(text, { wrap: true, height: heightOf(text, width) })
}

/** Makes a row that is one paragraph across so many columns, high enough for so many characters a line. */
export function paragraphRow(text: string, columns: number, charactersPerLine: number): SheetRow {
  const cell = textCell(text, {
    columnSpan: columns,
    wrap: true,
    height: heightOf(text, charactersPerLine),
  })
  return [cell, ...Array.from({ length: columns - 1 }, () => null)]
}

/** Not every program measures wrapped text when it opens a workbook, so rows say how high they are, in points. */
function heightOf(text: string, charactersPerLine: number): number {
  return LINE_HEIGHT * Math.max(1, Math.ceil(text.length / charactersPerLine))
}

/** Makes a cell of whole £, children, days or moves: 1,234. Empty where the number is unknown. */
export function wholeCell(value: number | null): CellObject | null {
  return numberCell(value, '#,##0')
}

/** Makes a cell of a number to one digit after the point: 1,234.5. Empty where the number is unknown. */
export function decimalCell(value: number | null): CellObject | null {
  return numberCell(value, '#,##0.0')
}

/** Makes a cell of a share: 0.34 is shown as 34%. Empty where there is none. */
export function shareCell(share: number | null | undefined, decimals = 0): CellObject | null {
  return numberCell(share, decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%')
}

/** Makes a cell of a number as it was stated. Empty where there is none; one that is not known is confidential. */
export function statedCell(value: number | undefined): CellObject | null {
  return orConfidential(value, numberCell)
}

/** Makes a cell of whole £, children, days or moves of a line; one that is not known is confidential. */
export function lineCell(value: number): CellObject | null {
  return orConfidential(value, wholeCell)
}

function orConfidential<Value extends number | undefined>(
  value: Value,
  cellOf: (value: Value) => CellObject | null,
): CellObject | null {
  return value !== undefined && Number.isNaN(value)
    ? textCell(CONFIDENTIAL, { align: 'right' })
    : cellOf(value)
}

function numberCell(value: number | null | undefined, format?: string): CellObject | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  return { value, type: Number, alignVertical: 'top', ...(format && { format }) }
}
