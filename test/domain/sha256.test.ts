// SHA-256 held against the machine's own.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256InBase64, sha256InHex } from '../../src/domain/sha256.ts'

test('The SHA-256 of abc is the one that the standard gives', () => {
  expect(sha256InHex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('SHA-256 is that of node:crypto for texts of every length around the ends of blocks', () => {
  for (let length = 0; length <= 200; length++) {
    const text = 'é'.repeat(length % 3) + 'x'.repeat(length)
    expect(sha256InHex(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
})

test('SHA-256 is that of node:crypto for any text, in hex and in base64', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      expect(sha256InHex(text)).toBe(createHash('sha256').update(text).digest('hex'))
      expect(sha256InBase64(text)).toBe(createHash('sha256').update(text).digest('base64'))
    }),
  )
})
