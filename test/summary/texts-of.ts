import type { CodedTexts } from '../../src/summary/numbers/coded-texts.ts'

/** Returns the text of every row. */
export function textsOf({ texts, codes }: CodedTexts): string[] {
  return [...codes].map((code) => texts[code])
}
