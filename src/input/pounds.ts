// An amount of £ as spreadsheets write it: text -> number, or what to write instead. Whatever could mean two numbers is refused.

import { quoteShort } from './input-error.ts'
import { meantNumber } from './number-advice.ts'
import type { Separator } from './reading/csv-rows.ts'

const POUNDS = /^£?[ \u00a0]*(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/
/** One group of three digits after a point: thousands in some countries. */
const POINT_OR_THOUSANDS = /^£?[ \u00a0]*\d{1,3}\.\d{3}$/
/** The same after a comma, where the file has semicolons because the comma may be a decimal sign. */
const COMMA_OR_THOUSANDS = /^£?[ \u00a0]*\d{1,3},\d{3}$/
/** The largest amount of a budget, a hundred billion. */
export const MOST_POUNDS = 100_000_000_000
const WANTED = 'must be £ from 0 up, like 22000000 or "22,000,000"'

/** Reads an amount in £, which may have £, commas between thousands and pence; undefined where a text is none for sure. */
export function parsePounds(text: string, separator: Separator): number | undefined {
  if (!POUNDS.test(text) || isDoubtful(text, separator)) return undefined
  const pounds = Number(text.replace(/[£,\s]/g, ''))
  return pounds <= MOST_POUNDS ? pounds : undefined
}

/** Says what is wrong with a text that parsePounds does not read, and what to write. */
export function poundsProblem(text: string, separator: Separator): string {
  if (text === '') return 'is empty; leave the row out, or write 0'
  const found = `found '${quoteShort(text)}'`
  if (/^£?[\s–—−-]+$|^(?:n\/?a|nil|none|tbc)\.?$/i.test(text))
    return `${found}; leave the row out, or write 0`
  if (isDoubtful(text, separator))
    return `${found}, which could be thousands or a fraction; write ${text.replace(/\D/g, '')}, or pence with two digits`
  if (POUNDS.test(text)) return `${found}; must be £ from 0 to ${MOST_POUNDS}`
  return `${found}; ${WANTED}${advice(text)}`
}

function isDoubtful(text: string, separator: Separator): boolean {
  return POINT_OR_THOUSANDS.test(text) || (separator === ';' && COMMA_OR_THOUSANDS.test(text))
}

function advice(text: string): string {
  if (/^\D*\d.*%$/.test(text)) return '; a percentage is no amount'
  if (/^£?\s*[(–—−-].*\d|\d\s*-$/.test(text)) return '; an amount below 0 is no budget'
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text))
    return `; write all digits, as ${Number(text)}: format the cells as numbers`
  const plain = text.replace(/\s/g, ' ').replace(/^(?:GBP|£) ?| ?(?:GBP|£|pounds)$/gi, '')
  // Of what could be thousands or a fraction, no reading is put forward.
  const isUnclear = /^0\d|[.,]\d{3}$/.test(plain) || (/,\d+$/.test(plain) && !/^\d{4,},\d{1,2}$/.test(plain))
  const meant = isUnclear ? undefined : meantNumber(plain)
  return meant === undefined ? '' : `; write ${meant}`
}
