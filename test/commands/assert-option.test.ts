import { describe, expect, test } from 'vitest'
import { readAssertion } from '../../src/commands/assert-option.ts'

const FORM = 'must be a name, one of >= > <= < and a number, like total@2024/25.q90<=5000000'

describe('readAssertion', () => {
  test('reads a name and a number', () => {
    expect(readAssertion('total@2024/25.q80<=5000000')).toMatchObject({ text: 'total@2024/25.q80<=5000000' })
  })

  test.each([
    ['total<=£5,000,000', '; write 5000000 for £5,000,000'],
    [
      'Agency foster carers<=3',
      '; a name has no spaces, and a placement is named by its key, not by its label',
    ],
    ['total', ''],
  ])('refuses %j with the form wanted, and how to mend it', (text, advice) => {
    expect(() => readAssertion(text, '--target')).toThrow(`--target ${FORM}, not '${text}'${advice}`)
  })
})
