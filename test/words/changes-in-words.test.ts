import { expect, test } from 'vitest'
import type { Change } from '../../src/input/reading/changes.ts'
import { changesInWords } from '../../src/words/changes-in-words.ts'

const change = (path: string, from: Change['from'], to: Change['to']): Change => ({
  by: 'set',
  path,
  from,
  to,
})

test('changesInWords names the file that is extended, even where nothing differs, and what was set', () => {
  const forked: Change = { by: 'extends', path: 'b', from: 36, to: 46 }
  expect(changesInWords([change('a', 1, 2), forked], 'small.yaml')).toEqual([
    'Changed against small.yaml: b 36 -> 46',
    'Set on the command line: a 1 -> 2',
  ])
  expect(changesInWords([], 'small.yaml')).toEqual(['Changed against small.yaml: nothing'])
})

test('changesInWords says what the uplift is of', () => {
  expect(changesInWords([change('upliftPerYear', 0, 0.02)], undefined)).toEqual([
    'Set on the command line: uplift of all prices a year (upliftPerYear) 0 -> 0.02',
  ])
})

test('changesInWords shows three changes, numbers first, and counts the others', () => {
  expect(changesInWords([], undefined)).toEqual([])
  expect(changesInWords([change('a', null, 0.5)], undefined)).toEqual([
    'Set on the command line: a (none) -> 0.5',
  ])
  const long = 'How many children will we look after?'
  const many = [change('q', long, 'x'), change('a', 1, 2), change('b', 3, null), change('c', 'y', 'z')]
  expect(changesInWords(many, undefined)).toEqual([
    'Set on the command line: a 1 -> 2; b 3 -> (none); q How many children will we l... -> x; + 1 more in the manifest',
  ])
})

test('changesInWords names blocks that came or went as a whole after numbers, without what is in them', () => {
  const service = [
    change('interventions.service.label', null, 'A service'),
    change('interventions.service.effects.0.prevents', null, 15),
    change('entries.perYear', 45, 40),
    change('question', 'How many?', 'How few?'),
  ]
  expect(changesInWords(service, undefined)).toEqual([
    'Set on the command line: entries.perYear 45 -> 40; interventions.service (added); question How many? -> How few?',
  ])
  const gone = service.slice(0, 2).map((one) => ({ ...one, from: one.to, to: null }))
  expect(changesInWords(gone, undefined)).toEqual([
    'Set on the command line: interventions.service (removed)',
  ])
})

test('changesInWords names each change in a block that was there and only got a label', () => {
  const labelled = [change('otherLines.legal.label', null, 'Legal costs')]
  expect(changesInWords(labelled, undefined)[0]).toContain('otherLines.legal.label (none) -> Legal costs')
  expect(changesInWords([...labelled, change('otherLines.legal.share', 1, 2)], undefined)[0]).toContain(
    'otherLines.legal.share 1 -> 2; otherLines.legal.label (none)',
  )
})
