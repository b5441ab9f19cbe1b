import { describe, expect, it } from 'vitest'
import { adviceBelow0, meantNumber } from '../../src/input/number-advice.ts'

describe('meantNumber', () => {
  it.each([
    ['1_000', 1000],
    ['1,000', 1000],
    ['1,234,567.5', 1_234_567.5],
    ['12 000', 12_000],
    ['0,5', 0.5],
    ['£350', 350],
    ['-£1,000', -1000],
    ['5%', 0.05],
    ['0.07 %', 0.0007],
    ['0.1m', 100_000],
    ['164k', 164_000],
    ['1.2bn', 1_200_000_000],
    ['350', 350],
    ['high', undefined],
    ['2017-03-31', undefined],
    ['1 to 4', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, number) => {
    expect(meantNumber(text)).toBe(number)
  })
})

describe('adviceBelow0', () => {
  const effect = ['interventions', 'it', 'effects', 0]

  it.each([
    [['raiseExits', 'perYear'], 'fewer than happen anyway are a hazardRatio below 1'],
    [
      ['stepDown', 'perFinancialYear', '2024/25', 'low'],
      'fewer than happen anyway are a hazardRatio below 1',
    ],
    [['addPlaces', 'householdsPerYear'], 'carerAttrition above 1'],
    [['preventEntries', 'serves'], 'success below 0'],
  ])('says for %s how the opposite is written', (field, advice) => {
    expect(adviceBelow0([...effect, ...field], -1)).toContain(advice)
  })

  it('says nothing of other numbers', () => {
    expect(adviceBelow0([...effect, 'raiseExits', 'perYear'], 200_000)).toBe('')
    expect(adviceBelow0(['entries', 'perYear'], -1)).toBe('')
  })
})
