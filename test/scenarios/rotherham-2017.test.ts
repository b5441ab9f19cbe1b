import { describe, expect, it } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { axesOf } from '../../src/model/axes.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { budgetAmounts } from '../../src/money/budget-amount.ts'
import { claimProbability, fittedDocument, replayedEnds } from './fitted-document.ts'
import { sharesOf } from './scenario-file.ts'

const { file, fit } = await fittedDocument('rotherham-2017')
const { scenario } = file
const { openingStock, entries, history, start } = scenario

describe('Rotherham, January 2017', () => {
  it('starts with the 488 children of ¶2.2, the last of the counts in its history', () => {
    expect(openingStock.children).toBe(488)
    expect(history?.children).toEqual({ '2015-03-31': 407, '2016-03-31': 433, '2016-12-31': 488 })
    expect(history?.children[start]).toBe(openingStock.children)
  })

  it('has 58 % of the children aged 10 and over (¶2.4)', () => {
    expect(openingStock.ages['10 to 15'] + openingStock.ages['16 to 17']).toBeCloseTo(0.58, 10)
    const { ageBand } = compileModel(scenario).openingStock
    expect(ageBand.filter((band) => band >= 3).length).toBe(Math.round(0.58 * 488))
  })

  it('has 43 % of the children with the council’s own foster carers (CYPS 1A)', () => {
    expect(openingStock.placements.inHouseFoster).toBe(Math.round(0.43 * 488))
  })

  it('has the ages of DfE 2016 among those who start, and more starts than were counted in 2015/16', () => {
    const published = sharesOf([53, 44, 40, 53, 22])
    // 0.001 apart where rounding would make them add up to 1.001.
    AGE_BANDS.forEach((band, i) => {
      expect(Math.abs(entries.ages[band] - published[i]), band).toBeLessThan(0.0011)
    })
    expect(entries.perYear).toBe(250)
    expect(scenario.facts![0].entries).toBe(212)
  })

  it('has the ends of 2015/16 in the ages that DfE 2016 counts, within a Poisson deviation', () => {
    const { byAge } = replayedEnds(fit.scenario, 400)
    const published = [23, 59, 23, 32, 53]
    byAge.forEach((ends, band) => {
      expect(Math.abs(ends - published[band]), AGE_BANDS[band]).toBeLessThan(Math.sqrt(published[band]))
    })
  })

  it('has special guardianship between the 13 and 17 that the suppressed cells of DfE 2016 leave open', () => {
    const { byReason } = replayedEnds(fit.scenario, 400)
    expect(byReason.specialGuardianship).toBeGreaterThan(13)
    expect(byReason.specialGuardianship).toBeLessThan(17)
  })

  it('has a budget of 400 placements at the mean price of the 488 children, uplifted by 2 % a year', () => {
    const [{ years }] = budgetAmounts(scenario, axesOf(scenario))
    expect(years.map(({ financial_year }) => financial_year)).toEqual([
      '2016/17',
      '2017/18',
      '2018/19',
      '2019/20',
      '2020/21',
    ])
    const { placements } = openingStock
    const bill = Object.entries(placements).reduce((sum, [key, children]) => {
      return sum + children * scenario.placements[key].weeklyPrice
    }, 0)
    // 90 days of 2016/17, then whole years; prices are whole pence a week, hence the tolerance.
    const days = [90, 365, 365, 366, 365]
    years.forEach(({ amount }, year) => {
      const known = (400 * (bill / 488) * 1.02 ** (year + 1) * days[year]) / 7
      expect(Math.abs(amount / known - 1)).toBeLessThan(1e-4)
    })
  })

  // The probability is of 20,000 runs; 4 standard errors of 2,000 runs are allowed.
  it('goes on rising to the end of the financial year in most runs (¶1.1)', () => {
    const error = Math.sqrt((0.764 * 0.236) / 2_000)
    expect(Math.abs(claimProbability(fit.scenario, 'continued-increase', 2_000) - 0.764)).toBeLessThan(
      4 * error,
    )
  })

  it.each(['foreseen-450', 'budget-of-400-in-2018', 'budget-of-400-in-2021', 'numbers-reduce'])(
    'hardly ever meets the claim %s without programmes',
    (claim) => {
      expect(claimProbability(fit.scenario, claim, 500)).toBeLessThan(0.02)
    },
  )
})
