// Foster carers against the closed form of an immigration-death process, and what their places do to the children.
import fc from 'fast-check'
import { mean, sampleVariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Carers, Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { Domain, runKey, seedKey } from '../../src/run/addresses.ts'
import { drawCarers } from '../../src/run/carers.ts'
import { createWorkspace } from '../../src/run/workspace.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'
import { howMany } from '../how-many.ts'
import { simpleScenario } from '../simple-scenario.ts'
import { measured, runMany } from './run-many.ts'

const RUNS = 6_000
const STANDARD_ERRORS = 4

/** Households that each give one place, so that places are households. */
const onePlaceEach: Carers = {
  households: 150,
  placesPerHousehold: 1,
  usableShare: 1,
  approvalsPerYear: 40,
  approvalMonths: 6,
  pipelinePerYear: 15,
  deregistrationsPerHouseholdYear: 0.12,
}

/** A scenario whose first placements have the given carers, and overflow to one without limit. */
function withCarers(...stocks: Carers[]): Scenario {
  const limited = stocks.map((carers, index) => [
    `foster${index}`,
    { label: 'Foster care', weeklyPrice: 1, carers, overflow: ['foster'] },
  ])
  const { placements } = simpleScenario()
  return simpleScenario({
    end: '2026-03-31',
    placements: { ...Object.fromEntries(limited), ...placements },
  })
}

/** [stock][run][day] usable places, of so many runs. */
function placesOf(scenario: Scenario, runs: number): Int32Array[][] {
  const model = compileModel(scenario)
  const space = createWorkspace(model)
  const drawn = Array.from({ length: runs }, (_, run) => {
    drawCarers(space, runKey(seedKey('carers'), Domain.chance, run))
    return space.usablePlaces.map((byDay) => byDay.slice())
  })
  return model.carers.map((_, stock) => drawn.map((stocks) => stocks[stock]))
}

/** Mean and variance of the households after some days: those of the start still there, and a Poisson number of others. */
function closedForm(carers: Carers, days: number): { mean: number; variance: number } {
  const hazard = carers.deregistrationsPerHouseholdYear / 365.25
  const lag = Math.min(days, 182)
  const stays = (from: number) => Math.exp(-hazard * from)
  const inPipeline = ((carers.pipelinePerYear ?? 0) / 365.25 / hazard) * (stays(days - lag) - stays(days))
  const later = (carers.approvalsPerYear / 365.25 / hazard) * (1 - stays(days - lag))
  const left = carers.households * stays(days)
  return {
    mean: left + inPipeline + later,
    variance: left * (1 - stays(days)) + inPipeline + later,
  }
}

describe('drawCarers', () => {
  const [runs] = placesOf(withCarers(onePlaceEach), RUNS)

  test.each([1, 90, 182, 183, 365, 1000, 1826])(
    'has the mean and the variance of an immigration-death process after %i days',
    (day) => {
      const households = runs.map((byDay) => byDay[day])
      const known = closedForm(onePlaceEach, day)
      expect(Math.abs(mean(households) - known.mean)).toBeLessThan(
        STANDARD_ERRORS * Math.sqrt(known.variance / RUNS),
      )
      const squares = households.map((value) => (value - known.mean) ** 2)
      expect(Math.abs(mean(squares) - known.variance)).toBeLessThan(
        STANDARD_ERRORS * Math.sqrt(sampleVariance(squares) / RUNS),
      )
    },
  )

  test('starts with the households of the scenario in every run', () => {
    expect(runs.every((byDay) => byDay[0] === 150)).toBe(true)
  })

  test('never has less than no household, however fast they leave', () => {
    const [fleeting] = placesOf(
      withCarers({ ...onePlaceEach, households: 3, deregistrationsPerHouseholdYear: 300 }),
      500,
    )
    expect(fleeting.some((byDay) => byDay.includes(0))).toBe(true)
    expect(fleeting.every((byDay) => byDay.every((households) => households >= 0))).toBe(true)
  })

  test('approves those who apply from the start on only after the months that an approval takes', () => {
    const staying = { ...onePlaceEach, deregistrationsPerHouseholdYear: 0 }
    const [unprepared] = placesOf(withCarers({ ...staying, pipelinePerYear: 0, approvalsPerYear: 900 }), 20)
    for (const byDay of unprepared) {
      expect(new Set(byDay.subarray(0, 183))).toEqual(new Set([150]))
      expect(byDay[213]).toBeGreaterThan(150)
    }
    const [closing] = placesOf(withCarers({ ...staying, pipelinePerYear: 900, approvalsPerYear: 0 }), 20)
    for (const byDay of closing) {
      expect(byDay[182]).toBeGreaterThan(500)
      expect(new Set(byDay.subarray(182))).toEqual(new Set([byDay[182]]))
    }
  })

  test('draws the households of two placements apart', () => {
    const [one, other] = placesOf(withCarers(onePlaceEach, onePlaceEach), 2_000).map((drawn) =>
      drawn.map((byDay) => byDay[1000]),
    )
    const product = mean(one.map((value, run) => (value - mean(one)) * (other[run] - mean(other))))
    const correlation = product / Math.sqrt(sampleVariance(one) * sampleVariance(other))
    expect(Math.abs(correlation)).toBeLessThan(STANDARD_ERRORS / Math.sqrt(2_000))
  })

  test('has more new households than are drawn at once', () => {
    const busy = { ...onePlaceEach, households: 700, approvalsPerYear: 1_000, pipelinePerYear: 1_000 }
    const [drawn] = placesOf(withCarers(busy), 300)
    const known = closedForm(busy, 1826)
    expect(Math.abs(mean(drawn.map((byDay) => byDay[1826])) - known.mean)).toBeLessThan(
      STANDARD_ERRORS * Math.sqrt(known.variance / 300),
    )
  })
})

/** Every placement with places has instead as many households with one place each, whom nothing changes. */
function withLastingCarers(scenario: Scenario): Scenario {
  const lasting = (households: number): Carers => ({
    households,
    placesPerHousehold: 1,
    usableShare: 1,
    approvalsPerYear: 0,
    approvalMonths: 0,
    deregistrationsPerHouseholdYear: 0,
  })
  const placements = Object.entries(scenario.placements).map(([key, { places, ...placement }]) => [
    key,
    places === undefined ? placement : { ...placement, carers: lasting(places) },
  ])
  return { ...scenario, placements: Object.fromEntries(placements) }
}

/** Carers of generated scenarios as fixed places. */
function withFixedPlaces(scenario: Scenario): Scenario {
  const placements = Object.entries(scenario.placements).map(([key, { carers, ...placement }]) => [
    key,
    carers ? { ...placement, places: carers.households } : placement,
  ])
  return { ...scenario, placements: Object.fromEntries(placements) }
}

describe('simulateRun with carers', () => {
  test('gives the same in every number as fixed places where no household comes or leaves', () => {
    fc.assert(
      fc.property(arbitraryScenario, (generated) => {
        const scenario = withFixedPlaces(generated)
        const withoutBlock = (row: Int32Array, { usablePlaces }: { usablePlaces: number }) =>
          row.slice(0, usablePlaces)
        const fixed = runMany(compileModel(scenario), 2, withoutBlock)
        expect(runMany(compileModel(withLastingCarers(scenario)), 2, withoutBlock)).toEqual(fixed)
      }),
      { numRuns: howMany(40, 100) },
    )
  })

  test('lets carers change no child but by their places: first entries in a month are the same', () => {
    fc.assert(
      fc.property(arbitraryScenario, (drawn) => {
        // Who lives elsewhere leaves on another day, and so comes back on another.
        const scenario = { ...drawn, afterCare: undefined }
        const entriesOf = (one: Scenario) => {
          const model = compileModel(one)
          return runMany(model, 1, (row, layout) =>
            model.axes.months.map((_, month) => measured(row, layout, 'entries', month)),
          )
        }
        expect(entriesOf(scenario)).toEqual(entriesOf(withFixedPlaces(scenario)))
      }),
      { numRuns: howMany(20, 50) },
    )
  })

  test('writes the places at the end of each month into the row', () => {
    const model = compileModel(withCarers(onePlaceEach, { ...onePlaceEach, usableShare: 0.5 }))
    const space = createWorkspace(model)
    const drawn = runMany(model, 2, (row, { usablePlaces, length }) => [
      ...row.subarray(usablePlaces, length),
    ])
    drawn.forEach((block, run) => {
      drawCarers(space, runKey(seedKey('test'), Domain.chance, run))
      expect(block).toEqual(
        model.axes.monthEnd.flatMap((day) => space.usablePlaces.map((byDay) => byDay[day])),
      )
    })
  })

  test('sends those who find no place down the overflow list, and moves out nobody who is there', () => {
    const leaving = { ...onePlaceEach, households: 60, approvalsPerYear: 0, pipelinePerYear: 0 }
    const scenario = withCarers({ ...leaving, deregistrationsPerHouseholdYear: 2 })
    const model = compileModel({
      ...scenario,
      openingStock: { ...scenario.openingStock, children: 50, placements: { foster0: 50 } },
      entries: {
        ...scenario.entries,
        placements: { ...scenario.entries.placements, 'under 1': { foster0: 1 } },
      },
    })
    const [end] = runMany(model, 1, (row, layout) => ({
      inPlace: row[layout.offset.children + (layout.months - 1) * layout.placements],
      places: row[layout.length - 1],
      over: measured(row, layout, 'over_places'),
    }))
    expect(end.inPlace).toBeGreaterThanOrEqual(50)
    // The 60 places of the start would be filled at once.
    expect(end.inPlace).toBeLessThan(60)
    expect(end.places).toBeLessThan(10)
    expect(end.over).toBeGreaterThan(300)
  })
})
