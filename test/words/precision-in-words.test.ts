import { expect, test } from 'vitest'
import { precisionWarnings } from '../../src/result/warnings/precision-warnings.ts'
import { precisionInWords } from '../../src/words/precision-in-words.ts'

const ERRORS = { mean_error_percent: 0.034, q90_error_percent: 0.2149 }

test('precisionInWords gives each error two digits that count', () => {
  expect(precisionInWords(ERRORS)).toBe(
    'Monte Carlo error of the cost of all years: mean 0.034 %, P90 0.21 %.',
  )
})

test('precisionWarnings warns of an error that was asked for and not reached, and of no other', () => {
  expect(precisionWarnings(ERRORS, 2_000, undefined)).toEqual([])
  expect(precisionWarnings(ERRORS, 2_000, 0.3)).toEqual([])
  expect(precisionWarnings(ERRORS, 1_000_000, 0.21)).toEqual([
    {
      code: 'error-not-reached',
      text: 'the error asked for, below 0.21 %, is not reached with 1,000,000 runs, the most there can be: mean 0.034 %, P90 0.21 %',
    },
  ])
})
