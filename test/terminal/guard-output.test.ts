import { expect, test } from 'vitest'
import { guarded, guardOutput } from '../../src/terminal/guard-output.ts'
import { paint } from '../../src/terminal/terminal-style.ts'

const style = { columns: 80, unicode: true, colour: true }

test('guarded lets the colours of carecast pass where they are shown, and no other code', () => {
  const text = `${paint(style, 'bold', 'Cost')} of \x1b]0;x\x07\x1b[31m\u009b2J`
  const shown = 'of \\u001b]0;x\\u0007\\u001b[31m\\u009b2J'
  expect(guarded(text, true)).toBe(`\x1b[1mCost\x1b[22m ${shown}`)
  expect(guarded(text, false)).toBe(`\\u001b[1mCost\\u001b[22m ${shown}`)
})

test('guarded keeps the returns of a line of progress, and none inside a text', () => {
  expect(guarded('\r5 of 10\r', false)).toBe('\r5 of 10\r')
  expect(guarded('valid\rbroken\n', false)).toBe('valid\\u000dbroken\n')
  expect(guarded('\r', false)).toBe('\r')
})

test('guardOutput leaves bytes as they are, and tells whether the stream has room', () => {
  const chunks: unknown[] = []
  const stream = {
    write: (chunk: unknown) => {
      chunks.push(chunk)
      return false
    },
  }
  guardOutput(stream, false)
  const bytes = new Uint8Array([27])
  expect([stream.write('a\x1b'), stream.write(bytes)]).toEqual([false, false])
  expect(chunks).toEqual(['a\\u001b', bytes])
})
