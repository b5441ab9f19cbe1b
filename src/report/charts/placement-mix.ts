// Where children live over the years: a small panel for each placement, all with one scale.
import { dateInFull } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { Chart } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { panelOptions } from './panel-marks.ts'
import { directionOfPanel, type Panel, placementPanels } from './placement-panels.ts'

/** Placements that the finding names. */
const MOST_TOLD = 3

/** Draws the children of a variant by placement; nothing where all live in the same one. */
export function placementMix(source: ReportSource, variant: string): Chart[] {
  const panels = placementPanels(source, variant)
  if (panels.length < 2) return []
  const chart: Chart = {
    name: 'placements',
    title: titleOf(panels),
    finding: findingOf(panels),
    note: noteOf(panels),
    options: (width) => panelOptions(panels, width),
    table: {
      columns: ['Placement', 'At the start', 'Mean at the end', 'P10', 'Median', 'P80', 'P90'],
      rows: panels.map(rowOf),
    },
  }
  return [chart]
}

/** Those that change at all, that with most children more or fewer first. */
function byChange(panels: Panel[]): Panel[] {
  const sizeOf = ({ points }: Panel) => Math.abs(points.at(-1)!.middle - points[0].middle)
  return panels
    .filter((panel) => ['rise', 'fall'].includes(directionOfPanel(panel)))
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
}

function titleOf(panels: Panel[]): string {
  const most = byChange(panels).at(0)
  if (most === undefined) return 'Every placement keeps about as many children as now'
  const [from, to] = [most.points[0].middle, most.points.at(-1)!.middle]
  return `Largest ${directionOfPanel(most)}: ${most.label}, from ${formatNumber(from)} to ${formatNumber(to)}`
}

/** The largest changes in words, or, where there are none, the largest placements. */
function findingOf(panels: Panel[]): string {
  const [first, last] = [panels[0].points[0].day, panels[0].points.at(-1)!.day]
  const changed = byChange(panels)
  const bySize = panels.toSorted((one, other) => other.meanAtEnd - one.meanAtEnd)
  const told = (changed.length > 0 ? changed : bySize).slice(0, MOST_TOLD).map(({ label, points }) => {
    const { middle, q10, q90 } = points.at(-1)!
    const interval =
      q10 === undefined
        ? 'on average'
        : `80 % prediction interval ${formatNumber(q10)} to ${formatNumber(q90!)}`
    return `${label} from ${formatNumber(points[0].middle)} to ${formatNumber(middle)} (${interval})`
  })
  return `Medians of children between ${dateInFull(first)} and ${dateInFull(last)}: ${told.join('; ')}.`
}

function noteOf(panels: Panel[]): string {
  const joined = panels.some(({ points }) => points[0].q10 === undefined)
    ? ' Other placements: the smallest together, by their means.'
    : ''
  return (
    'Lines: medians, with their last value; bands: the middle 80 % of the runs. All panels have the same scale. ' +
    `Quantiles do not add up.${joined}`
  )
}

function rowOf({ label, points, meanAtEnd }: Panel): string[] {
  const { middle, q10, q80, q90 } = points.at(-1)!
  const quantiles =
    q10 === undefined ? ['–', '–', '–', '–'] : [q10, middle, q80!, q90!].map((value) => formatNumber(value))
  return [label, formatNumber(points[0].middle), formatNumber(meanAtEnd, 1), ...quantiles]
}
