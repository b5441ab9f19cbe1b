// Tables of benchmarks on the terminal, and times and ratios in words.
import Table from 'cli-table3'
import type { Timing } from './benchmark-result.ts'

const UNITS = [
  { name: 's', milliseconds: 1000 },
  { name: 'ms', milliseconds: 1 },
  { name: 'µs', milliseconds: 1e-3 },
  { name: 'ns', milliseconds: 1e-6 },
]

/** Prints rows under their heads; the first column is aligned at the left, numbers at the right. */
export function printTable(head: string[], rows: string[][]): void {
  const table = new Table({
    head,
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: { compact: true, head: [], border: [] },
  })
  table.push(...rows)
  console.log(table.toString())
}

/** Prints the median, spread and ratio of each benchmark. */
export function printTimings(timings: Timing[]): void {
  printTable(
    ['', 'median', 'p25 to p75', '/ kernel', 'p25 to p75', 'calls timed'],
    timings.map(({ name, milliseconds, ratio, calls }) => [
      name,
      inUnits(milliseconds.median),
      `${inUnits(milliseconds.p25)} to ${inUnits(milliseconds.p75)}`,
      inFigures(ratio.median),
      `${inFigures(ratio.p25)} to ${inFigures(ratio.p75)}`,
      calls.toLocaleString('en-GB'),
    ]),
  )
}

/** Says milliseconds in the largest unit of which there is at least one, with three figures. */
export function inUnits(time: number): string {
  const unit = UNITS.find(({ milliseconds }) => time >= milliseconds) ?? UNITS.at(-1)!
  return `${(time / unit.milliseconds).toPrecision(3)} ${unit.name}`
}

/** Says a ratio with three figures. */
export function inFigures(ratio: number): string {
  return ratio >= 1e-3 ? ratio.toPrecision(3) : ratio.toExponential(2)
}
