// Financial years under bars: '2016/17', with what of a part year is simulated. Years of a result -> axis and names.
import { axisX, type Markish } from '@observablehq/plot'
import { parseDate } from '../../domain/calendar.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { partOfYear } from '../../result/rows/year-rows.ts'
import { everySo } from './time-axis.ts'

const PIXELS_PER_NAME = 64

type Horizon = Pick<Scenario, 'start' | 'end'>

/** Words what is simulated of a part year, like 'from 1 Jan 2017'; undefined for whole years. */
export function simulatedPart(year: string, { start, end }: Horizon): string | undefined {
  const startDay = parseDate(start)!
  return partOfYear(year, { startDay, days: parseDate(end)! - startDay })
}

/** Names a year, a part year with its part: '2016/17 (from 1 Jan 2017)'. */
export function yearName(year: string, horizon: Horizon): string {
  const part = simulatedPart(year, horizon)
  return part === undefined ? year : `${year} (${part})`
}

/** Says which years are part years, for a note; nothing where there are none. */
export function partYearsNote(years: string[], horizon: Horizon): string {
  const parts = years.filter((year) => simulatedPart(year, horizon) !== undefined)
  return parts.length === 0 ? '' : ` Part years: ${parts.map((year) => yearName(year, horizon)).join('; ')}.`
}

/** Names the years under a band scale over so many pixels, every second, third and so on where there are many. */
export function yearsAxis(years: string[], horizon: Horizon, pixels: number): Markish {
  const step = Math.max(1, Math.ceil((years.length * PIXELS_PER_NAME) / pixels))
  return axisX(everySo(years, step), {
    label: null,
    tickSize: 0,
    tickFormat: (year: string) => (simulatedPart(year, horizon) === undefined ? year : `${year}\npart year`),
  })
}
