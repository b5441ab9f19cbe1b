import { describe, expect, test } from 'vitest'
import { shortLabel } from '../../../src/report/charts/short-label.ts'

describe('a short label', () => {
  test('leaves out what stands in brackets', () => {
    expect(shortLabel('Other (family centre, hospital, custody)')).toBe('Other')
  })

  test('keeps four words and no more', () => {
    expect(shortLabel('Our own foster carers')).toBe('Our own foster carers')
    expect(shortLabel("Children's homes and residential schools")).toBe("Children's homes and residential…")
  })

  test('is the label where nothing would be left of it', () => {
    expect(shortLabel('(unknown)')).toBe('(unknown)')
  })
})
