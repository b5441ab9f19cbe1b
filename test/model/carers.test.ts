import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Carers } from '../../src/input/schema/scenario-schema.ts'
import { compileCarers, usablePlaces } from '../../src/model/carers.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { simpleScenario } from '../simple-scenario.ts'

const carers: Carers = {
  households: 23,
  placesPerHousehold: 1.87,
  usableShare: 0.85,
  approvalsPerYear: 2.2,
  approvalMonths: 6,
  deregistrationsPerHouseholdYear: 0.15,
}
const placements = {
  kin: { label: 'Kin', weeklyPrice: 1 },
  foster: { label: 'Foster', weeklyPrice: 1, carers, overflow: ['kin'] },
}

describe('usablePlaces', () => {
  test('counts whole places and rounds down', () => {
    expect([22, 23, 24].map((households) => usablePlaces(carers, households))).toEqual([34, 36, 38])
    expect(usablePlaces(carers, 0)).toBe(0)
  })

  test('loses no place to decimals in binary', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(400), fc.nat(100), (households, hundredths, percent) => {
        const places = usablePlaces(
          { placesPerHousehold: hundredths / 100, usableShare: percent / 100 },
          households,
        )
        expect(places).toBe(Math.floor((households * hundredths * percent) / 10_000))
      }),
    )
  })
})

describe('compileCarers', () => {
  test('turns rates per year into rates per day, and fills the pipeline as new applications do', () => {
    const [stock] = compileCarers(simpleScenario({ placements }))
    expect(stock).toMatchObject({ placement: 1, households: 23, approvalDays: 182 })
    expect(stock.approvalsPerDay * 365.25).toBeCloseTo(2.2, 12)
    expect(stock.pipelinePerDay).toBe(stock.approvalsPerDay)
    expect(stock.deregistrationPerDay * 365.25).toBeCloseTo(0.15, 12)
    const filled = {
      ...placements,
      foster: { ...placements.foster, carers: { ...carers, pipelinePerYear: 4 } },
    }
    expect(compileCarers(simpleScenario({ placements: filled }))[0].pipelinePerDay * 365.25).toBeCloseTo(
      4,
      12,
    )
  })

  test('has one stock for each placement with carers, and its places as the limit at the start', () => {
    const model = compileModel(simpleScenario({ placements }))
    expect(model.axes.carerPlacements).toEqual(model.carers.map(({ placement }) => placement))
    expect([...model.places.limit]).toEqual([0x7fffffff, 36])
    expect(compileModel(simpleScenario()).carers).toEqual([])
  })
})
