// What every council's scenario must state: who comes back, brothers and sisters, and which of its numbers are guesses.
import { describe, expect, test } from 'vitest'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { readNamed } from './scenario-file.ts'

const COUNCILS = [
  'rotherham-2017',
  'worcestershire-2015',
  'herefordshire-2018',
  'herefordshire-2021',
  'leeds-2012',
]

describe.each(COUNCILS)('%s', async (name) => {
  const { scenario, assumptions, figures } = await readNamed(name)

  test('states who comes back by the published shares, groups of brothers and sisters, and allowances', () => {
    expect(scenario.afterCare?.reentry).toEqual({
      reunification: { 3: 0.12, 12: 0.2, 72: 0.35 },
      specialGuardianship: { 60: 0.057 },
      childArrangements: { 60: 0.147 },
      adoption: { 60: 0.007 },
    })
    const groups = Object.entries(scenario.entries.siblings!.groupSizes)
    const sizes = groups.filter(([size]) => Number(size) > 1)
    const children = sizes.reduce((sum, [size, share]) => sum + Number(size) * share, 0)
    const families = sizes.reduce((sum, [, share]) => sum + share, 0)
    expect(Math.abs(children / families - 2.5)).toBeLessThan(0.05)
    expect(scenario.afterCare?.allowances?.specialGuardianship).toBeDefined()
  })

  test('has 5 to 20 ranges in its baseline, all of them of assumed numbers and none that the fit would hold', () => {
    const ofBaseline = assumptions.filter(({ path }) => !path.startsWith('interventions.'))
    expect(ofBaseline.length).toBeGreaterThanOrEqual(5)
    expect(ofBaseline.length).toBeLessThanOrEqual(20)
    const ranges = new Set(ofBaseline.map(({ path }) => path))
    const kinds = figures.filter(({ path }) => ranges.has(path)).map(({ kind }) => kind)
    expect(kinds).toEqual(kinds.map(() => 'assumed'))
    expect(uncertaintyOf(scenario, assumptions).held).toEqual([])
  })
})

test.each([
  ['rotherham-2017', 215],
  ['worcestershire-2015', 132],
  ['herefordshire-2021', 132],
  ['leeds-2012', 610],
])('%s has households of foster carers who can take %i children on the first day', async (name, places) => {
  const { scenario } = await readNamed(name)
  const { households, placesPerHousehold, usableShare, ...flows } = scenario.placements.inHouseFoster.carers!
  expect(Math.floor(households * placesPerHousehold * usableShare)).toBe(places)
  const leaving = households * flows.deregistrationsPerHouseholdYear
  expect(Math.abs(flows.approvalsPerYear / leaving - 1)).toBeLessThan(0.03)
})
