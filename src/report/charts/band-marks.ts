// The spread of the runs as bands, the same in every chart: 50, 80 and 90 % of them, with the median in it.
import { areaY, barY, lineY, type Markish, tickY } from '@observablehq/plot'
import type { Statistics } from '../../summary/numbers/statistics.ts'
import { BANDS, PAPER } from '../chart.ts'

/** The spread at a place of the x scale. */
export interface SpreadPoint<Place> {
  x: Place
  statistics: Pick<Statistics, 'q05' | 'q10' | 'q25' | 'q50' | 'q75' | 'q90' | 'q95'>
}

type Band = readonly [low: keyof SpreadPoint<0>['statistics'], high: keyof SpreadPoint<0>['statistics']]

/** From the outside inwards, so that the narrow ones lie on the wide ones. */
const OUTWARDS: [Band, string][] = [
  [['q05', 'q95'], BANDS[2]],
  [['q10', 'q90'], BANDS[1]],
  [['q25', 'q75'], BANDS[0]],
]

/** Draws a fan: bands over time, and the median as a line. */
export function fanMarks(points: SpreadPoint<Date>[]): Markish[] {
  const x = ({ x }: SpreadPoint<Date>) => x
  const at = (name: Band[number]) => (point: SpreadPoint<Date>) => point.statistics[name]
  return [
    ...OUTWARDS.map(([[low, high], fill]) => areaY(points, { x, y1: at(low), y2: at(high), fill })),
    lineY(points, { x, y: at('q50'), stroke: PAPER, strokeWidth: 2 }),
  ]
}

/** Draws a bar for each place, with bands in it and the median across. */
export function barMarks(points: SpreadPoint<string>[]): Markish[] {
  const x = ({ x }: SpreadPoint<string>) => x
  const at = (name: Band[number]) => (point: SpreadPoint<string>) => point.statistics[name]
  return [
    ...OUTWARDS.map(([[low, high], fill]) => barY(points, { x, y1: at(low), y2: at(high), fill })),
    tickY(points, { x, y: at('q50'), stroke: PAPER, strokeWidth: 2 }),
  ]
}

/** What a chart with bands says of them. */
export const BANDS_NOTE =
  'Bands: the middle 50, 80 and 90 % of the runs, from dark to light; the line in them is the median. Quantiles do not add up.'
