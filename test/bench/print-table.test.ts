import { describe, expect, it } from 'vitest'
import { inFigures, inUnits } from '../../bench/print-table.ts'

describe('inUnits', () => {
  it('says milliseconds in the largest unit of which there is one', () => {
    expect([2500, 1, 0.0695, 7.4e-6, 3e-7].map(inUnits)).toEqual([
      '2.50 s',
      '1.00 ms',
      '69.5 µs',
      '7.40 ns',
      '0.300 ns',
    ])
  })
})

describe('inFigures', () => {
  it('says small ratios with a power of ten', () => {
    expect([25.1, 0.0141, 3.05e-7].map(inFigures)).toEqual(['25.1', '0.0141', '3.05e-7'])
  })
})
