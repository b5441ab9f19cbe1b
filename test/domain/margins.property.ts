import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, fitMargins, roundToMargins } from '../../src/domain/margins.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const columnSums = (table: number[][]) => table[0].map((_, column) => sum(table.map((row) => row[column])))

/** A positive seed, and two margins of the same total. */
const seedAndMargins = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      seed: fc.array(
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: columns, maxLength: columns }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
      rowSums: fc.array(fc.nat(300), { minLength: rows, maxLength: rows }),
      columnShares: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
        minLength: columns,
        maxLength: columns,
      }),
    }),
  )

describe('apportion', () => {
  test('keeps the total, and every part within one of its exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), { minLength: 1 }),
        fc.nat(5000),
        (shares, total) => {
          const parts = apportion(shares, total)
          expect(sum(parts)).toBe(total)
          parts.forEach((part, index) => {
            expect(Math.abs(part - (shares[index] / sum(shares)) * total)).toBeLessThan(1)
          })
        },
      ),
    )
  })

  test('gives the ages of Rotherham: 58 % of 488 are 283 children aged 10 and over', () => {
    expect(apportion([0.42, 0.58], 488)).toEqual([205, 283])
  })
})

describe('fitMargins', () => {
  test('agrees with both margins and keeps the odds ratios of the seed', () => {
    fc.assert(
      fc.property(seedAndMargins, ({ seed, rowSums, columnShares }) => {
        const columns = apportion(columnShares, sum(rowSums))
        const table = fitMargins(seed, rowSums, columns)
        table.forEach((row, index) => {
          expect(sum(row)).toBeCloseTo(rowSums[index], 6)
        })
        columnSums(table).forEach((total, index) => {
          expect(total).toBeCloseTo(columns[index], 6)
        })
        if (seed.length > 1 && seed[0].length > 1 && Math.min(...table.flat()) > 1e-9)
          expect((table[0][0] * table[1][1]) / (table[0][1] * table[1][0])).toBeCloseTo(
            (seed[0][0] * seed[1][1]) / (seed[0][1] * seed[1][0]),
            4,
          )
      }),
    )
  })
})

describe('roundToMargins', () => {
  test('gives whole numbers with exactly the margins, even where the table does not have them', () => {
    fc.assert(
      fc.property(seedAndMargins, ({ seed, rowSums, columnShares }) => {
        const columns = apportion(columnShares, sum(rowSums))
        const whole = roundToMargins(seed, rowSums, columns)
        expect(whole.map(sum)).toEqual(rowSums)
        expect(columnSums(whole)).toEqual(columns)
        expect(whole.flat().every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
      }),
    )
  })
})
