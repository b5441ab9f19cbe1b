import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../../src/input/reading/yaml-source.ts'

function messageOf(text: string): string {
  try {
    return JSON.stringify(parseYaml(text, 's.yaml').data)
  } catch (error) {
    return (error as Error).message
  }
}

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]`

const deep = 's.yaml:1:65 is nested more than 64 levels deep'

describe('parseYaml', () => {
  it('takes a key without a value in braces where it has its colon', () => {
    expect(messageOf('a: { facts: , b: 1 }')).toBe('{"a":{"facts":null,"b":1}}')
  })

  it.each([
    [
      'an open quote',
      'a: "x',
      /^s\.yaml:1:6 is not YAML: Missing closing "quote; check that every key has a colon/,
    ],
    [
      'a tab',
      'a:\n\tb: 1',
      /^s\.yaml:2:1 is not YAML: Tabs are not allowed as indentation; indent with spaces$/,
    ],
    [
      'a colon in a text',
      'a: b: c',
      /^s\.yaml:1:4 is not YAML: Nested mappings .* put a text that contains ': ' in quotes$/,
    ],
    ['a tag', 'a: !!timestamp 2015-01-01', /^s\.yaml:1:4 is not YAML: Unresolved tag: .*; leave out the tag/],
    [
      'a text with a comma in braces, whatever keys there may be',
      'a: { ifa: 10, assumed: printed homes, rest judgement }',
      's.yaml:1:39 a.rest judgement: has no colon and no value; in { } a comma ends a value: put a text that has one in quotes',
    ],
    [
      'a text whose rest could be a key',
      'a: { assumed: homes, ifa, kinship: 3 }',
      /^s\.yaml:1:22 a\.ifa: has no colon .* in quotes$/,
    ],
    [
      'a number with a comma in braces',
      'a: { value: 5,600, source: x }',
      's.yaml:1:15 a.600: has no colon and no value; in { } a comma ends a value: write numbers without commas',
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2',
      's.yaml:2:1 a second document begins here (---); a scenario is one document',
    ],
    [
      'a repeated key',
      'a:\n  b: 1\n  b: 2',
      's.yaml:3:3 a.b: is here a second time; a key may appear once in its block',
    ],
    [
      'a key repeated in other quotes',
      '0: 1\n"0": 2',
      's.yaml:2:1 0: is here a second time; a key may appear once in its block',
    ],
    ['a list as a key', 'a: {[b]: 1}', 's.yaml:1:5 a: every key must be a word or a text'],
    ['a key left out', 'a: 1\n: 2', 's.yaml:2:1 every key must be a word or a text'],
    [
      '__proto__',
      'a:\n  - __proto__: {b: 1}',
      's.yaml:2:5 a.0.__proto__: is a reserved word; choose another key',
    ],
    ['constructor', 'constructor: 1', 's.yaml:1:1 constructor: is a reserved word; choose another key'],
    ['toString', 'toString: 1', 's.yaml:1:1 toString: is a reserved word; choose another key'],
    ['an alias without anchor', 'a: *b', 's.yaml:1:4 a: *b has no &b before it'],
    ['an alias inside its anchor', 'a: &a\n  b: [*a]', 's.yaml:2:7 a.b.0: *a contains itself'],
    ['an alias as a key', 'a: &a x\n*a : 1', 's.yaml:2:1 every key must be a word or a text'],
    [
      'too many aliases',
      `a: &a 1\nb: [${'*a, '.repeat(101)}]`,
      's.yaml:2:405 b.100: is one alias more than the 100 that are allowed',
    ],
    ['a bomb of aliases', bomb, 's.yaml repeats itself too often with *aliases; write the values out'],
    ['deep brackets', '['.repeat(100_000), deep.replace('65', '64')],
    ['deep keys', '{a: '.repeat(100_000), deep.replace('65', '253')],
    ['deep lists', '- '.repeat(100_000), deep.replace('65', '127')],
  ])('refuses %s', (_, text, message) => {
    expect(messageOf(text)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })

  it('pollutes no prototype', () => {
    messageOf('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('keeps to YAML 1.2 whatever the file declares', () => {
    expect(messageOf('%YAML 1.1\n---\na: no\nb: 1_000\nc: 2015-01-01')).toBe(
      '{"a":"no","b":"1_000","c":"2015-01-01"}',
    )
  })

  it('finds a value by its value, a block by its key, and what is missing by the block around it', () => {
    const { placeOf } = parseYaml('a:\n  b: 1\n  c:\n    - x\n  d:\n', 's.yaml')
    expect(placeOf(['a', 'b'])).toEqual({ file: 's.yaml', line: 2, column: 6 })
    expect(placeOf(['a', 'b'], 'key')).toEqual({ file: 's.yaml', line: 2, column: 3 })
    expect(placeOf(['a', 'c'])).toEqual({ file: 's.yaml', line: 3, column: 3 })
    expect(placeOf(['a', 'c', 0])).toEqual({ file: 's.yaml', line: 4, column: 7 })
    expect(placeOf(['a', 'c', 0], 'key')).toEqual({ file: 's.yaml', line: 4, column: 7 })
    expect(placeOf(['a', 'd'])).toEqual({ file: 's.yaml', line: 5, column: 3 })
    expect(placeOf(['a', 'e', 'f'])).toEqual({ file: 's.yaml', line: 1, column: 1 })
  })

  it('finds values behind an alias where they are written', () => {
    const { placeOf } = parseYaml('a: &a\n  b: 1\nc: *a\n', 's.yaml')
    expect(placeOf(['c'])).toEqual({ file: 's.yaml', line: 3, column: 4 })
    expect(placeOf(['c', 'b'])).toEqual({ file: 's.yaml', line: 2, column: 6 })
  })
})
