import { describe, expect, test } from 'vitest'
import { wrapText } from '../../src/domain/wrap-text.ts'
import { paint, terminalStyle } from '../../src/terminal/terminal-style.ts'

const TERMINAL = { isTTY: true, columns: 120 }

describe('terminalStyle', () => {
  test('takes the width and the colours of a terminal, and 80 columns without colours of a pipe', () => {
    const environment = { LANG: 'en_GB.UTF-8', TERM: 'xterm' }
    expect(terminalStyle(TERMINAL, environment, 'linux')).toEqual({
      columns: 120,
      unicode: true,
      colour: true,
    })
    expect(terminalStyle({ columns: 120 }, environment, 'linux')).toEqual({
      columns: 80,
      unicode: true,
      colour: false,
    })
  })

  test.each([
    [{ LANG: 'de_DE.utf8' }, true],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, false],
    [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, true],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: '' }, true],
    [{ LANG: 'tr_TR.ISO-8859-9' }, false],
    [{}, false],
    [{ LANG: 'en_GB.UTF-8', TERM: 'dumb' }, false],
  ])('reads from %j whether the terminal has Unicode: %j', (environment, unicode) => {
    expect(terminalStyle(TERMINAL, environment, 'linux').unicode).toBe(unicode)
  })

  test('has Unicode on Windows, which sets no locale', () => {
    expect(terminalStyle(TERMINAL, {}, 'win32').unicode).toBe(true)
  })

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('has no colours under %j', (environment) => {
    expect(terminalStyle(TERMINAL, environment, 'linux').colour).toBe(false)
  })
})

test('paint leaves text alone where there is no colour', () => {
  expect(paint({ columns: 80, unicode: true, colour: false }, 'bold', 'text')).toBe('text')
  expect(paint({ columns: 80, unicode: true, colour: true }, 'bold', 'text')).toBe('\x1b[1mtext\x1b[22m')
})

describe('wrapText', () => {
  test('breaks between words and indents what follows the first line', () => {
    expect(wrapText('- how many children  start\nto be', 12, '  ')).toEqual([
      '- how many',
      '  children',
      '  start to',
      '  be',
    ])
  })

  test('leaves a word that is too long in one piece', () => {
    expect(wrapText('a incomprehensibilities b', 10)).toEqual(['a', 'incomprehensibilities', 'b'])
  })

  test('lets no control character of a scenario act on the terminal', () => {
    expect(wrapText('a\x1b[2Jb\x07', 10)).toEqual(['a [2Jb'])
  })

  test('makes no line of nothing', () => {
    expect(wrapText('  ', 10)).toEqual([])
  })
})
