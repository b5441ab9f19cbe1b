import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { compileCells, eventsPerHazard, hazardPerEvent } from '../../src/model/cells.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { moveShares } from '../../src/model/hazard-factors.ts'
import { compileOpeningStock } from '../../src/model/opening-stock.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../simple-scenario.ts'

const twoHomes = {
  a: { label: 'A', weeklyPrice: 100 },
  b: { label: 'B', weeklyPrice: 250.5, ages: ['16 to 17'] as (typeof AGE_BANDS)[number][] },
}

describe('eventsPerHazard', () => {
  test('is (1 - e^-h) / h for small and large hazards, without a step between its two ways', () => {
    for (const hazard of [1e-9, 1e-4, 0.01, 0.0499999, 0.05, 0.3, 2, 40])
      expect(eventsPerHazard(hazard) / (-Math.expm1(-hazard) / hazard)).toBeCloseTo(1, 9)
    expect(eventsPerHazard(0)).toBe(1)
  })
})

describe('hazardPerEvent', () => {
  test('is h / (1 - e^-h) for small and large hazards, without a step between its two ways', () => {
    for (const hazard of [1e-9, 1e-4, 0.01, 0.0499999, 0.05, 0.3, 2, 40])
      expect(hazardPerEvent(hazard) / (hazard / -Math.expm1(-hazard))).toBeCloseTo(1, 13)
    expect(hazardPerEvent(0)).toBe(1)
  })
})

describe('compileCells', () => {
  test('gives the per-day law: 1 - e^-h in all, each outcome in proportion', () => {
    const cells = compileCells(
      simpleScenario({ exits: { reunification: constantHazard(36.525), adoption: constantHazard(109.575) } }),
    )
    const hazards = cells.cumulative.subarray(0, cells.outcomes)
    const events = eventsPerHazard(hazards[cells.outcomes - 1])
    expect(hazards[0] * events).toBeCloseTo((1 - Math.exp(-0.4)) / 4, 14)
    expect(hazards[EXIT_REASONS.indexOf('adoption')] * events).toBeCloseTo(1 - Math.exp(-0.4), 14)
    expect(cells.bounding[0]).toBeCloseTo(0.4, 14)
  })

  test('bounds every cell that a child can reach before it leaves its placement', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const cells = compileCells(scenario)
        const perPlacement = cells.placementStride
        for (let cell = 0; cell < cells.bounding.length; cell++) {
          const later = Math.floor(cell / perPlacement) * perPlacement + perPlacement - 1
          for (const reachable of [cell, later])
            expect(cells.cumulative[reachable * cells.outcomes + cells.outcomes - 1]).toBeLessThanOrEqual(
              cells.bounding[cell] * (1 + 1e-12),
            )
        }
      }),
      { numRuns: howMany(20, 50) },
    )
  })

  test('lets nobody move into a placement that does not take the age', () => {
    const scenario = simpleScenario({ placements: twoHomes })
    const destinations = { a: { a: 0.25, b: 0.75 }, b: { b: 1 } }
    const shares = moveShares(scenario, { perYear: 1, destinations })
    const cumulative = (age: (typeof AGE_BANDS)[number], from: number) => {
      const at = (AGE_BANDS.indexOf(age) * 2 + from) * 2
      return [...shares.subarray(at, at + 2)]
    }
    expect(cumulative('5 to 9', 0)).toEqual([1, 1])
    expect(cumulative('16 to 17', 0)).toEqual([0.25, 1])
    expect(cumulative('5 to 9', 1)).toEqual([0, 0])
  })
})

describe('compileOpeningStock', () => {
  test('has exactly the counts by placement and the apportioned counts by age', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const stock = compileOpeningStock(scenario)
        Object.entries(scenario.openingStock.placements).forEach(([, count], placement) => {
          expect(stock.placement.filter((home) => home === placement).length).toBe(count)
        })
        AGE_BANDS.forEach((band, index) => {
          const exact = scenario.openingStock.ages[band] * scenario.openingStock.children
          expect(Math.abs(stock.ageBand.filter((age) => age === index).length - exact)).toBeLessThan(1)
        })
      }),
    )
  })

  test('keeps ages out of placements that do not take them, where the margins allow it', () => {
    const stock = compileOpeningStock(
      simpleScenario({
        placements: twoHomes,
        openingStock: {
          children: 100,
          placements: { a: 80, b: 20 },
          ages: { ...everyAge(0.15), '16 to 17': 0.4 },
          monthsInCare: { 0: 1 },
        },
      }),
    )
    stock.placement.forEach((home, child) => {
      if (home === 1) expect(AGE_BANDS[stock.ageBand[child]]).toBe('16 to 17')
    })
  })
})

describe('compileModel', () => {
  test('uplifts prices on each 1 April from the price base, in whole pence', () => {
    const scenario = simpleScenario({
      placements: twoHomes,
      priceBase: '2015/16',
      upliftPerYear: 0.1,
      start: '2016-12-31',
      end: '2018-04-01',
    })
    const { weeklyPence, axes } = compileModel(scenario)
    expect(axes.years).toEqual(['2016/17', '2017/18', '2018/19'])
    expect([...weeklyPence]).toEqual([11000, 27555, 12100, 30311, 13310, 33342])
  })

  test('survives a structured clone, as workers need it', () => {
    const model = compileModel(
      simpleScenario({ openingStock: { ...simpleScenario().openingStock, ages: onlyAge('1 to 4') } }),
    )
    expect(structuredClone(model)).toEqual(model)
  })
})
