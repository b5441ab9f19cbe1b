// The registry of warnings: the compiler sees to it that what is made has an entry, this test that what has an entry is made.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WARNING_CODES } from '../../../src/result/warnings/warning-codes.ts'

const SOURCE = new URL('../../../src/', import.meta.url)
const MAKERS = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('warning-codes.ts'))
  .map((name) => readFileSync(new URL(name, SOURCE), 'utf8'))

test.each(Object.keys(WARNING_CODES))('the warning %s is made somewhere', (code) => {
  expect(MAKERS.some((text) => text.includes(`'${code}'`))).toBe(true)
})

test.each(Object.entries(WARNING_CODES))('the sentence of %s ends with a full stop', (_, sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/)
})
