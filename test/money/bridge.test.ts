import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bridgeParts } from '../../src/money/bridge.ts'

const year = {
  outturn: 1_000_000,
  careDays: 10_000,
  uplift: 1.02,
  forecast: 1_300_000,
  forecastCareDays: 11_000,
}

describe('bridgeParts', () => {
  it('puts prices on last year’s care, the number at the prices after the uplift, and the rest on the mix', () => {
    expect(bridgeParts(year)).toEqual([
      { part: 'prices', amount: 20_000 },
      { part: 'number', amount: 102_000 },
      { part: 'mix', amount: 178_000 },
    ])
  })

  it('keeps number and mix together where last year’s days of care are not known', () => {
    expect(bridgeParts({ ...year, careDays: undefined })).toEqual([
      { part: 'prices', amount: 20_000 },
      { part: 'demand and mix', amount: 280_000 },
    ])
  })

  it('has no number where the days of care are the same, and no mix where a day costs last year’s price and the uplift', () => {
    const [, number] = bridgeParts({ ...year, forecastCareDays: 10_000 })
    expect(number.amount).toBe(0)
    const [, , mix] = bridgeParts({ ...year, forecast: 1_000_000 * 1.02 * 1.1 })
    expect(mix.amount).toBe(0)
  })

  it('has parts that lead from outturn to forecast to the penny', () => {
    const pence = fc.integer({ min: 1, max: 1e11 })
    const careDays = fc.integer({ min: 1_000, max: 1e7 })
    fc.assert(
      fc.property(
        pence,
        pence,
        fc.option(careDays, { nil: undefined }),
        careDays,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (outturn, forecast, days, forecastCareDays, uplift) => {
          const parts = bridgeParts({
            outturn: outturn / 100,
            forecast: forecast / 100,
            careDays: days,
            forecastCareDays,
            uplift,
          })
          const steps = parts.reduce((sum, { amount }) => sum + BigInt(Math.round(amount * 100)), 0n)
          expect(BigInt(outturn) + steps).toBe(BigInt(forecast))
        },
      ),
    )
  })
})
