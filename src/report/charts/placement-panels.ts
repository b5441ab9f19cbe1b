// The placements that children are in over time, one panel each; the smallest are joined by their means. -> placement-mix.ts
import { parseDate } from '../../domain/calendar.ts'
import { sum } from '../../domain/sum.ts'
import { type MonthPoint, monthPoints, type ReportSource } from '../report-source.ts'
import { type Direction, directionOf, MEDIAN_ERROR } from './change.ts'
import { shortLabel } from './short-label.ts'
import { thinned } from './time-axis.ts'

/** Panels at most, the joined one among them. */
const MOST_PANELS = 9
/** Points of a panel besides its start. */
const MOST_POINTS = 8

export interface PanelPoint {
  day: number
  /** Median of one placement, mean of joined ones, whose medians do not add up. */
  middle: number
  /** Absent in a joined panel. */
  q10?: number
  q80?: number
  q90?: number
}

export interface Panel {
  label: string
  /** The number of the start date first. */
  points: PanelPoint[]
  /** Mean at the end. */
  meanAtEnd: number
  /** Monte Carlo standard error of the last middle; of a joined panel at most that. */
  error: number
}

/** Lists the placements that ever have children in the order of the scenario, the joined ones last. */
export function placementPanels(source: ReportSource, variant: string): Panel[] {
  const children: Record<string, number> = source.manifest.openingStock.byPlacement
  const placements = Object.keys(children)
    .map((key) => ({
      label: shortLabel(source.scenario.placements[key]?.label ?? key),
      opening: children[key],
      months: monthPoints(source, variant, 'children', key),
    }))
    .filter(({ opening, months }) => opening > 0 || largestMean(months) > 0)
  const start = parseDate(source.scenario.start)!
  if (placements.length <= MOST_PANELS) return placements.map((one) => panelOf(start, one))
  const bySize = placements.toSorted((one, other) => sizeOf(other) - sizeOf(one))
  const own = new Set(bySize.slice(0, MOST_PANELS - 1))
  return [
    ...placements.filter((one) => own.has(one)).map((one) => panelOf(start, one)),
    joinedPanel(
      start,
      placements.filter((one) => !own.has(one)),
    ),
  ]
}

/** Tells where a panel goes; not at all where whole children do not show it. */
export function directionOfPanel({ points, error }: Panel): Direction {
  const [from, to] = [points[0].middle, points.at(-1)!.middle]
  return Math.round(from) === Math.round(to) ? 'none' : directionOf(from, to, error)
}

interface PlacementMonths {
  label: string
  opening: number
  months: MonthPoint[]
}

function sizeOf({ opening, months }: PlacementMonths): number {
  return Math.max(opening, largestMean(months))
}

function largestMean(months: MonthPoint[]): number {
  return Math.max(...months.map(({ statistics }) => statistics.mean))
}

function panelOf(start: number, { label, opening, months }: PlacementMonths): Panel {
  const last = months.at(-1)!.statistics
  return {
    label,
    points: [
      { day: start, middle: opening, q10: opening, q80: opening, q90: opening },
      ...thinned(months, MOST_POINTS).map(({ day, statistics: { q10, q50, q80, q90 } }) => ({
        day,
        middle: q50,
        q10,
        q80,
        q90,
      })),
    ],
    meanAtEnd: last.mean,
    error: MEDIAN_ERROR * (last.mc_error || 0),
  }
}

function joinedPanel(start: number, placements: PlacementMonths[]): Panel {
  const months = thinned(placements[0].months, MOST_POINTS)
  const meanOn = (day: number) =>
    sum(placements.map((one) => one.months.find((point) => point.day === day)!.statistics.mean))
  const points = [
    { day: start, middle: sum(placements.map(({ opening }) => opening)) },
    ...months.map(({ day }) => ({ day, middle: meanOn(day) })),
  ]
  return {
    label: 'Other placements',
    points,
    meanAtEnd: points.at(-1)!.middle,
    error: sum(placements.map((one) => one.months.at(-1)!.statistics.mc_error || 0)),
  }
}
