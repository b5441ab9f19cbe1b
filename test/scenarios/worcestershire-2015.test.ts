import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { readScenario } from '../../src/input/scenario-reader.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { exitsFor, measured, runMany } from '../run/run-many.ts'

const path = fileURLToPath(new URL('../../scenarios/worcestershire-2015.yaml', import.meta.url))
const { scenario, figures } = await readScenario(path)
const { openingStock, placements, entries } = scenario

/** Shares of the published counts, to the three decimals that the file is written in. */
const sharesOf = (counts: number[]) => {
  const total = counts.reduce((sum, count) => sum + count)
  return counts.map((count) => Math.round((count / total) * 1000) / 1000)
}

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

  it('comes within one Poisson deviation of the published flows in its first year', () => {
    const model = compileModel({ ...scenario, end: '2016-06-06' })
    const runs = 400
    const rows = runMany(model, runs, (row, layout) => [
      measured(row, layout, 'entries'),
      measured(row, layout, 'exits'),
      ...model.axes.reasons.map((_, reason) => exitsFor(row, layout, reason)),
    ])
    const mean = (column: number) => rows.reduce((sum, row) => sum + row[column], 0) / runs
    const simulated = Object.fromEntries(
      ['entries', 'exits', ...model.axes.reasons].map((name, i) => [name, mean(i)]),
    )
    const published = {
      entries: 312, // ¶18
      exits: 272, // ¶18
      reunification: 63, // ¶19
      specialGuardianship: 30, // DfE 2015
      childArrangements: 11, // DfE 2015
      adoption: 54, // DfE 2015; 20 % in ¶19
      turned18: 82, // ¶19
    }
    for (const [name, count] of Object.entries(published))
      expect(Math.abs(simulated[name] - count), name).toBeLessThan(Math.sqrt(count))
    // Between the forecast of ¶15 and the rise of ¶33.
    expect(simulated.entries - simulated.exits).toBeGreaterThan(30)
    expect(simulated.entries - simulated.exits).toBeLessThan(49)
  })
})
