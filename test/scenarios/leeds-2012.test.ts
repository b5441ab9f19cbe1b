import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { forecastChildren, readNamed, sharesOf, withoutPlaces } from './scenario-file.ts'

const { scenario, figures } = await readNamed('leeds-2012')
const { openingStock, placements, entries, claims, illustrative, interventions } = scenario

describe('Leeds, April 2012', () => {
  it('says that it is an illustration, since only £500k and £10,000 come from the document', () => {
    expect(illustrative).toContain('only £500k and £10,000 come from the document')
    expect(claims!['half-a-million'].saving).toEqual({ financialYear: '2012/13', atLeast: 500_000 })
    expect(interventions!['corporate-carers'].investment?.perFinancialYear).toEqual({ '2012/13': 10_000 })
  })

  it('passes nothing off as known: every number but the £10,000 of ¶3.7.1 is assumed', () => {
    expect(figures.filter(({ kind }) => kind !== 'assumed')).toMatchObject([
      {
        path: 'interventions.corporate-carers.investment.perFinancialYear.2012/13',
        value: 10_000,
        kind: 'source',
      },
    ])
  })

  it('states no count of before, and fits to none', () => {
    expect(scenario.history).toBeUndefined()
    expect(scenario.facts).toBeUndefined()
  })

  it('starts with a round 1,400, divided like the 1,245 children of DfE 2015', () => {
    const { kinship, inHouseFoster, ifa, inHouseResidential, externalResidential, secure, supported } =
      openingStock.placements
    const scaled = (children: number) => Math.round((children * 1400) / 1245)
    expect(openingStock.children).toBe(1400)
    expect(kinship + inHouseFoster + ifa).toBe(scaled(991))
    expect(inHouseResidential + externalResidential + secure + supported).toBe(scaled(70) + scaled(26))
    expect(openingStock.placements).toMatchObject({
      parents: scaled(84),
      placedForAdoption: scaled(61),
      other: scaled(13),
    })
    expect(Object.keys(placements)).toEqual(Object.keys(openingStock.placements))
  })

  it('has the ages of DfE 2015, on 31 March and among those who started', () => {
    expect(AGE_BANDS.map((band) => openingStock.ages[band])).toEqual(sharesOf([77, 213, 301, 468, 186]))
    // Rounded so that they sum to 1.
    sharesOf([103, 85, 57, 100, 27]).forEach((share, band) => {
      expect(Math.abs(entries.ages[AGE_BANDS[band]] - share)).toBeLessThan(0.0015)
    })
  })

  it('claims that the curve turns in 2012/13', () => {
    expect(claims?.['the-curve-turns'].children).toEqual({ on: '2013-03-31', below: openingStock.children })
  })

  it.each([
    ['limited places', scenario],
    ['places for everyone', withoutPlaces(scenario)],
  ])('holds its number within a twentieth for three years with %s', (_, variant) => {
    for (const children of forecastChildren(variant)) expect(Math.abs(children / 1400 - 1)).toBeLessThan(0.05)
  })
})
