import { describe, expect, test } from 'vitest'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import { publishedRates } from '../../../src/input/published/published-rates.ts'

const TABLE = readPublishedTable()

describe('published rates', () => {
  test('are the children of each year for every 10,000 of its population, of council, region and England', () => {
    const { council, region, england } = publishedRates(TABLE, 'Rotherham', '2018-03-31')!
    expect(council.points.map(({ year }) => year)).toEqual([2014, 2015, 2016, 2017, 2018])
    expect(council.points.at(-1)!.rate).toBeCloseTo((10_000 * 619) / 56_947, 9)
    expect(region!.name).toBe('Yorkshire and The Humber')
    expect(region!.points.at(-1)!.rate).toBeCloseTo((10_000 * 8190) / 1_158_480, 9)
    expect(england.points.at(-1)!.rate).toBeCloseTo((10_000 * 75_420) / 11_866_960, 9)
  })

  test('round to those that were published themselves', () => {
    for (const { edition, name, level, figures } of TABLE.rows) {
      if (edition !== 2018 || level !== 'authority' || typeof figures.ratePer10000 !== 'number') continue
      const { rate } = publishedRates(TABLE, name, '2018-03-31')!.council.points.at(-1)!
      expect(Math.abs(rate - figures.ratePer10000)).toBeLessThanOrEqual(0.51)
    }
  })

  test('leave out the years after the date, and take numbers of children from editions up to it', () => {
    const { council, england } = publishedRates(TABLE, 'Rotherham', '2016-12-31')!
    expect([council, england].map(({ points }) => points.map(({ year }) => year))).toEqual([
      [2015, 2016],
      [2015, 2016],
    ])
    // 409 in the edition of 2015; that of 2018 says 407.
    expect(council.points[0].rate).toBeCloseTo((10_000 * 409) / 56_420, 9)
  })

  test('count the day itself, but not the day before it', () => {
    const yearsAt = (date: string) =>
      publishedRates(TABLE, 'Rotherham', date)!.council.points.map(({ year }) => year)
    expect(yearsAt('2016-03-31').at(-1)).toBe(2016)
    expect(yearsAt('2016-03-30').at(-1)).toBe(2015)
  })

  test('say where populations come from a later edition, and that none do', () => {
    expect(publishedRates(TABLE, 'Rotherham', '2016-12-31')!).toMatchObject({
      laterEdition: 2018,
      council: { population: { year: 2016, children: 56_366, edition: 2018 } },
    })
    expect(publishedRates(TABLE, 'Herefordshire', '2018-03-31')).not.toHaveProperty('laterEdition')
  })

  test('are those of the last edition where the date is years after it', () => {
    const { council } = publishedRates(TABLE, 'Herefordshire', '2021-05-31')!
    expect(council.points.at(-1)!.year).toBe(2018)
  })

  test('are absent for a council that is not in the table, and before the first year', () => {
    expect(publishedRates(TABLE, 'Smallshire', '2024-03-31')).toBeUndefined()
    expect(publishedRates(TABLE, 'Leeds', '2012-03-31')).toBeUndefined()
  })

  test('are absent where no child of the council is counted', () => {
    expect(publishedRates(TABLE, 'Isles of Scilly', '2016-03-31')).toBeUndefined()
  })
})
