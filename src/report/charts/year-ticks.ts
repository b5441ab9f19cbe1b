// Names of financial years under a chart, in two lines where they stand close, and every second or third where that is
// not enough.
import { axisX, type Markish } from '@observablehq/plot'
import { everySo } from './time-axis.ts'

/** Room for a name in one line, and in two. */
const PIXELS = { whole: 58, broken: 46 }

/** Marks the places of a band scale that is so many pixels wide by their names; the last is always named. */
export function yearTicks(names: string[], pixels: number): Markish {
  const isClose = names.length * PIXELS.whole > pixels
  const step = isClose ? Math.ceil((names.length * PIXELS.broken) / pixels) : 1
  return axisX(everySo(names, step), {
    label: null,
    tickSize: 0,
    tickFormat: (name: string) => (isClose ? inTwoLines(name) : name),
  })
}

/** Breaks '2016/17' after its slash, and other names at their last space. */
function inTwoLines(name: string): string {
  return name.includes('/') ? name.replace('/', '/\n') : name.replace(/ (?=\S*$)/, '\n')
}
