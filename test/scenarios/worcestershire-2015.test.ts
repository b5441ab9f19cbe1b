import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { entriesPerYear } from '../../src/input/entries-per-year.ts'
import { claimProbability, fittedDocument, replayedEnds, samePlacementShare } from './fitted-document.ts'
import { sharesOf } from './scenario-file.ts'

const { file, fit } = await fittedDocument('worcestershire-2015')
const { scenario, figures } = file
const { openingStock, placements, entries } = scenario

describe('Worcestershire, June 2015', () => {
  it('starts with the 680 children of ¶3 in the placements that ¶44-45 count', () => {
    expect(openingStock.children).toBe(680)
    expect(openingStock.placements).toMatchObject({
      externalResidential: 51,
      secure: 2,
      inHouseResidential: 28,
      ifa: 243,
      inHouseFoster: 128,
    })
  })

  it('pays £489,500 a week for the four priced placements on day 0 (¶44-45)', () => {
    const priced = ['externalResidential', 'inHouseResidential', 'ifa', 'inHouseFoster']
    const weekly = priced.map((key) => openingStock.placements[key] * placements[key].weeklyPrice)
    expect(weekly.reduce((sum, pounds) => sum + pounds)).toBe(489_500)
  })

  it('takes no figure of ¶44-45 for assumed, and no assumed price for a figure of the document', () => {
    const priced = figures.filter(({ path }) => /^placements\.\w+\.weeklyPrice$/.test(path))
    expect(priced.filter(({ kind }) => kind === 'source').map(({ value }) => value)).toEqual([
      350, 800, 2200, 3700,
    ])
  })

  it('has the ages of DfE 2015, on 31 March and among those who started', () => {
    expect(AGE_BANDS.map((band) => openingStock.ages[band])).toEqual(sharesOf([41, 90, 139, 263, 154]))
    expect(AGE_BANDS.map((band) => entries.ages[band])).toEqual(sharesOf([52, 50, 55, 92, 63]))
  })

  it('has as many entries a year as were counted in 2014/15 (¶18)', () => {
    expect(entries.perYear).toBeUndefined()
    expect(entriesPerYear(scenario)).toBeCloseTo(312 * (365.25 / 365), 10)
  })

  it('has the ends of 2014/15 in the ages that DfE 2015 counts, within a Poisson deviation', () => {
    const { byAge } = replayedEnds(fit.scenario, 400)
    const published = [16, 62, 41, 31, 122]
    byAge.forEach((ends, band) => {
      expect(Math.abs(ends - published[band]), AGE_BANDS[band]).toBeLessThan(Math.sqrt(published[band]))
    })
  })

  it('keeps about 68 % of the under-16s in one placement, which nothing is fitted to (¶22)', () => {
    const share = samePlacementShare(fit.scenario, 100)
    expect(share).toBeGreaterThan(0.62)
    expect(share).toBeLessThan(0.72)
  })

  // The probabilities are of 20,000 runs; 4 standard errors of 2,000 runs are allowed. By chance alone, a year's
  // rise varies by about 23 children around 33, brothers and sisters coming together: more than 30 is little more than an even
  // chance, more than 49 is one in four.
  it.each([
    ['growth-above-30', 0.541],
    ['growth-above-49', 0.233],
    ['three-years-of-thirty', 0.791],
  ])('gives the claim %s the probability %f', (claim, probability) => {
    const error = Math.sqrt((probability * (1 - probability)) / 2_000)
    expect(Math.abs(claimProbability(fit.scenario, claim, 2_000) - probability)).toBeLessThan(4 * error)
  })
})
