import { expect, test } from 'vitest'
import { paybackResults } from '../../src/summary/packages/payback.ts'
import { beforeStartInWords, paybackInWords } from '../../src/words/payback-in-words.ts'
import { fewerInFosterCare, interventionLine } from '../summary/package-table.ts'
import { smallTable } from '../summary/small-table.ts'

const { table } = fewerInFosterCare([interventionLine('review', { pounds: [5_000, 2_000] })])

test('paybackInWords names the first simulated year and gives the chances by both definitions', () => {
  expect(paybackInWords(paybackResults(smallTable(), table), 5)).toEqual([
    'Payback, counted from 2017/18; first year with a net saving of its own: <60 % by the end of 2017/18, ' +
      '80 % by the end of 2018/19, 20 % not within these years, 80 % paid back and still so at the end; first year in which all years so far have one: ' +
      '<60 % by the end of 2017/18, 40 % by the end of 2018/19, 60 % not within these years, 40 % paid back and still so at the end.',
  ])
})

test('paybackInWords says nothing of an illustration', () => {
  expect(paybackInWords(paybackResults(smallTable(), table, true), 5)).toEqual([])
})

test('beforeStartInWords says what was paid before the start, and nothing where nothing was', () => {
  expect(beforeStartInWords(81_205.48)).toEqual([
    'Before the start: £81,205 of sums of that financial year and of those paid once; in no cost here, but paid back with all years so far.',
  ])
  expect(beforeStartInWords()).toEqual([])
})
