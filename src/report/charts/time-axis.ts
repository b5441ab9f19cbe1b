// The axis of time: ends of financial years, as far apart as their names need.
import { axisX, type Markish } from '@observablehq/plot'
import { dateOf, dayNumber, monthInWords } from '../../domain/calendar.ts'

const PIXELS_PER_NAME = 76

/** Marks every end of March between two days, or every second, third and so on where the chart is narrow. */
export function marchAxis(firstDay: number, lastDay: number, pixels: number): Markish {
  const [first, last] = [dateOf(firstDay), dateOf(lastDay)]
  const years = Array.from(
    { length: last.getUTCFullYear() - first.getUTCFullYear() + 1 },
    (_, index) => first.getUTCFullYear() + index,
  )
  const ends = years.map((year) => dayNumber(year, 3, 31)).filter((day) => day >= firstDay && day <= lastDay)
  const step = Math.max(1, Math.ceil((ends.length * PIXELS_PER_NAME) / pixels))
  return axisX(everySo(ends, step).map(dateOf), {
    label: null,
    tickFormat: (date: Date) => monthInWords(Math.round(date.getTime() / 86_400_000)),
  })
}

/** Keeps every so many points, counted from the last, so that no more than `most` are left. */
export function thinned<Point>(points: Point[], most: number): Point[] {
  return everySo(points, Math.ceil(points.length / most))
}

/** Keeps the last, and from it backwards every item that is `step` places before one that is kept. */
export function everySo<Item>(items: Item[], step: number): Item[] {
  return items.filter((_, index) => (items.length - 1 - index) % step === 0)
}
