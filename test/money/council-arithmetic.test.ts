// The tables are those of 'Budget pressures in relation to Looked After Children', Rotherham MBC, January 2017, Appendix 1:
// five programmes whose savings are £22,000 a child-year, which the document does not say and every cell gives away.
import { describe, expect, it, test } from 'vitest'
import { councilSaving, netOfInvestment, paybackYears } from '../../src/money/council-arithmetic.ts'

const POUNDS_PER_CHILD_YEAR = 22_000

/** Years 2016/17 to 2020/21; amounts in £m as printed. */
const PROGRAMMES = [
  {
    name: 'CYPS 2, Family Group Conferencing',
    newChildren: [0, 15, 27, 30, 30],
    saving: [0, 0.165, 0.627, 1.254, 1.914],
    investment: [0.1, 0.164, 0.164, 0.164, 0.164],
    statedPayback: 2,
  },
  {
    name: 'CYPS 3, Special Guardianship',
    newChildren: [0, 6, 6, 6, 6],
    saving: [0, 0.066, 0.198, 0.33, 0.462],
    investment: [0, 0.052, 0.103, 0.155, 0.206],
    statedPayback: 2,
  },
  {
    name: 'CYPS 5, Edge of Care',
    newChildren: [0, 15, 24, 30, 30],
    saving: [0, 0.165, 0.594, 1.188, 1.848],
    investment: [0, 0.35, 0.35, 0.35, 0.35],
    statedPayback: 3,
  },
  {
    name: 'CYPS 6, Multi-systemic Therapy',
    newChildren: [0, 4, 4, 4, 4],
    saving: [0, 0.044, 0.132, 0.22, 0.308],
    investment: [0, 0, 0, 0, 0],
    statedPayback: 2,
  },
  {
    name: 'CYPS 7, Reunification Project',
    newChildren: [0, 12, 0, 0, 0],
    saving: [0, 0.132, 0.264, 0.264, 0.264],
    investment: [0, 0.09, 0, 0, 0],
    statedPayback: 2,
  },
]

const pounds = (millions: number[]) => millions.map((million) => Math.round(million * 1e6))

const byTheRule = (newChildren: number[], convention: 'half of the new' | 'full' = 'half of the new') =>
  councilSaving({ newChildren, poundsPerChildYear: POUNDS_PER_CHILD_YEAR, convention })

describe('councilSaving', () => {
  test.each(PROGRAMMES)('gives every printed saving of $name to the pound', ({ newChildren, saving }) => {
    expect(byTheRule(newChildren).saving).toEqual(pounds(saving))
  })

  it('gives the 20 savings above nothing that the five tables print', () => {
    const cells = PROGRAMMES.flatMap(({ newChildren }) => byTheRule(newChildren).saving)
    expect(cells.filter((cell) => cell > 0)).toHaveLength(20)
  })

  it('adds child-years and savings up over the years: 180 child-years and the £3.960m of conferencing', () => {
    const { childYears, cumulativeSaving } = byTheRule(PROGRAMMES[0].newChildren)
    expect(childYears).toEqual([0, 7.5, 28.5, 57, 87])
    expect(cumulativeSaving.at(-1)).toBe(3_960_000)
  })

  it('counts a cohort in full from its first year on where the convention says so, half a cohort more than the other', () => {
    const full = byTheRule([12, 6, 0], 'full')
    const half = byTheRule([12, 6, 0])
    expect(full.childYears).toEqual([12, 18, 18])
    expect(full.childYears.map((years, year) => years - half.childYears[year])).toEqual([6, 3, 0])
  })

  it('gives the equal savings of the last two years of CYPS 1A, which has no new places in the last', () => {
    const { saving } = councilSaving({
      newChildren: [15, 15, 15, 0],
      poundsPerChildYear: 3_980_000 / 45,
      convention: 'full',
    })
    expect(saving.slice(2).map(Math.round)).toEqual([3_980_000, 3_980_000])
  })
})

describe('paybackYears', () => {
  const netOf = ({ saving, investment }: (typeof PROGRAMMES)[number]) =>
    netOfInvestment(pounds(saving), pounds(investment))

  test.each(PROGRAMMES)(
    'gives the stated year of $name as the first year with a net saving, 2016/17 being year 1',
    (programme) => {
      expect(paybackYears(netOf(programme)).annual).toBe(programme.statedPayback)
    },
  )

  it('gives year 3 for conferencing where its first £100,000 has to be earned back, and the stated year for the others', () => {
    const cumulative = PROGRAMMES.map((programme) => paybackYears(netOf(programme)).cumulative)
    expect(cumulative).toEqual([3, 2, 3, 2, 2])
  })

  it('counts from the year that is called year 1', () => {
    expect(paybackYears(netOf(PROGRAMMES[0]), 1)).toEqual({ annual: 1, cumulative: 2 })
  })

  it('is null where a programme never pays back', () => {
    expect(paybackYears(netOfInvestment([0, 1], [5, 1]))).toEqual({ annual: null, cumulative: null })
  })

  it('has the net savings that are printed of Edge of Care', () => {
    const { net, cumulativeNet } = netOf(PROGRAMMES[2])
    expect(net).toEqual([0, -185_000, 244_000, 838_000, 1_498_000])
    expect(cumulativeNet.at(-1)).toBe(2_395_000)
  })
})
