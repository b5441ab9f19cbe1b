import { describe, expect, it } from 'vitest'
import { fitFacts } from '../../src/estimate/fit-facts.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { forecastChildren, readNamed, withoutPlaces } from './scenario-file.ts'

const { scenario } = await readNamed('herefordshire-2021')
const earlier = await readNamed('herefordshire-2018')
const { openingStock, placements, history, claims, start } = scenario

const reproducing = (variant: Scenario): Scenario => ({
  ...variant,
  facts: variant.facts!.map((facts) => ({ ...facts, mode: 'reproduce' })),
})

describe('Herefordshire, June 2021', () => {
  it('starts with the 320 children of ¶7, after the peak of 355', () => {
    expect(openingStock.children).toBe(320)
    expect(history?.children[start]).toBe(320)
    expect(Math.max(...Object.values(history!.children))).toBe(355)
  })

  it('has 55 % of the children with local foster carers, connected or mainstream (¶17)', () => {
    const { kinship, inHouseFoster } = openingStock.placements
    expect(kinship + inHouseFoster).toBe(176)
    expect((kinship + inHouseFoster) / openingStock.children).toBe(0.55)
  })

  it('divides the others as in March 2018', () => {
    const { kinship: _, inHouseFoster: __, ...others } = earlier.scenario.openingStock.placements
    for (const [key, children] of Object.entries(others))
      expect(openingStock.placements[key], key).toBe(Math.round((children * 144) / 86))
  })

  it('takes its prices and counts of 2017/18 from the scenario of 2018', () => {
    const pricesOf = (of: Scenario) =>
      Object.entries(of.placements).map(([key, { weeklyPrice }]) => [key, weeklyPrice])
    expect(pricesOf(scenario)).toEqual(pricesOf(earlier.scenario))
    expect(scenario.priceBase).toBe(earlier.scenario.priceBase)
    expect(scenario.facts).toEqual([{ ...earlier.scenario.facts![0], mode: 'shrink' }])
    expect(Object.keys(placements)).toEqual(Object.keys(openingStock.placements))
  })

  it('asks whether the number is above 355 on the last of May 2023', () => {
    expect(claims?.['above-the-peak'].children).toEqual({ on: '2023-05-31', above: 355 })
  })

  it('comes within two Poisson deviations of every count of 2017/18, and aims at none', () => {
    for (const { path, observed, residual, feasible } of fitFacts(scenario).facts) {
      expect(Math.abs(residual), path).toBeLessThan(2 * Math.sqrt(observed))
      expect(feasible, path).toBeNull()
    }
  })

  it.each([
    ['limited places', scenario],
    ['places for everyone', withoutPlaces(scenario)],
  ])('could reproduce every count of 2017/18 with %s', (_, variant) => {
    const { facts } = fitFacts(reproducing(variant))
    expect(facts.filter(({ feasible }) => feasible === false)).toEqual([])
    expect(facts.filter(({ feasible }) => feasible)).toHaveLength(6)
  })

  it('grows by less than a tenth in a year, and by less than a quarter in all', () => {
    const children = forecastChildren(scenario)
    expect(Math.abs(children[11] / 320 - 1)).toBeLessThan(0.1)
    expect(Math.abs(children.at(-1)! / 320 - 1)).toBeLessThan(0.25)
  })
})
