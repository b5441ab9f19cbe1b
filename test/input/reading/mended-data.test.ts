import { expect, test } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire } from '../smallshire.ts'

const messages = (...changes: [string, string][]) => {
  try {
    parseScenario(changedSmallshire(...changes), 'small.yaml')
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message)
    throw error
  }
  return []
}

const WRONG_SHARES: [string, string] = ['    10 to 15: 0.39\n', '    10 to 15: 0.49\n']
const SUM = 'openingStock.ages: the shares sum to 1.1; they must sum to 1: divide each by 1.1'

test('a misspelt key, a negative price and an impossible date hide no share that does not sum', () => {
  const found = messages(
    WRONG_SHARES,
    ['value: 350,', 'value: -350,'],
    ['end: 2027-03-31', 'end: 2027-02-30'],
    ['    label: Our own', '    lable: Our own'],
  )
  expect(found).toEqual([
    "end: found '2027-02-30'; must be a date of the calendar, YYYY-MM-DD",
    'placements.kinship.weeklyPrice.value: found -350; must be a number from 0 to 1000000',
    'placements.inHouseFoster.lable: is not a known key; did you mean label?',
    SUM,
  ])
})

test('what is said of a guess itself is not: a share out of range is one problem, not two', () => {
  const found = messages(['    10 to 15: 0.39\n', '    10 to 15: 39\n'])
  expect(found).toEqual(['openingStock.ages.10 to 15: found 39; must be a number from 0 to 1; 39 % is 0.39'])
})

test('where nothing can be guessed, the rules wait', () => {
  const found = messages(WRONG_SHARES, ['council: Smallshire\n', ''])
  expect(found.length).toBe(1)
  expect(found[0]).toMatch(/^council: is missing/)
})

test('nothing is said of a value that the file does not have', () => {
  const found = messages(
    [
      'children: { value: 100, assumed: invented; a round number',
      'children: { value: 0, assumed: invented; a round number',
    ],
    ['    kinship: 18\n', '    kinship: 0\n'],
  )
  expect(found).toEqual(['openingStock.children.value: found 0; must be a whole number from 1 up'])
})
