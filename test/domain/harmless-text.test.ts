import { describe, expect, it } from 'vitest'
import { actingInLine, actingInText, harmless } from '../../src/domain/harmless-text.ts'

describe('harmless', () => {
  it.each([
    ['\x1b[31mred', '\\u001b[31mred'],
    ['\u009b2J', '\\u009b2J'],
    ['\u202eback\u2066', '\\u202eback\\u2066'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['half \ud83d', 'half \\ud83d'],
    ['a\rb', 'a\\u000db'],
  ])('shows %j by its number', (text, shown) => {
    expect(harmless(text)).toBe(shown)
    expect(JSON.parse(`"${harmless(text)}"`)).toBe(text)
  })

  it.each(['Zoë, 5 % – £3m …', 'two\nlines\tand a tab', '子ども 👧', '\u00a0'])(
    'leaves %j as it is',
    (text) => {
      expect(harmless(text)).toBe(text)
    },
  )
})

describe('actingInLine', () => {
  it('names the first character that acts, and counts ends of lines and tabs among them', () => {
    expect(['a\nb', 'a\tb', 'a\u009bb\u202e', 'fine'].map(actingInLine)).toEqual([
      'U+000A',
      'U+0009',
      'U+009B',
      undefined,
    ])
    expect(['a\nb', 'a\tb', 'a\u{e0041}'].map(actingInText)).toEqual([undefined, undefined, 'U+E0041'])
  })
})
