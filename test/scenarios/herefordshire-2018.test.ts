import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { fitFacts } from '../../src/estimate/fit-facts.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { forecastChildren, readNamed, sharesOf, withoutPlaces } from './scenario-file.ts'

const { scenario, figures, text } = await readNamed('herefordshire-2018')
const { openingStock, placements, entries, history, start } = scenario

describe('Herefordshire, November 2018', () => {
  it('starts with the 313 children of DfE 2018, the last of the counts in its history', () => {
    expect(openingStock.children).toBe(313)
    expect(history?.children[start]).toBe(313)
    expect(openingStock.placements).toMatchObject({ parents: 9, placedForAdoption: 10 })
  })

  it('has the 264 children in foster care of DfE 2018, and the 30 in homes, other settings and the community', () => {
    const { kinship, inHouseFoster, ifa, externalResidential, supported, other } = openingStock.placements
    expect(kinship + inHouseFoster + ifa).toBe(264)
    expect(externalResidential + supported + other).toBe(30)
  })

  it('has the ages of DfE 2018, on 31 March and among those who started', () => {
    const counts = [18, 38, 84, 128, 45]
    expect(AGE_BANDS.map((band) => openingStock.ages[band])).toEqual(sharesOf(counts))
    const { ageBand } = compileModel(scenario).openingStock
    expect(AGE_BANDS.map((_, band) => ageBand.filter((one) => one === band).length)).toEqual(counts)
    // One of two shares of 21 in 111 is a thousandth higher, so that they sum to 1.
    sharesOf([21, 18, 26, 25, 21]).forEach((share, band) => {
      expect(Math.abs(entries.ages[AGE_BANDS[band]] - share)).toBeLessThan(0.0015)
    })
  })

  it('costs £51,000 a child and year on day 0, within 2 % (¶15)', () => {
    const weekly = Object.entries(openingStock.placements).map(
      ([key, children]) => children * placements[key].weeklyPrice,
    )
    const yearly = (weekly.reduce((sum, pounds) => sum + pounds) / openingStock.children) * (365 / 7)
    expect(Math.abs(yearly - 51_000)).toBeLessThan(0.02 * 51_000)
  })

  it('takes no price of a placement for one of the document', () => {
    const prices = figures.filter(({ path }) => /^placements\.\w+\.weeklyPrice$/.test(path))
    expect(prices.map(({ kind }) => kind)).toEqual(prices.map(() => 'assumed'))
    expect(text).toContain('£51,000 a child and year (¶15)')
  })

  it.each([
    ['limited places', scenario],
    ['places for everyone', withoutPlaces(scenario)],
  ])('reproduces every count of 2017/18 with %s', (_, variant) => {
    const { facts } = fitFacts(variant)
    expect(facts.filter(({ feasible }) => feasible === false)).toEqual([])
    const aimedAt = facts.filter(({ feasible }) => feasible).map(({ path, observed }) => [path, observed])
    expect(Object.fromEntries(aimedAt)).toEqual({
      'facts.0.entries': 111,
      'facts.0.exits': 99,
      'facts.0.exitsByReason.0': 23,
      'facts.0.exitsByReason.1': 19,
      'facts.0.exitsAt18': 33,
      'facts.0.childrenWith3Placements': 16,
    })
  })

  it('grows by less than a tenth in a year, and by less than a quarter in all', () => {
    const children = forecastChildren(scenario)
    expect(Math.abs(children[11] / 313 - 1)).toBeLessThan(0.1)
    expect(Math.abs(children.at(-1)! / 313 - 1)).toBeLessThan(0.25)
  })
})
