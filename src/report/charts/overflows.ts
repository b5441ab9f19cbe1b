// Where children find no place: how many a year needed a placement and found it full, by means, which add up.
import { financialYearName, financialYearOf } from '../../domain/financial-year.ts'
import { sum } from '../../domain/sum.ts'
import { type MonthPoint, monthPoints, type ReportSource } from '../report-source.ts'

/** Placements told one by one; the others are joined. */
const MOST_PLACEMENTS = 4

export interface Overflow {
  /** Key of the placement; absent of joined ones. */
  key?: string
  label: string
  /** Expected number of children turned away in each financial year, of a part year in its simulated days. */
  years: { financial_year: string; mean: number }[]
}

/** Lists the placements that are ever found full, those that turn most children away first. */
export function overflows(source: ReportSource, variant: string): Overflow[] {
  const { placements } = source.scenario
  const all = Object.keys(source.manifest.openingStock.byPlacement)
    .map((key) => ({
      key,
      label: placements[key]?.label ?? key,
      years: byYear(monthPoints(source, variant, 'over_places', key)),
    }))
    .filter((one) => totalOf(one) > 0)
    .sort((one, other) => totalOf(other) - totalOf(one))
  if (all.length <= MOST_PLACEMENTS) return all
  return [...all.slice(0, MOST_PLACEMENTS - 1), joined(all.slice(MOST_PLACEMENTS - 1))]
}

function totalOf({ years }: Overflow): number {
  return sum(years.map(({ mean }) => mean))
}

function byYear(months: MonthPoint[]): Overflow['years'] {
  const yearOf = ({ day }: MonthPoint) => financialYearName(financialYearOf(day))
  return [...new Set(months.map(yearOf))].map((financial_year) => ({
    financial_year,
    mean: sum(
      months.filter((month) => yearOf(month) === financial_year).map(({ statistics }) => statistics.mean),
    ),
  }))
}

function joined(all: Overflow[]): Overflow {
  return {
    label: 'Other placements',
    years: all[0].years.map(({ financial_year }, index) => ({
      financial_year,
      mean: sum(all.map(({ years }) => years[index].mean)),
    })),
  }
}
