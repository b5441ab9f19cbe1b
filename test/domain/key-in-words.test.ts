import { expect, test } from 'vitest'
import { keyInWords } from '../../src/domain/key-in-words.ts'

test('keyInWords writes a key of several words with spaces and small letters', () => {
  expect(['adoption', 'specialGuardianship', 'placedForAdoption'].map(keyInWords)).toEqual([
    'adoption',
    'special guardianship',
    'placed for adoption',
  ])
})

test('keyInWords writes hyphens as spaces', () => {
  expect(keyInWords('edge-of-care')).toBe('edge of care')
})
